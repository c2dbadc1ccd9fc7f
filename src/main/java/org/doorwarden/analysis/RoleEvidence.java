package org.doorwarden.analysis;

import java.util.List;
import java.util.Optional;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;

/**
 * What speaks for a server having a role: the services that the role needs and that run there now. It is no proof. The
 * setup program of old servers installed and started much that nobody ever used.
 */
public record RoleEvidence(Role role, List<Service> running) {

    public RoleEvidence {
        running = List.copyOf(running);
    }

    /** The evidence for a role; empty if something the role needs does not run. */
    public static Optional<RoleEvidence> find(Role role, Inventory inventory) {
        List<Service> running = role.requires().stream()
                .map(Requirement::service)
                .flatMap(name -> inventory.find(name).stream())
                .filter(Service::isActive)
                .toList();
        boolean all = role.requires().stream()
                .flatMap(required -> inventory.find(required.service()).stream())
                .allMatch(Service::isActive);
        return running.isEmpty() || !all ? Optional.empty() : Optional.of(new RoleEvidence(role, running));
    }
}
