package org.doorwarden.backend.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.UnownedListener;

/** Gives each listening socket to the service whose process owns it. */
final class Listeners {

    /** The kernel's own process; drivers listen in its name. */
    private static final long SYSTEM = 4;

    private static final int SMB = 445;
    private static final ServiceName SERVER = new ServiceName("LanmanServer");

    private final List<OwnerTable.Row> rows;

    Listeners(List<OwnerTable.Row> rows) {
        this.rows = rows;
    }

    /** Reads the four tables; one that cannot be read is a problem, and the others still count. */
    static Listeners read(List<ReadProblem> problems) {
        List<OwnerTable.Row> rows = new ArrayList<>();
        try {
            rows.addAll(OwnerTable.tcp());
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.TCP_LISTENERS, "", failed.code()));
        }
        try {
            rows.addAll(OwnerTable.udp());
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.UDP_LISTENERS, "", failed.code()));
        }
        return new Listeners(rows);
    }

    /** What belongs to nobody is collected in {@code unowned}. */
    List<Service> assign(List<Service> services, List<UnownedListener> unowned) {
        Map<Long, List<Service>> byProcess = new HashMap<>();
        for (Service service : services) {
            if (service.pid() != 0) {
                byProcess
                        .computeIfAbsent(service.pid(), pid -> new ArrayList<>())
                        .add(service);
            }
        }
        Map<ServiceName, List<Listener>> found = new HashMap<>();
        for (OwnerTable.Row row : rows) {
            List<Service> owners = owners(row, byProcess, services);
            Listener listener = new Listener(row.protocol(), row.address(), row.port(), owners.size() > 1);
            for (Service owner : owners) {
                found.computeIfAbsent(owner.name(), name -> new ArrayList<>()).add(listener);
            }
            if (owners.isEmpty()) {
                unowned.add(new UnownedListener(listener, row.pid(), process(row.pid())));
            }
        }
        return services.stream()
                .map(service -> found.containsKey(service.name())
                        ? service.but().listeners(found.get(service.name())).build()
                        : service)
                .toList();
    }

    private static List<Service> owners(
            OwnerTable.Row row, Map<Long, List<Service>> byProcess, List<Service> services) {
        if (row.pid() == SYSTEM && row.protocol() == Protocol.TCP && row.port() == SMB) {
            // The Server service works through its driver, which listens in the kernel's name.
            return services.stream()
                    .filter(service -> service.name().equals(SERVER) && service.isActive())
                    .toList();
        }
        return byProcess.getOrDefault(row.pid(), List.of());
    }

    private static String process(long pid) {
        if (pid == SYSTEM) {
            return "System";
        }
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).orElse("");
    }
}
