package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Inventory;

/**
 * What the server is for, in the administrator's word.
 *
 * @param roles at least one
 * @param assumed whether nobody said so and the role was assumed
 * @param products programs said to be in use, beside those found installed
 * @param detected the roles among them that nobody said but that the server shows, with what speaks for each
 */
public record Purpose(List<Role> roles, boolean assumed, List<KnownProduct> products, List<RoleEvidence> detected) {

    public Purpose {
        roles = List.copyOf(roles);
        products = List.copyOf(products);
        detected = List.copyOf(detected);
    }

    /** With nothing but what was said. */
    public Purpose(List<Role> roles, boolean assumed, List<KnownProduct> products) {
        this(roles, assumed, products, List.of());
    }

    /**
     * With the surroundings that the server shows, unless the administrator said something of its surroundings. Where a
     * server stands is a fact; what it is for is not detected, since that is somebody's intention.
     */
    public Purpose withSurroundings(Catalogue catalogue, Inventory inventory) {
        if (roles.stream().anyMatch(role -> role.group() == Role.Group.SURROUNDINGS)) {
            return this;
        }
        List<RoleEvidence> found = RoleEvidence.findAll(catalogue, inventory).stream()
                .filter(evidence -> evidence.role().group() == Role.Group.SURROUNDINGS)
                .toList();
        List<Role> all = new ArrayList<>(roles);
        found.forEach(evidence -> all.add(evidence.role()));
        return new Purpose(all, assumed, products, found);
    }
}
