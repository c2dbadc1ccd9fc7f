package org.doorwarden.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a server is like beside its services, as far as it could be told.
 *
 * @param traits each with what it was told from: a domain's name, the maker of a virtual machine; empty for nothing more
 * @param features the components of Windows that are installed, by the names their setup programs give them
 * @param sites the web sites of IIS
 */
public record ServerTraits(Map<Trait, String> traits, List<String> features, List<WebSite> sites) {

    /** Nothing could be told. */
    public static final ServerTraits UNKNOWN = new ServerTraits(Map.of(), List.of(), List.of());

    public ServerTraits {
        traits = traits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(traits));
        features = List.copyOf(features);
        sites = List.copyOf(sites);
    }
}
