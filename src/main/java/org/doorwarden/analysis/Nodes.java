package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int[] NONE = {};

    private final List<Service> services;
    private final Map<ServiceName, Integer> serviceIndex;
    private final Map<ServiceName, Integer> groupIndex = new HashMap<>();
    private final List<String> groupNames = new ArrayList<>();
    private final List<List<ServiceName>> missing;
    private final int[][] needs;
    private final int[][] neededBy;

    Nodes(Collection<Service> given) {
        services = List.copyOf(given);
        serviceIndex = new HashMap<>(services.size() * 2);
        for (int i = 0; i < services.size(); i++) {
            serviceIndex.putIfAbsent(services.get(i).name(), i);
        }
        for (Service service : services) {
            service.dependsOnGroups().forEach(this::addGroup);
        }
        missing = new ArrayList<>(services.size());
        needs = new int[count()][];
        for (int i = 0; i < services.size(); i++) {
            needs[i] = needsOf(services.get(i));
        }
        addMembers();
        neededBy = reversed(needs);
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
        return services.get(node).name();
    }

    /** The number of the service, or -1. */
    int indexOf(ServiceName name) {
        return serviceIndex.getOrDefault(name, -1);
    }

    /** The number of the group's node, or -1 if nobody needs the group. */
    int groupIndexOf(String group) {
        return group.isEmpty() ? -1 : groupIndex.getOrDefault(new ServiceName(group), -1);
    }

    /** What a service declares it needs; the members of a group. */
    int[] needs(int node) {
        return needs[node];
    }

    int[] neededBy(int node) {
        return neededBy[node];
    }

    List<ServiceName> missing(int service) {
        return missing.get(service);
    }

    /** The services among the nodes. */
    int[] services(int[] among) {
        return Arrays.stream(among).filter(node -> !isGroup(node)).toArray();
    }

    /** The names of the groups among the nodes. */
    List<String> groupNames(int[] among) {
        return Arrays.stream(among)
                .filter(this::isGroup)
                .mapToObj(node -> groupNames.get(node - services.size()))
                .toList();
    }

    private void addGroup(String group) {
        if (!group.isEmpty() && !groupIndex.containsKey(new ServiceName(group))) {
            groupIndex.put(new ServiceName(group), services.size() + groupNames.size());
            groupNames.add(group);
        }
    }

    private int[] needsOf(Service service) {
        if (service.dependsOn().isEmpty() && service.dependsOnGroups().isEmpty()) {
            missing.add(List.of());
            return NONE;
        }
        Set<Integer> found = new LinkedHashSet<>();
        Set<ServiceName> absent = new LinkedHashSet<>();
        for (ServiceName name : service.dependsOn()) {
            int node = indexOf(name);
            if (node >= 0) {
                found.add(node);
            } else {
                absent.add(name);
            }
        }
        for (String group : service.dependsOnGroups()) {
            int node = groupIndexOf(group);
            if (node >= 0) {
                found.add(node);
            }
        }
        missing.add(List.copyOf(absent));
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addMembers() {
        List<List<Integer>> members = new ArrayList<>();
        groupNames.forEach(group -> members.add(new ArrayList<>()));
        for (int i = 0; i < services.size(); i++) {
            int group = groupIndexOf(services.get(i).loadOrderGroup());
            if (group >= 0) {
                members.get(group - services.size()).add(i);
            }
        }
        for (int i = 0; i < members.size(); i++) {
            needs[services.size() + i] =
                    members.get(i).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static int[][] reversed(int[][] edges) {
        int[] degree = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                degree[target]++;
            }
        }
        int[][] reversed = new int[edges.length][];
        for (int node = 0; node < edges.length; node++) {
            reversed[node] = degree[node] == 0 ? NONE : new int[degree[node]];
        }
        int[] filled = new int[edges.length];
        for (int node = 0; node < edges.length; node++) {
            for (int target : edges[node]) {
                reversed[target][filled[target]++] = node;
            }
        }
        return reversed;
    }
}
