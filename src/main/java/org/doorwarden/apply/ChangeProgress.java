package org.doorwarden.apply;

import org.doorwarden.model.ServiceState;

/** Hears how a change comes along. */
interface ChangeProgress {

    /** The service is on its way and has this state now. */
    void waiting(ServiceState state);

    /** The server says how far it is. */
    void at(int percent);
}
