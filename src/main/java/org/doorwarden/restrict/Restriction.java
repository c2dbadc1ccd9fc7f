package org.doorwarden.restrict;

import java.util.List;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;

/** One way to limit who may use a service. */
public interface Restriction {

    /** What of it can be limited on this server; nothing if the restriction is not for this service. */
    List<Offer> offers(Inventory inventory, Service service);

    /**
     * What has to be set.
     *
     * @param limits of those, only the ones this restriction offers are looked at
     */
    Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups);
}
