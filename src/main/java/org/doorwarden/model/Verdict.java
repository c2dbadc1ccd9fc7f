package org.doorwarden.model;

/** What the catalogue, the roles and the inventory together say of a service. */
public enum Verdict implements Identified {
    /** Something this server is for, or Windows itself, needs it. */
    REQUIRED("required"),
    KEEP("keep"),
    /** It must or may stay, but fewer people or addresses should reach it. */
    RESTRICT("restrict"),
    DISABLE("disable"),
    /** Better gone than disabled; what is not there cannot be started by accident. */
    UNINSTALL("uninstall"),
    /** Nobody told us about it. */
    UNKNOWN("unknown");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether the service should not run: a door to close. */
    public boolean closes() {
        return this == DISABLE || this == UNINSTALL;
    }
}
