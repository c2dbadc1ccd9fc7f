package org.doorwarden.backend.windows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceBuilder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;

/** Joins what the Service Control Manager enumerates with what the registry says of it, in one pass. */
final class ServiceReader {

    private final ServiceRegistry registry;
    private final AccessRights rights;
    private final PolicyServices policy;
    private final List<ReadProblem> problems;
    /** Many services have the same security descriptor, and checking it is a call into the kernel. */
    private final Map<ByteBuffer, Boolean> changeableWith = new HashMap<>();

    /** @param problems where to say what could not be read */
    ServiceReader(ServiceRegistry registry, AccessRights rights, PolicyServices policy, List<ReadProblem> problems) {
        this.registry = registry;
        this.rights = rights;
        this.policy = policy;
        this.problems = problems;
    }

    /** All services, and the templates of per-user services, which not every enumeration has. */
    List<Service> read(List<EnumeratedService> enumeration) throws WindowsFailure {
        List<Service> services = new ArrayList<>(enumeration.size());
        Set<ServiceName> enumerated = new HashSet<>();
        for (EnumeratedService each : enumeration) {
            services.add(read(each));
            enumerated.add(new ServiceName(each.name()));
        }
        for (String name : registry.names()) {
            if (!enumerated.contains(new ServiceName(name))) {
                readTemplate(name).ifPresent(services::add);
            }
        }
        return services;
    }

    private Service read(EnumeratedService enumerated) {
        EnumeratedService.Status status = enumerated.status();
        ServiceBuilder service = Service.named(enumerated.name())
                .displayName(enumerated.displayName())
                .type(ServiceType.ofBits(status.type()))
                .state(ServiceState.ofCode(status.state()))
                .pid(Integer.toUnsignedLong(status.pid()))
                .accepts(status.acceptsStop(), status.acceptsPause());
        try {
            Optional<RegistryKey> key = registry.key(enumerated.name());
            if (key.isEmpty()) {
                throw new WindowsFailure(enumerated.name(), WindowsError.FILE_NOT_FOUND);
            }
            try (RegistryKey open = key.get()) {
                return configure(
                        enumerated.name(), service, open, registry.read(open), ServiceType.ofBits(status.type()));
            }
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.CONFIGURATION, enumerated.name(), failed.code()));
            return service.startType(StartType.UNKNOWN)
                    .changeability(Changeability.no(Changeability.Kind.NOT_READ, ""))
                    .build();
        }
    }

    /** The template of that name; empty for keys of anything else. */
    private Optional<Service> readTemplate(String name) {
        try {
            Optional<RegistryKey> key = registry.key(name);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            try (RegistryKey open = key.get()) {
                RegistryKey.Content content = registry.read(open);
                ServiceType type = ServiceType.ofBits(content.number("Type", 0));
                if (type != ServiceType.USER_TEMPLATE) {
                    return Optional.empty();
                }
                String displayName = content.text("DisplayName");
                ServiceBuilder service = Service.named(name).type(type);
                if (!displayName.isEmpty()) {
                    service.displayName(localized(open, "DisplayName", displayName));
                }
                return Optional.of(configure(name, service, open, content, type));
            }
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.CONFIGURATION, name, failed.code()));
            return Optional.empty();
        }
    }

    private Service configure(
            String name, ServiceBuilder service, RegistryKey key, RegistryKey.Content content, ServiceType type)
            throws WindowsFailure {
        return service.description(localized(key, "Description", content.text("Description")))
                .startType(ServiceRegistry.startType(content))
                .triggerStart(content.hasSubKeys() && exists(key, "TriggerInfo"))
                .account(content.text("ObjectName"))
                .imagePath(content.text("ImagePath"))
                .loadOrderGroup(content.text("Group"))
                .dependsOn(content.texts("DependOnService").stream()
                        .map(ServiceName::new)
                        .toList())
                .dependsOnGroups(content.texts("DependOnGroup"))
                .changeability(changeability(name, key, content, type))
                .build();
    }

    private Changeability changeability(String name, RegistryKey key, RegistryKey.Content content, ServiceType type) {
        if (content.number("LaunchProtected", 0) != 0) {
            return Changeability.no(Changeability.Kind.PROTECTED, "");
        }
        if (type.isPerUser()) {
            return Changeability.no(Changeability.Kind.PER_USER, "");
        }
        Optional<String> setBy = policy.settingOf(new ServiceName(name));
        if (setBy.isPresent()) {
            return Changeability.no(Changeability.Kind.POLICY, setBy.get());
        }
        try {
            Optional<byte[]> descriptor = content.hasSubKeys() ? securityDescriptor(key) : Optional.empty();
            return mayChange(descriptor) ? Changeability.YES : Changeability.no(Changeability.Kind.RIGHT_MISSING, "");
        } catch (WindowsFailure failed) {
            if (!rights.elevated()) {
                // Only administrators may even look at it; only they may change the service.
                return Changeability.no(Changeability.Kind.RIGHT_MISSING, "");
            }
            problems.add(new ReadProblem(Part.SECURITY, name, failed.code()));
            return Changeability.YES;
        }
    }

    private boolean mayChange(Optional<byte[]> descriptor) throws WindowsFailure {
        ByteBuffer key = ByteBuffer.wrap(descriptor.orElse(new byte[0]));
        Boolean known = changeableWith.get(key);
        if (known == null) {
            known = rights.mayChange(descriptor);
            changeableWith.put(key, known);
        }
        return known;
    }

    /** The service's own security descriptor, self-relative; empty where the system's default holds. */
    private Optional<byte[]> securityDescriptor(RegistryKey key) throws WindowsFailure {
        Optional<RegistryKey> security = key.open("Security");
        if (security.isEmpty()) {
            return Optional.empty();
        }
        try (RegistryKey open = security.get()) {
            return registry.value(open, "Security").map(RegistryValue::data);
        }
    }

    private static boolean exists(RegistryKey key, String name) throws WindowsFailure {
        Optional<RegistryKey> found = key.open(name);
        found.ifPresent(RegistryKey::close);
        return found.isPresent();
    }

    /** Looks a text up in the resource it refers to; a reference that leads nowhere is shown as it is. */
    private static String localized(RegistryKey key, String value, String text) {
        return text.startsWith("@") ? key.localized(value).orElse(text) : text;
    }
}
