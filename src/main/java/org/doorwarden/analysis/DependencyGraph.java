package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;

/**
 * Who needs whom. Services and drivers are the nodes; a declared dependency is an edge from the one that needs to the
 * one that is needed. A dependency on a load-order group is satisfied when at least one member runs.
 *
 * <p>Real machines declare dependencies on services that do not exist, twice on the same one, and in circles; all of
 * that is kept and can be asked for, and none of it breaks an answer. Building the graph and every question take time
 * linear in the number of services and declared dependencies (ordering a result adds a sort of that result).
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/services/service-control-manager">Service dependencies and
 *     load-order groups</a>
 */
public final class DependencyGraph {

    private final Nodes nodes;
    private final int[] rank;
    private final List<List<ServiceName>> cycles;

    private DependencyGraph(Nodes nodes) {
        this.nodes = nodes;
        Components components = Components.of(nodes);
        this.rank = components.rank();
        this.cycles = components.cycles().stream().map(this::names).toList();
    }

    public static DependencyGraph of(Collection<Service> services) {
        return new DependencyGraph(new Nodes(services));
    }

    /** The services that {@code name} declares it needs and that exist, spelled as they spell themselves, each once. */
    public List<ServiceName> dependsOn(ServiceName name) {
        return namesAt(name, node -> nodes.services(nodes.needs().from(node)));
    }

    /** The load-order groups that {@code name} declares it needs, each once. */
    public List<String> dependsOnGroups(ServiceName name) {
        int node = nodes.indexOf(name);
        return node < 0 ? List.of() : nodes.groupNames(nodes.needs().from(node));
    }

    /** The declared dependencies of {@code name} that name nothing on this server. */
    public List<ServiceName> missing(ServiceName name) {
        int node = nodes.indexOf(name);
        return node < 0 ? List.of() : nodes.missing(node);
    }

    /** The members of a load-order group. */
    public List<ServiceName> members(String group) {
        int node = nodes.groupIndexOf(group);
        return node < 0 ? List.of() : names(nodes.services(nodes.needs().from(node)));
    }

    /** The services that declare they need {@code name} itself. */
    public List<ServiceName> neededBy(ServiceName name) {
        return namesAt(name, node -> nodes.services(nodes.neededBy().from(node)));
    }

    /** The services that need some member of the load-order group of {@code name}. */
    public List<ServiceName> neededByThroughGroup(ServiceName name) {
        return namesAt(name, node -> {
            BitSet found = new BitSet();
            for (int group : nodes.neededBy().from(node)) {
                if (nodes.isGroup(group)) {
                    Arrays.stream(nodes.neededBy().from(group)).forEach(found::set);
                }
            }
            return found.stream().toArray();
        });
    }

    /**
     * Everything that {@code roots} need, directly or not, all members of needed groups included.
     *
     * @return each needed service with the one that needs it, on a shortest way from a root; roots are not in it
     *     unless another root needs them
     */
    public Map<ServiceName, ServiceName> everythingNeededBy(Collection<ServiceName> roots) {
        return walk(roots, nodes.needs());
    }

    /** Everything that needs {@code roots}, directly or not, each with the one that it needs on the way there. */
    public Map<ServiceName, ServiceName> everythingThatNeeds(Collection<ServiceName> roots) {
        return walk(roots, nodes.neededBy());
    }

    /**
     * What stops if these stop: the active services that need one of them, directly or not. One that needs a group
     * stops only with the group's last active member.
     *
     * @return in the order in which to stop them, dependents first; without {@code stopping} themselves
     */
    public List<ServiceName> stopsWith(Collection<ServiceName> stopping) {
        BitSet given = new BitSet();
        forEachKnown(stopping, node -> given.set(node, nodes.isActive(node)));
        BitSet stopped = spread(given, nodes::isActive);
        stopped.andNot(given);
        return inStopOrder(stopped);
    }

    /**
     * What will not start again if these are disabled, and could have been started before: services that need one of
     * them, directly or not. What is disabled itself, lacks a dependency or is part of a cycle could not start anyway.
     *
     * @return in dependency order, dependents last; without {@code disabled} themselves
     */
    public List<ServiceName> cannotStartWithout(Collection<ServiceName> disabled) {
        BitSet before = spread(brokenUnless(service -> service.startType() != StartType.DISABLED), node -> true);
        BitSet given = new BitSet();
        forEachKnown(disabled, given::set);
        BitSet start = (BitSet) before.clone();
        start.or(given);
        BitSet after = spread(start, node -> true);
        after.andNot(before);
        after.andNot(given);
        List<ServiceName> order = new ArrayList<>(inStopOrder(after));
        Collections.reverse(order);
        return order;
    }

    /**
     * The active services that could not be started again once they were stopped, because something they need is
     * missing, leads in a circle, or does not run and could not be started itself.
     */
    public Set<ServiceName> notRestartable() {
        BitSet broken = brokenUnless(service -> service.isActive() || service.startType() != StartType.DISABLED);
        // What runs satisfies whoever needs it, however it came to run: brokenness does not pass through it.
        BitSet inactive = (BitSet) broken.clone();
        inactive.stream().filter(nodes::isActive).forEach(inactive::clear);
        BitSet reached = spread(inactive, node -> !nodes.isActive(node));
        reached.or(unstartableGroups(reached));
        for (int node = 0; node < nodes.serviceCount(); node++) {
            if (nodes.isActive(node) && needsOneOf(reached, node)) {
                broken.set(node);
            }
        }
        Set<ServiceName> names = new LinkedHashSet<>();
        broken.stream().filter(nodes::isActive).forEach(node -> names.add(nodes.name(node)));
        return names;
    }

