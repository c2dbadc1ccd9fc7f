package org.doorwarden.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorwarden.model.access.ServerAccess;

/**
 * One reading of a server.
 *
 * @param services services and drivers alike by name, in the order read; drivers are there because services depend on
 *     them
 * @param unownedListeners ports that belong to no service
 * @param traits what the server is like beside that
 * @param access who can reach it and get in
 * @param problems what could not be read; empty if everything was
 */
public record Inventory(
        ServerIdentity server,
        Instant takenAt,
        Map<ServiceName, Service> services,
        List<UnownedListener> unownedListeners,
        List<Product> products,
        ServerTraits traits,
        ServerAccess access,
        List<ReadProblem> problems) {

    public Inventory {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(takenAt, "takenAt");
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        unownedListeners = List.copyOf(unownedListeners);
        products = List.copyOf(products);
        Objects.requireNonNull(traits, "traits");
        Objects.requireNonNull(access, "access");
        problems = List.copyOf(problems);
    }

    /** A reading that did not ask who can get in. */
    public Inventory(
            ServerIdentity server,
            Instant takenAt,
            Map<ServiceName, Service> services,
            List<UnownedListener> unownedListeners,
            List<Product> products,
            ServerTraits traits,
            List<ReadProblem> problems) {
        this(server, takenAt, services, unownedListeners, products, traits, ServerAccess.UNKNOWN, problems);
    }

    /** The same reading with more known of who can get in. */
    public Inventory with(ServerAccess access) {
        return new Inventory(server, takenAt, services, unownedListeners, products, traits, access, problems);
    }

    /** Builds the map by name; of two services with one name the first counts. */
    public static Map<ServiceName, Service> byName(Iterable<Service> services) {
        Map<ServiceName, Service> byName = new LinkedHashMap<>();
        for (Service service : services) {
            byName.putIfAbsent(service.name(), service);
        }
        return byName;
    }

    public Optional<Service> find(ServiceName name) {
        return Optional.ofNullable(services.get(name));
    }

    /** The services proper, sorted by name. */
    public Stream<Service> servicesOnly() {
        return services.values().stream()
                .filter(service -> !service.isDriver())
                .sorted((a, b) -> a.name().compareTo(b.name()));
    }

    /** The drivers, sorted by name. */
    public Stream<Service> driversOnly() {
        return services.values().stream()
                .filter(Service::isDriver)
                .sorted((a, b) -> a.name().compareTo(b.name()));
    }
}
