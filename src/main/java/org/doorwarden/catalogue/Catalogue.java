package org.doorwarden.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.ServiceName;

/**
 * All that Doorwarden knows.
 *
 * @param base what every Windows web server needs, whatever it is for
 * @param roles by id, in the order of the file
 */
public record Catalogue(
        Map<ServiceName, ServiceKnowledge> services,
        List<Requirement> base,
        Map<String, Role> roles,
        List<KnownProduct> products,
        Map<String, Source> sources) {

    /** The role assumed when nobody says what the server is for. */
    public static final String ASSUMED_ROLE = "static-site";

    public Optional<ServiceKnowledge> find(ServiceName name) {
        return Optional.ofNullable(services.get(name));
    }

    public Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** The product that a person means by these words. */
    public Optional<KnownProduct> product(String words) {
        return products.stream().filter(product -> product.isMeantBy(words)).findFirst();
    }
}
