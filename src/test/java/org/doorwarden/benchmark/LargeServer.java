package org.doorwarden.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceBuilder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;

/** A server with more services than any: those of a real one, and as many more that need each other and groups. */
final class LargeServer {

    private static final int GROUP_SIZE = 50;

    private LargeServer() {}

    /** So many services, each needing up to three that come before it. */
    static List<Service> services(List<Service> real, int count, RandomGenerator random) {
        List<Service> services = new ArrayList<>(real);
        for (int i = services.size(); i < count; i++) {
            services.add(service(services, random));
        }
        return services;
    }

    /** A reading of a real server with so many services. */
    static Inventory inventory(Inventory real, int count, RandomGenerator random) {
        List<Service> services = services(List.copyOf(real.services().values()), count, random);
        return new Inventory(
                real.server(),
                Instant.EPOCH,
                Inventory.byName(services),
                List.of(),
                real.products(),
                real.traits(),
                List.of());
    }

    private static Service service(List<Service> before, RandomGenerator random) {
        int number = before.size();
        List<ServiceName> needs = new ArrayList<>();
        for (int i = Math.min(number, random.nextInt(4)); i > 0; i--) {
            needs.add(before.get(random.nextInt(number)).name());
        }
        ServiceBuilder service = Service.named("Agent" + number)
                .displayName("Agent number " + number)
                .imagePath("\"C:\\Program Files\\Agents\\agent" + number + ".exe\" -service")
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, false)
                .pid(10_000 + number)
                .dependsOn(needs.stream().distinct().toList());
        if (random.nextInt(10) == 0) {
            service.loadOrderGroup("Group " + number / GROUP_SIZE);
        }
        if (random.nextInt(20) == 0 && number > GROUP_SIZE) {
            service.dependsOnGroups(List.of("group " + random.nextInt(number / GROUP_SIZE)));
        }
        if (random.nextInt(5) == 0) {
            service.listeners(List.of(new Listener(Protocol.TCP, "0.0.0.0", 1024 + number % 60_000, false)));
        }
        return service.build();
    }
}
