package org.doorwarden.ui.catalogue;

import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.catalogue.ServiceOrigin;
import org.doorwarden.model.Identified;

/** How services come onto servers, and whose entries they are. */
public enum EntryKind implements Identified {
    WINDOWS("windows"),
    WINDOWS_FEATURE("windows-feature"),
    MICROSOFT_PRODUCT("microsoft-product"),
    THIRD_PARTY("third-party"),
    /** Entries of this site; each is of one of the other kinds, too. */
    LOCAL("local");

    private final String id;

    EntryKind(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    static EntryKind of(ServiceOrigin origin) {
        return switch (origin) {
            case WINDOWS -> WINDOWS;
            case WINDOWS_FEATURE -> WINDOWS_FEATURE;
            case MICROSOFT_PRODUCT -> MICROSOFT_PRODUCT;
            case THIRD_PARTY -> THIRD_PARTY;
        };
    }

    boolean holds(ServiceKnowledge known) {
        return this == LOCAL ? known.local() : of(known.origin()) == this;
    }
}