    /** The given services in the order in which to stop them: each before whatever it needs. Unknown ones are left out. */
    public List<ServiceName> stopOrder(Collection<ServiceName> services) {
        BitSet set = new BitSet();
        forEachKnown(services, set::set);
        return inStopOrder(set);
    }

    /** The groups of services that need each other in a circle, self-dependencies included. */
    public List<List<ServiceName>> cycles() {
        return cycles;
    }

    /** Goes breadth first along the edges; a group is passed through and stands for whoever led to it. */
    private Map<ServiceName, ServiceName> walk(Collection<ServiceName> roots, Edges edges) {
        BitSet seen = new BitSet(nodes.count());
        // A root is visited as a root, and once more if another root leads to it.
        int[] queue = new int[roots.size() + nodes.count()];
        int[] through = new int[queue.length];
        int length = 0;
        for (ServiceName root : roots) {
            int node = nodes.indexOf(root);
            if (node >= 0) {
                through[length] = node;
                queue[length++] = node;
            }
        }
        int rootCount = length;
        int serviceCount = 0;
        for (int next = 0; next < length; next++) {
            int from = nodes.isGroup(queue[next]) ? through[next] : queue[next];
            for (int edge = edges.start(queue[next]); edge < edges.end(queue[next]); edge++) {
                int to = edges.target(edge);
                if (!seen.get(to)) {
                    seen.set(to);
                    through[length] = from;
                    queue[length++] = to;
                    serviceCount += nodes.isGroup(to) ? 0 : 1;
                }
            }
        }
        Map<ServiceName, ServiceName> found = new LinkedHashMap<>(serviceCount * 2);
        for (int i = rootCount; i < length; i++) {
            if (!nodes.isGroup(queue[i])) {
                found.put(nodes.name(queue[i]), nodes.name(through[i]));
            }
        }
        return found;
    }

    /** Spreads from the given services to those that need them, a group giving way only when no member is left. */
    private BitSet spread(BitSet given, IntPredicate counts) {
        int[] membersLeft = membersThat(counts);
        BitSet reached = (BitSet) given.clone();
        int[] queue = Arrays.copyOf(given.stream().toArray(), nodes.count());
        int length = given.cardinality();
        Edges neededBy = nodes.neededBy();
        for (int next = 0; next < length; next++) {
            int node = queue[next];
            boolean counted = nodes.isGroup(node) || counts.test(node);
            for (int edge = neededBy.start(node); edge < neededBy.end(node); edge++) {
                int dependent = neededBy.target(edge);
                boolean givesWay =
                        nodes.isGroup(dependent) ? counted && --membersLeft[dependent] == 0 : counts.test(dependent);
                if (givesWay && !reached.get(dependent)) {
                    reached.set(dependent);
                    queue[length++] = dependent;
                }
            }
        }
        reached.clear(nodes.serviceCount(), nodes.count());
        return reached;
    }

    /** For each group how many of its members count. */
    private int[] membersThat(IntPredicate counts) {
        int[] members = new int[nodes.count()];
        for (int group = nodes.serviceCount(); group < nodes.count(); group++) {
            for (int edge = nodes.needs().start(group); edge < nodes.needs().end(group); edge++) {
                members[group] += counts.test(nodes.needs().target(edge)) ? 1 : 0;
            }
        }
        return members;
    }

    /** The services that cannot start for a reason of their own: not startable, something missing, or in a circle. */
    private BitSet brokenUnless(Predicate<Service> startable) {
        BitSet broken = new BitSet();
        for (int node = 0; node < nodes.serviceCount(); node++) {
            if (!startable.test(nodes.service(node))) {
                broken.set(node);
            }
        }
        nodes.lacking().forEach(broken::set);
        cycles.forEach(cycle -> forEachKnown(cycle, broken::set));
        return broken;
    }

    /** The load-order groups of which every member is among the unstartable ones. */
    private BitSet unstartableGroups(BitSet unstartable) {
        int[] startable = membersThat(member -> !unstartable.get(member));
        BitSet groups = new BitSet();
        for (int group = nodes.serviceCount(); group < nodes.count(); group++) {
            boolean empty = nodes.needs().start(group) == nodes.needs().end(group);
            groups.set(group, !empty && startable[group] == 0);
        }
        return groups;
    }

    private boolean needsOneOf(BitSet nodesInQuestion, int node) {
        for (int edge = nodes.needs().start(node); edge < nodes.needs().end(node); edge++) {
            if (nodesInQuestion.get(nodes.needs().target(edge))) {
                return true;
            }
        }
        return false;
    }

    private List<ServiceName> inStopOrder(BitSet services) {
        // Highest rank first, then in the order of the services: both in one number, to be sorted without objects.
        int[] order = services.stream()
                .mapToLong(node -> (long) -rank[node] << Integer.SIZE | node)
                .sorted()
                .mapToInt(each -> (int) each)
                .toArray();
        return names(order);
    }

    private void forEachKnown(Collection<ServiceName> services, IntConsumer action) {
        for (ServiceName service : services) {
            int node = nodes.indexOf(service);
            if (node >= 0) {
                action.accept(node);
            }
        }
    }

    private List<ServiceName> namesAt(ServiceName name, IntFunction<int[]> found) {
        int node = nodes.indexOf(name);
        return node < 0 ? List.of() : names(found.apply(node));
    }

    private List<ServiceName> names(int[] services) {
        ServiceName[] names = new ServiceName[services.length];
        for (int i = 0; i < services.length; i++) {
            names[i] = nodes.name(services[i]);
        }
        return List.of(names);
    }
}
