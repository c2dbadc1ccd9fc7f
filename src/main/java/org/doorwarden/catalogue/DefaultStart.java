package org.doorwarden.catalogue;

import org.doorwarden.model.Identified;

/** How a release of Windows starts a service that nobody has changed. */
public enum DefaultStart implements Identified {
    AUTOMATIC("automatic"),
    AUTOMATIC_DELAYED("automatic-delayed"),
    AUTOMATIC_TRIGGER("automatic-trigger"),
    MANUAL("manual"),
    MANUAL_TRIGGER("manual-trigger"),
    DISABLED("disabled"),
    /** It is not there until somebody adds it, or not at all. */
    ABSENT("absent");

    private final String id;

    DefaultStart(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
