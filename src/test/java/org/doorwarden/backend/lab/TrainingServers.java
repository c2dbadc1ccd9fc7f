package org.doorwarden.backend.lab;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.doorwarden.apply.Pace;
import org.doorwarden.backend.BackendException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail.Restart;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallRuleName;

/** Training servers for tests: in memory, of services made up on the spot. */
public final class TrainingServers {

    private TrainingServers() {}

    /** A training server that lives in memory. */
    public static LabBackend of(InstantSource clock, LabDefinition definition) {
        return new LabBackend(definition, new MemoryStore(), clock, duration -> {
            if (clock instanceof Pace pace) {
                pace.pause(duration);
            }
        });
    }

    /** A server of these services, each in a process of its own. */
    public static LabDefinition definition(List<LabService> services) {
        var byName = new LinkedHashMap<ServiceName, LabService>();
        services.forEach(each -> byName.put(each.service().name(), each));
        return new LabDefinition(
                "test",
                "TEST",
                "Test",
                Optional.empty(),
                "A server for tests.",
                byName,
                List.of(),
                List.of(),
                ServerTraits.UNKNOWN,
                List.of());
    }

    /** The same server with settings, and with a component for each of these services. */
    public static LabDefinition with(LabDefinition begun, ServerAccess access, List<LabComponent> components) {
        Map<String, LabComponent> byName = new LinkedHashMap<>();
        components.forEach(each -> byName.put(each.name(), each));
        List<String> features =
                components.stream().flatMap(each -> each.listedAs().stream()).toList();
        return new LabDefinition(
                begun.name(),
                begun.computer(),
                begun.operatingSystem(),
                begun.windowsVersion(),
                begun.description(),
                begun.services(),
                begun.unownedListeners(),
                begun.products(),
                new ServerTraits(Map.of(), features, List.of()),
                access,
                begun.accounts(),
                byName,
                begun.iisConfiguration(),
                begun.faults());
    }

    /** The same server with a configuration of IIS. */
    public static LabDefinition withIis(LabDefinition begun, byte[] configuration) {
        return new LabDefinition(
                begun.name(),
                begun.computer(),
                begun.operatingSystem(),
                begun.windowsVersion(),
                begun.description(),
                begun.services(),
                begun.unownedListeners(),
                begun.products(),
                begun.traits(),
                begun.access(),
                begun.accounts(),
                begun.components(),
                Optional.of(
                        new FileImage("C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config", configuration)),
                begun.faults());
    }

    /** A component of these services, whose setup makes them manual. */
    public static LabComponent component(String name, boolean restart, List<ServiceName> services) {
        Map<ServiceName, StartType> startTypes = new LinkedHashMap<>();
        services.forEach(each -> startTypes.put(each, StartType.MANUAL));
        return new LabComponent(
                name,
                "The component " + name,
                OptionalLong.of(1_000_000),
                restart ? Restart.REQUIRED : Restart.NO,
                List.of(),
                startTypes,
                true,
                true,
                List.of("Listed-" + name),
                java.time.Duration.ofSeconds(4));
    }

    /** A service that takes a moment to start and to stop. */
    public static LabService service(Service service) {
        return new LabService(
                service, service.name().value(), java.time.Duration.ofMillis(300), java.time.Duration.ofMillis(200));
    }

    /** What of a server a run may change, and must bring back: every start type, every state and every setting. */
    public static String picture(Inventory inventory) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Service service : inventory.services().values()) {
            lines.put(
                    service.name().value(),
                    service.startType().id() + " " + service.state().id());
        }
        inventory.access().values().forEach((setting, value) -> {
            if (!(value instanceof Absent) && !(setting instanceof FirewallRuleName)) {
                lines.put(setting.identity(), value.text());
            }
        });
        inventory
                .access()
                .firewall()
                .ifPresent(firewall -> firewall.rules().forEach(rule -> lines.put("rule " + rule.name(), rule.text())));
        if (!inventory.traits().features().isEmpty()) {
            lines.put("features", inventory.traits().features().toString());
        }
        return lines.toString();
    }

    private static final class MemoryStore implements LabStore {

        private LabState state;

        @Override
        public Optional<LabState> load() {
            return Optional.ofNullable(state);
        }

        @Override
        public void save(LabState saved) {
            state = saved;
        }

        @Override
        public void delete() {
            state = null;
        }

        @Override
        public <T> T exclusively(Work<T> work) throws java.io.IOException, BackendException {
            return work.on(load());
        }
    }

    /** All kinds of faults on all services of a server. */
    public static List<Fault> allFaults(LabDefinition definition) {
        List<Fault> faults = new ArrayList<>();
        for (ServiceName name : definition.services().keySet()) {
            for (Fault.Kind kind : Fault.Kind.values()) {
                if (!kind.isOfSettings()) {
                    faults.add(new Fault(kind, name, Fault.ALWAYS));
                }
            }
        }
        return faults;
    }
}
