package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;

/**
 * What the services of a server cannot do without although none of them declares so. The Service Control Manager knows
 * nothing of these dependencies: it stops what is needed, and the service that needs it fails later.
 */
public final class KnownNeeds {

    private final Map<ServiceName, List<Requirement>> needs = new HashMap<>();
    private final Map<ServiceName, List<KnownDependent>> dependents = new HashMap<>();

    /** A service that needs another one without declaring it. */
    public record KnownDependent(ServiceName service, Requirement requirement) {}

    private KnownNeeds() {}

    /**
     * What the catalogue knows of the services that are on the server; what is declared there, directly or through
     * others, is left out.
     *
     * @param entries the entries of these services
     */
    static KnownNeeds of(Inventory inventory, DependencyGraph graph, Map<ServiceName, ServiceKnowledge> entries) {
        KnownNeeds known = new KnownNeeds();
        entries.forEach((name, entry) -> {
            if (entry.needs().isEmpty()) {
                return;
            }
            Set<ServiceName> declared = graph.everythingNeededBy(List.of(name)).keySet();
            for (Requirement need : entry.needs()) {
                if (!declared.contains(need.service())) {
                    inventory.find(need.service()).ifPresent(needed -> known.add(name, needed.name(), need));
                }
            }
        });
        return known;
    }

    private void add(ServiceName service, ServiceName needed, Requirement need) {
        needs.computeIfAbsent(service, name -> new ArrayList<>())
                .add(new Requirement(needed, need.because(), need.source()));
        dependents.computeIfAbsent(needed, name -> new ArrayList<>()).add(new KnownDependent(service, need));
    }

    /** What a service needs in this way. */
    public List<Requirement> of(ServiceName service) {
        return List.copyOf(needs.getOrDefault(service, List.of()));
    }

    /** Which services need this one in this way. */
    public List<KnownDependent> on(ServiceName service) {
        return List.copyOf(dependents.getOrDefault(service, List.of()));
    }

    /** As {@link DependencyGraph#everythingNeededBy}, along declared dependencies and these. */
    Map<ServiceName, ServiceName> everythingNeededBy(DependencyGraph graph, Collection<ServiceName> roots) {
        Map<ServiceName, ServiceName> found = new LinkedHashMap<>(graph.everythingNeededBy(roots));
        Set<ServiceName> next = new HashSet<>(roots);
        next.addAll(found.keySet());
        while (!next.isEmpty()) {
            List<ServiceName> reached = new ArrayList<>();
            for (ServiceName service : next) {
                for (Requirement need : needs.getOrDefault(service, List.of())) {
                    if (found.putIfAbsent(need.service(), service) == null) {
                        reached.add(need.service());
                    }
                }
            }
            next = new HashSet<>(reached);
            for (Map.Entry<ServiceName, ServiceName> below :
                    graph.everythingNeededBy(reached).entrySet()) {
                if (found.putIfAbsent(below.getKey(), below.getValue()) == null) {
                    next.add(below.getKey());
                }
            }
        }
        return found;
    }
}
