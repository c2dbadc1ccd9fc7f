package org.doorwarden.plan;

import java.util.List;

/**
 * A saved set of roles and choices, for more than one server: what it names and a server lacks is not missed there.
 *
 * @param roles ids of roles; empty for none stated
 * @param products ids or names of products
 * @param recommended whether recommendations are taken where no choice is stated
 */
public record Policy(List<String> roles, List<String> products, boolean recommended, List<Choice> choices) {

    public Policy {
        roles = List.copyOf(roles);
        products = List.copyOf(products);
        choices = List.copyOf(choices);
    }
}
