package org.doorwarden.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Product;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.Trait;
import org.doorwarden.model.WebSite;
import org.doorwarden.model.WindowsVersion;

/** The inventory of a small server, thing by thing. */
public final class WrittenServer {

    private final List<Service> services = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final Map<Trait, String> traits = new EnumMap<>(Trait.class);
    private final List<String> features = new ArrayList<>();
    private final List<WebSite> sites = new ArrayList<>();
    private String version = "";

    public WrittenServer on(String windowsVersion) {
        version = windowsVersion;
        return this;
    }

    public WrittenServer service(Service service) {
        services.add(service);
        return this;
    }

    /** A service that runs and starts by itself. */
    public WrittenServer runs(String name, String... dependsOn) {
        return service(Service.named(name)
                .displayName("The " + name)
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, false)
                .dependsOn(dependsOn)
                .build());
    }

    public WrittenServer stopped(String name, String... dependsOn) {
        return service(Service.named(name).dependsOn(dependsOn).build());
    }

    public WrittenServer product(String name) {
        products.add(new Product(name, "Somebody", "1"));
        return this;
    }

    public WrittenServer trait(Trait trait, String detail) {
        traits.put(trait, detail);
        return this;
    }

    public WrittenServer feature(String name) {
        features.add(name);
        return this;
    }

    public WrittenServer site(String name) {
        sites.add(new WebSite(name, List.of("http *:80:")));
        return this;
    }

    public Inventory read() {
        return new Inventory(
                new ServerIdentity("written", "WRITTEN", "Windows", WindowsVersion.parse(version)),
                Instant.EPOCH,
                Inventory.byName(services),
                List.of(),
                products,
                new ServerTraits(traits, features, sites),
                List.of());
    }
}
