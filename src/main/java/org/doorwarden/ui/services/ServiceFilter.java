package org.doorwarden.ui.services;

import org.doorwarden.model.Identified;

/** What the list can be narrowed down to. */
public enum ServiceFilter implements Identified {
    NETWORK("network"),
    RUNNING("running"),
    UNDECIDED("undecided"),
    THIRD_PARTY("third-party");

    private final String id;

    ServiceFilter(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
