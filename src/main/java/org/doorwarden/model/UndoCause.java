package org.doorwarden.model;

/** Why something is undone. */
public enum UndoCause implements Identified {
    /** A change failed, or the server was not as planned at the end. */
    FAILURE("failure"),
    /** Somebody stopped the run. */
    CANCELLED("cancelled"),
    /** Somebody asked for it later. */
    REQUESTED("requested"),
    /** A crash had interrupted the run. */
    RECOVERY("recovery");

    private final String id;

    UndoCause(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
