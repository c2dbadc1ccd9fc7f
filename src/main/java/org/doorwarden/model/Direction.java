package org.doorwarden.model;

/** Which way a step goes. */
public enum Direction implements Identified {
    APPLY("apply"),
    UNDO("undo");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
