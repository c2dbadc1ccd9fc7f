package org.doorwarden.restrict;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;

/** One way to limit who may use a service. */
public interface Restriction {

    /** What of it can be limited on this server; nothing if the restriction is not for this service. */
    List<Offer> offers(Inventory inventory, Service service);

    /** Which limits it has something to say on, if only why they cannot be set here. */
    default Set<Limit> answers(Inventory inventory, Service service) {
        return offers(inventory, service).stream().map(Offer::limit).collect(Collectors.toSet());
    }

    /**
     * What has to be set.
     *
     * @param limits of those, only the ones this restriction answers are looked at
     */
    Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups);
}
