package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorwarden.model.ServiceName;

/** All that Doorwarden knows. */
public final class Catalogue {

    /** The role assumed when nobody says what the server is for. */
    public static final String ASSUMED_ROLE = "static-site";

    private final CatalogueEdition edition;
    private final List<Source> sources;
    private final List<ServiceKnowledge> services;
    private final List<Requirement> base;
    private final Map<String, Role> roles;
    private final List<KnownProduct> products;
    private final Map<ServiceName, ServiceKnowledge> byName = new HashMap<>();
    /** What stands before the {@code *} of a name, in lower case. */
    private final TreeMap<String, ServiceKnowledge> byBeginning = new TreeMap<>();

    /**
     * @param sources each id once
     * @param services each name once, sorted
     * @param base what every Windows web server needs, whatever it is for
     * @param roles by id, in the order in which to show them
     */
    public Catalogue(
            CatalogueEdition edition,
            Collection<Source> sources,
            Collection<ServiceKnowledge> services,
            List<Requirement> base,
            Map<String, Role> roles,
            List<KnownProduct> products) {
        this.edition = edition;
        this.sources = List.copyOf(sources);
        this.services = List.copyOf(services);
        this.base = List.copyOf(base);
        this.roles = roles;
        this.products = List.copyOf(products);
        for (ServiceKnowledge service : services) {
            for (String other : service.alsoNamed()) {
                if (other.endsWith(ServiceKnowledge.ANY_END)) {
                    put(byBeginning, beginning(other).toLowerCase(Locale.ROOT), service);
                } else {
                    put(byName, new ServiceName(other), service);
                }
            }
        }
        // An entry's own name counts for more than a name that another one mentions.
        for (ServiceKnowledge service : services) {
            byName.put(service.name(), service);
        }
    }

    public CatalogueEdition edition() {
        return edition;
    }

    /** Everything that entries, roles and products rest on. */
    public List<Source> sources() {
        return sources;
    }

    /** All entries, sorted by name. */
    public List<ServiceKnowledge> services() {
        return services;
    }

    public List<Requirement> base() {
        return base;
    }

    public Map<String, Role> roles() {
        return roles;
    }

    public List<KnownProduct> products() {
        return products;
    }

    /** The entry for a service of that name; of those for names that begin so, the one that says most of the name. */
    public Optional<ServiceKnowledge> find(ServiceName name) {
        ServiceKnowledge exact = byName.get(name);
        return exact != null ? Optional.of(exact) : findByBeginning(name.value().toLowerCase(Locale.ROOT));
    }

    public Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** The product that a person means by these words. */
    public Optional<KnownProduct> product(String words) {
        return products.stream().filter(product -> product.isMeantBy(words)).findFirst();
    }

    /** The services that listen on a port, TCP or UDP, unless told otherwise. */
    public List<ServiceKnowledge> listeningOn(int port) {
        List<ServiceKnowledge> listening = new ArrayList<>();
        for (ServiceKnowledge service : services) {
            if (service.ports().stream().anyMatch(each -> each.number() == port)) {
                listening.add(service);
            }
        }
        return listening;
    }

    /** The longest beginning is the last one before the name in the alphabet, but for those that only begin like it. */
    private Optional<ServiceKnowledge> findByBeginning(String name) {
        Map.Entry<String, ServiceKnowledge> candidate = byBeginning.floorEntry(name);
        while (candidate != null && !name.startsWith(candidate.getKey())) {
            candidate = byBeginning.floorEntry(commonBeginning(name, candidate.getKey()));
        }
        return Optional.ofNullable(candidate).map(Map.Entry::getValue);
    }

    /** A name that two entries mention is the site's rather than ours. */
    private static <K> void put(Map<K, ServiceKnowledge> entries, K name, ServiceKnowledge service) {
        ServiceKnowledge before = entries.get(name);
        if (before == null || service.local() || !before.local()) {
            entries.put(name, service);
        }
    }

    private static String commonBeginning(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    private static String beginning(String pattern) {
        return pattern.substring(0, pattern.length() - ServiceKnowledge.ANY_END.length());
    }
}
