package org.doorwarden.model.setting;

import org.doorwarden.model.Identified;

/** When a setting counts that has been set. */
public enum TakesEffect implements Identified {
    /** At once, or for the next connection. */
    NOW("now"),
    /** When the service is started the next time. */
    SERVICE_RESTART("service-restart"),
    /** When the machine is started the next time. */
    MACHINE_RESTART("machine-restart");

    private final String id;

    TakesEffect(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
