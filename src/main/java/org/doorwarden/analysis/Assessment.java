package org.doorwarden.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.model.ServiceName;

/**
 * What is said of every service of a server, drivers left out.
 *
 * @param products the known products found installed or named by the administrator
 * @param knownNeeds the dependencies of these services that nobody declares
 */
public record Assessment(
        Purpose purpose,
        List<KnownProduct> products,
        Map<ServiceName, ServiceAssessment> services,
        KnownNeeds knownNeeds) {

    public Assessment {
        products = List.copyOf(products);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    public Optional<ServiceAssessment> find(ServiceName name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Whether the server's purpose needs the service, directly or not. */
    public boolean isNeeded(ServiceName name) {
        ServiceAssessment assessment = services.get(name);
        return assessment != null && assessment.needed();
    }
}
