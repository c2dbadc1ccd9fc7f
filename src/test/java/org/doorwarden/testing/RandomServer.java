package org.doorwarden.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.doorwarden.backend.lab.LabComponent;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabService;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;

/**
 * Servers as they could be: services and drivers that need each other and groups, that need what is missing or
 * themselves in a circle, that are protected or do not stop, running on top of what runs.
 */
public final class RandomServer {

    private static final List<StartType> START_TYPES = List.of(
            StartType.AUTOMATIC,
            StartType.AUTOMATIC,
            StartType.AUTOMATIC_DELAYED,
            StartType.MANUAL,
            StartType.MANUAL,
            StartType.DISABLED);

    private final RandomGenerator random;
    private final List<LabService> services = new ArrayList<>();
    private final Set<ServiceName> active = new HashSet<>();
    private final Map<String, List<ServiceName>> groups = new HashMap<>();

    private RandomServer(RandomGenerator random) {
        this.random = random;
    }

    public static LabDefinition make(RandomGenerator random) {
        return new RandomServer(random).build(3 + random.nextInt(20));
    }

    /** One with settings of every kind, and with components that hold some of its services. */
    public static LabDefinition makeWithSettings(RandomGenerator random) {
        LabDefinition begun = make(random);
        List<LabComponent> components = new ArrayList<>();
        for (LabService each : begun.services().values()) {
            Service service = each.service();
            if (!service.isDriver() && service.changeability().isChangeable() && random.nextInt(3) == 0) {
                components.add(TrainingServers.component(
                        "C" + components.size(), random.nextInt(4) == 0, List.of(service.name())));
            }
        }
        return TrainingServers.with(begun, new RandomSettings(random).access(), components);
    }

    private LabDefinition build(int count) {
        for (int i = 0; i < count; i++) {
            services.add(service(i));
        }
        return TrainingServers.definition(services);
    }

    private LabService service(int number) {
        String name = "S" + number;
        boolean driver = random.nextInt(8) == 0;
        Set<ServiceName> needs = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0 && number > 0; i--) {
            needs.add(new ServiceName("s" + random.nextInt(number)));
        }
        boolean broken = random.nextInt(12) == 0;
        if (broken) {
            needs.add(new ServiceName(random.nextBoolean() ? "NotThere" : name));
        }
        List<String> neededGroups = random.nextInt(6) == 0 ? List.of("group " + random.nextInt(2)) : List.of();
        StartType startType = START_TYPES.get(random.nextInt(START_TYPES.size()));
        boolean canRun =
                !broken && active.containsAll(needs) && neededGroups.stream().allMatch(this::hasActiveMember);
        boolean runs = canRun && random.nextInt(4) != 0;
        boolean pausable = random.nextInt(3) == 0;
        ServiceState state = !runs
                ? ServiceState.STOPPED
                : pausable && random.nextInt(4) == 0 ? ServiceState.PAUSED : ServiceState.RUNNING;
        String group = random.nextInt(4) == 0 ? "Group " + random.nextInt(2) : "";
        Service service = Service.named(name)
                .type(driver ? ServiceType.KERNEL_DRIVER : ServiceType.OWN_PROCESS)
                .startType(startType)
                .state(state)
                .accepts(random.nextInt(8) != 0, pausable)
                .loadOrderGroup(group)
                .dependsOn(List.copyOf(needs))
                .dependsOnGroups(neededGroups)
                .changeability(
                        random.nextInt(20) == 0
                                ? Changeability.no(Changeability.Kind.PROTECTED, "")
                                : Changeability.YES)
                .build();
        if (runs) {
            active.add(service.name());
            groups.computeIfAbsent(group.toLowerCase(java.util.Locale.ROOT), key -> new ArrayList<>())
                    .add(service.name());
        }
        return new LabService(
                service, name, Duration.ofMillis(random.nextInt(2000)), Duration.ofMillis(random.nextInt(2000)));
    }

    private boolean hasActiveMember(String group) {
        return groups.containsKey(group.toLowerCase(java.util.Locale.ROOT));
    }
}
