package org.doorwarden.backend.windows;

import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServiceName;
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

    /** The names of all keys, those of no services included. */
    List<String> names() throws WindowsFailure {
        return services.subKeys();
    }

    /** The key of a service; empty if there is none. */
    Optional<RegistryKey> key(String name) throws WindowsFailure {
        return services.open(name);
    }

    /** The values of a key of this registry. */
    RegistryKey.Content read(RegistryKey key) throws WindowsFailure {
        return key.read(buffers);
    }

    /** One value of a key of this registry; empty if there is none. */
    Optional<RegistryValue> value(RegistryKey key, String name) throws WindowsFailure {
        return key.value(name, buffers);
    }

    /** The start type of one service as configured now. */
    StartType startType(ServiceName name) throws WindowsFailure {
        return content(name).map(ServiceRegistry::startType).orElse(StartType.UNKNOWN);
    }

    /** Whether the delayed flag is set, be it in effect or not. */
    boolean delayed(ServiceName name) throws WindowsFailure {
        return content(name).map(ServiceRegistry::delayed).orElse(false);
    }

    /** The dependencies of one service as configured now. */
    Dependencies dependencies(ServiceName name) throws WindowsFailure {
        return content(name)
                .map(content -> new Dependencies(content.texts("DependOnService"), content.texts("DependOnGroup")))
                .orElse(new Dependencies(List.of(), List.of()));
    }

    static StartType startType(RegistryKey.Content content) {
        return StartType.of(content.number("Start", -1), delayed(content));
    }

    private static boolean delayed(RegistryKey.Content content) {
        return content.number("DelayedAutostart", 0) == 1;
    }

    private Optional<RegistryKey.Content> content(ServiceName name) throws WindowsFailure {
        Optional<RegistryKey> key = key(name.value());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try (RegistryKey open = key.get()) {
            return Optional.of(read(open));
        }
    }

    @Override
    public void close() {
        services.close();
    }
}
