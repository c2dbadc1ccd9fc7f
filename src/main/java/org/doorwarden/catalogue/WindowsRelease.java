package org.doorwarden.catalogue;

import org.doorwarden.model.Identified;

/** The releases of Windows Server that default start types are told for, oldest first. */
public enum WindowsRelease implements Identified {
    SERVER_2000("2000"),
    SERVER_2003("2003"),
    SERVER_2008("2008"),
    SERVER_2008_R2("2008R2"),
    SERVER_2012("2012"),
    SERVER_2012_R2("2012R2"),
    SERVER_2016("2016"),
    SERVER_2019("2019"),
    SERVER_2022("2022"),
    SERVER_2025("2025");

    private final String id;

    WindowsRelease(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
