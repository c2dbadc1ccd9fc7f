package org.doorwarden.backend.windows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.Service;

/**
 * Reads this Windows computer again and again, and prints of each reading the number of services, the microseconds for
 * the services alone, and those for everything: listeners, publishers, installed products, policy and traits, too.
 */
public final class ReadThisComputer {

    private static final Path SYSTEM_ROOT = Path.of("C:\\windows");

    private ReadThisComputer() {}

    public static void main(String[] arguments) throws Exception {
        ShippedLibrary.prefer();
        try (WindowsBackend backend = WindowsBackend.open(SYSTEM_ROOT);
                ServiceManager manager = ServiceManager.open();
                ServiceRegistry registry = ServiceRegistry.open();
                AccessRights rights = AccessRights.ofThisProcess()) {
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                long start = System.nanoTime();
                List<Service> services = services(manager, registry, rights);
                long between = System.nanoTime();
                int found = backend.read().services().size();
                long end = System.nanoTime();
                if (found != services.size()) {
                    throw new IllegalStateException(found + " services, and " + services.size());
                }
                System.out.println(found + " " + (between - start) / 1000 + " " + (end - between) / 1000);
            }
        }
    }

    private static List<Service> services(ServiceManager manager, ServiceRegistry registry, AccessRights rights)
            throws WindowsFailure {
        List<ReadProblem> problems = new ArrayList<>();
        PolicyServices policy = PolicyServices.read(SYSTEM_ROOT, problems);
        return new ServiceReader(registry, rights, policy, problems).read(manager.enumerate());
    }
}
