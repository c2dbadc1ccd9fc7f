package org.doorwarden.model;

/** The transport a listener uses. */
public enum Protocol implements Identified {
    TCP("tcp"),
    UDP("udp");

    private final String id;

    Protocol(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
