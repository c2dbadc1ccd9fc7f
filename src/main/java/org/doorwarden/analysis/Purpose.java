package org.doorwarden.analysis;

import java.util.List;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;

/**
 * What the server is for, in the administrator's word.
 *
 * @param roles at least one
 * @param assumed whether nobody said so and the role was assumed
 * @param products programs said to be in use, beside those found installed
 */
public record Purpose(List<Role> roles, boolean assumed, List<KnownProduct> products) {

    public Purpose {
        roles = List.copyOf(roles);
        products = List.copyOf(products);
    }
}
