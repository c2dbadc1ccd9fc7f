package org.doorwarden.catalogue;

import org.doorwarden.model.Identified;

/** How a service comes onto a server. */
public enum ServiceOrigin implements Identified {
    /** With Windows itself. */
    WINDOWS("windows"),
    /** With a role, a feature or an optional component of Windows. */
    WINDOWS_FEATURE("windows-feature"),
    /** With a product of Microsoft's that is installed separately. */
    MICROSOFT_PRODUCT("microsoft-product"),
    THIRD_PARTY("third-party");

    private final String id;

    ServiceOrigin(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
