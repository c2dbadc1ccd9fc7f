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
     * With what the server shows, where the administrator said nothing: where it stands, unless a role says so; and
     * where no role was said at all, what its pages are made by, from what is installed for it. What merely runs proves
     * nothing there, since setup programs start much that nobody uses.
     */
    public Purpose withDetected(Catalogue catalogue, Inventory inventory) {
        boolean surroundingsSaid = roles.stream().anyMatch(role -> role.group() == Role.Group.SURROUNDINGS);
        List<RoleEvidence> found = RoleEvidence.findAll(catalogue, inventory).stream()
                .filter(evidence -> !roles.contains(evidence.role()))
                .filter(evidence -> switch (evidence.role().group()) {
                    case SURROUNDINGS -> !surroundingsSaid;
                    case SITE -> assumed && evidence.installed();
                    case SERVICE -> false;
                })
                .toList();
        List<Role> all = new ArrayList<>(roles);
        found.forEach(evidence -> all.add(evidence.role()));
        return new Purpose(all, assumed, products, found);
    }
}
