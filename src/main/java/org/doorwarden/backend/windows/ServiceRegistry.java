package org.doorwarden.backend.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;

/**
 * The configuration of the services as the registry keeps it, below {@code HKLM\SYSTEM\CurrentControlSet\Services}. It
 * is read there, and not asked of the Service Control Manager service by service, because that is one remote procedure
 * call for each.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/install/hklm-system-currentcontrolset-services-registry-tree">
 *     The Services registry tree</a>
 */
final class ServiceRegistry implements AutoCloseable {

    private static final String PATH = "SYSTEM\\CurrentControlSet\\Services";

    private final RegistryKey services;
    private final RegistryKey.Buffers buffers = new RegistryKey.Buffers();

    private ServiceRegistry(RegistryKey services) {
        this.services = services;
    }

    static ServiceRegistry open() throws WindowsFailure {
        return new ServiceRegistry(RegistryKey.localMachine(PATH)
                .orElseThrow(() -> new WindowsFailure(PATH, WindowsError.FILE_NOT_FOUND)));
    }

    /** The start type of one service as configured now. */
    StartType startType(ServiceName name) throws WindowsFailure {
        Optional<RegistryKey> key = services.open(name.value());
        if (key.isEmpty()) {
            return StartType.UNKNOWN;
        }
        try (RegistryKey open = key.get()) {
            return startType(open.read(buffers));
        }
    }

    /** Whether the delayed flag is set, be it in effect or not. */
    boolean delayed(ServiceName name) throws WindowsFailure {
        Optional<RegistryKey> key = services.open(name.value());
        if (key.isEmpty()) {
            return false;
        }
        try (RegistryKey open = key.get()) {
            return number(open.read(buffers), "DelayedAutostart", 0) == 1;
        }
    }

    /**
     * Joins an enumerated service with its configuration.
     *
     * @param problems where to say what could not be read
     */
    Service read(EnumeratedService enumerated, AccessRights rights, PolicyServices policy, List<ReadProblem> problems) {
        var status = enumerated.status();
        var builder = Service.named(enumerated.name())
                .displayName(enumerated.displayName())
                .type(ServiceType.ofBits(status.type()))
                .state(ServiceState.ofCode(status.state()))
                .pid(Integer.toUnsignedLong(status.pid()))
                .accepts(status.acceptsStop(), status.acceptsPause());
        try {
            Optional<RegistryKey> key = services.open(enumerated.name());
            if (key.isEmpty()) {
                throw new WindowsFailure(enumerated.name(), WindowsError.FILE_NOT_FOUND);
            }
            try (RegistryKey open = key.get()) {
                RegistryKey.Content content = open.read(buffers);
                boolean triggers = content.hasSubKeys() && exists(open, "TriggerInfo");
                return builder.description(description(open, content))
                        .startType(startType(content))
                        .triggerStart(triggers)
                        .account(content.text("ObjectName"))
                        .imagePath(content.text("ImagePath"))
                        .loadOrderGroup(content.text("Group"))
                        .dependsOn(names(content, "DependOnService"))
                        .dependsOnGroups(texts(content, "DependOnGroup"))
                        .changeability(changeability(enumerated, open, content, rights, policy, problems))
                        .build();
            }
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.CONFIGURATION, enumerated.name(), failed.code()));
            return builder.startType(StartType.UNKNOWN)
                    .changeability(Changeability.no(Changeability.Kind.NOT_READ, ""))
                    .build();
        }
    }

    @Override
    public void close() {
        services.close();
    }

    static StartType startType(RegistryKey.Content content) {
        return StartType.of(number(content, "Start", -1), number(content, "DelayedAutostart", 0) == 1);
    }

    private Changeability changeability(
            EnumeratedService enumerated,
            RegistryKey key,
            RegistryKey.Content content,
            AccessRights rights,
            PolicyServices policy,
            List<ReadProblem> problems) {
        ServiceType type = ServiceType.ofBits(enumerated.status().type());
        if (number(content, "LaunchProtected", 0) != 0) {
            return Changeability.no(Changeability.Kind.PROTECTED, "");
        }
        if (type.isPerUser()) {
            return Changeability.no(Changeability.Kind.PER_USER, "");
        }
        Optional<String> setBy = policy.settingOf(new ServiceName(enumerated.name()));
        if (setBy.isPresent()) {
            return Changeability.no(Changeability.Kind.POLICY, setBy.get());
        }
        try {
            Optional<byte[]> descriptor = content.hasSubKeys() ? securityDescriptor(key) : Optional.empty();
            return rights.mayChange(descriptor)
                    ? Changeability.YES
                    : Changeability.no(Changeability.Kind.RIGHT_MISSING, "");
        } catch (WindowsFailure failed) {
            if (!rights.elevated()) {
                // Only administrators may even look at it; only they may change the service.
                return Changeability.no(Changeability.Kind.RIGHT_MISSING, "");
            }
            problems.add(new ReadProblem(Part.SECURITY, enumerated.name(), failed.code()));
            return Changeability.YES;
        }
    }

    /** The service's own security descriptor, self-relative; empty where the system's default holds. */
    private Optional<byte[]> securityDescriptor(RegistryKey key) throws WindowsFailure {
        Optional<RegistryKey> security = key.open("Security");
        if (security.isEmpty()) {
            return Optional.empty();
        }
        try (RegistryKey open = security.get()) {
            return open.read(buffers).value("Security").map(RegistryValue::data);
        }
    }

    private static boolean exists(RegistryKey key, String name) throws WindowsFailure {
        Optional<RegistryKey> found = key.open(name);
        found.ifPresent(RegistryKey::close);
        return found.isPresent();
    }

    private static String description(RegistryKey key, RegistryKey.Content content) {
        String raw = content.text("Description");
        return raw.startsWith("@") ? key.localized("Description").orElse(raw) : raw;
    }

    private static int number(RegistryKey.Content content, String name, int otherwise) {
        return content.value(name)
                .map(value -> value.number().orElse(otherwise))
                .orElse(otherwise);
    }

    private static List<String> texts(RegistryKey.Content content, String name) {
        return content.value(name).map(RegistryValue::texts).orElse(List.of());
    }

    private static List<ServiceName> names(RegistryKey.Content content, String name) {
        List<ServiceName> names = new ArrayList<>();
        texts(content, name).forEach(text -> names.add(new ServiceName(text)));
        return names;
    }
}
