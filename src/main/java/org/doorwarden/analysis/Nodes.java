package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;

/**
 * The nodes and edges of a dependency graph by number. Services come first, in the order given; then one node for each
 * load-order group that somebody needs, so that a dependency on a group costs one edge and not one for each member.
 */
final class Nodes {

    private final List<Service> services;
    private final ServiceName[] names;
    private final Map<ServiceName, Integer> serviceIndex;
    private final BitSet active = new BitSet();
    private final Map<ServiceName, Integer> groupIndex = new HashMap<>();
    private final List<String> groupNames = new ArrayList<>();
    private final Map<Integer, List<ServiceName>> missing = new HashMap<>();
    private final Edges needs;
    private final Edges neededBy;

    Nodes(Collection<Service> given) {
        services = List.copyOf(given);
        names = new ServiceName[services.size()];
        serviceIndex = new HashMap<>(2 * services.size());
        BitSet grouped = new BitSet();
        for (int i = 0; i < names.length; i++) {
            Service service = services.get(i);
            names[i] = service.name();
            serviceIndex.putIfAbsent(names[i], i);
            active.set(i, service.isActive());
            grouped.set(i, !service.loadOrderGroup().isEmpty());
        }
        Edges.Builder edges = new Edges.Builder(names.length);
        for (int i = 0; i < names.length; i++) {
            addNeeds(edges, i);
        }
        addMembers(edges, grouped);
        needs = edges.build();
        neededBy = needs.reversed();
    }

    int serviceCount() {
        return services.size();
    }

    int count() {
        return services.size() + groupNames.size();
    }

    boolean isGroup(int node) {
        return node >= services.size();
    }

    Service service(int node) {
        return services.get(node);
    }

    ServiceName name(int node) {
        return names[node];
    }

    boolean isActive(int service) {
        return active.get(service);
    }

    /** The number of the service, or -1. */
    int indexOf(ServiceName name) {
        return serviceIndex.getOrDefault(name, -1);
    }

    /** The number of the group's node, or -1 if nobody needs the group. */
    int groupIndexOf(String group) {
        return group.isEmpty() ? -1 : groupIndex.getOrDefault(new ServiceName(group), -1);
    }

    /** From a service to what it declares it needs, each once; from a group to its members. */
    Edges needs() {
        return needs;
    }

    /** The same the other way round. */
    Edges neededBy() {
        return neededBy;
    }

    /** What a service declares it needs and nothing on this server is called. */
    List<ServiceName> missing(int service) {
        return missing.getOrDefault(service, List.of());
    }

    /** The services that have something {@link #missing}. */
    Set<Integer> lacking() {
        return missing.keySet();
    }

    /** The services among the nodes. */
    int[] services(int[] among) {
        int count = 0;
        for (int node : among) {
            count += isGroup(node) ? 0 : 1;
        }
        if (count == among.length) {
            return among;
        }
        int[] found = new int[count];
        int at = 0;
        for (int node : among) {
            if (!isGroup(node)) {
                found[at++] = node;
            }
        }
        return found;
    }

    /** The names of the groups among the nodes. */
    List<String> groupNames(int[] among) {
        return Arrays.stream(among)
                .filter(this::isGroup)
                .mapToObj(node -> groupNames.get(node - services.size()))
                .toList();
    }

    /** Adds what a service needs, each once, however often it is declared. */
    private void addNeeds(Edges.Builder edges, int service) {
        Set<ServiceName> absent = Set.of();
        for (ServiceName name : services.get(service).dependsOn()) {
            int node = indexOf(name);
            if (node >= 0) {
                edges.add(node);
            } else {
                absent = absent.isEmpty() ? new LinkedHashSet<>() : absent;
                absent.add(name);
            }
        }
        for (String group : services.get(service).dependsOnGroups()) {
            if (!group.isEmpty()) {
                edges.add(groupNode(group));
            }
        }
        if (!absent.isEmpty()) {
            missing.put(service, List.copyOf(absent));
        }
        edges.endNode();
    }

    /** The node of a group, made when it is first needed. */
    private int groupNode(String group) {
        return groupIndex.computeIfAbsent(new ServiceName(group), name -> {
            groupNames.add(group);
            return services.size() + groupNames.size() - 1;
        });
    }

    private void addMembers(Edges.Builder edges, BitSet grouped) {
        List<List<Integer>> members = new ArrayList<>();
        groupNames.forEach(group -> members.add(new ArrayList<>()));
        grouped.stream().forEach(service -> {
            int group = groupIndexOf(services.get(service).loadOrderGroup());
            if (group >= 0) {
                members.get(group - services.size()).add(service);
            }
        });
        for (List<Integer> each : members) {
            each.forEach(edges::add);
            edges.endNode();
        }
    }
}
