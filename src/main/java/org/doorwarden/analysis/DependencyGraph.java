package org.doorwarden.analysis;

import java.util.ArrayDeque;
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
        return namesAt(name, node -> nodes.services(nodes.needs(node)));
    }

    /** The load-order groups that {@code name} declares it needs, each once. */
    public List<String> dependsOnGroups(ServiceName name) {
        int node = nodes.indexOf(name);
        return node < 0 ? List.of() : nodes.groupNames(nodes.needs(node));
    }

    /** The declared dependencies of {@code name} that name nothing on this server. */
    public List<ServiceName> missing(ServiceName name) {
        int node = nodes.indexOf(name);
        return node < 0 ? List.of() : nodes.missing(node);
    }

    /** The members of a load-order group. */
    public List<ServiceName> members(String group) {
        int node = nodes.groupIndexOf(group);
        return node < 0 ? List.of() : names(nodes.services(nodes.needs(node)));
    }

    /** The services that declare they need {@code name} itself. */
    public List<ServiceName> neededBy(ServiceName name) {
        return namesAt(name, node -> nodes.services(nodes.neededBy(node)));
    }

    /** The services that need some member of the load-order group of {@code name}. */
    public List<ServiceName> neededByThroughGroup(ServiceName name) {
        return namesAt(name, node -> {
            BitSet found = new BitSet();
            for (int group : nodes.neededBy(node)) {
                if (nodes.isGroup(group)) {
                    Arrays.stream(nodes.neededBy(group)).forEach(found::set);
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
        return walk(roots, nodes::needs);
    }

    /** Everything that needs {@code roots}, directly or not, each with the one that it needs on the way there. */
    public Map<ServiceName, ServiceName> everythingThatNeeds(Collection<ServiceName> roots) {
        return walk(roots, nodes::neededBy);
    }

    /**
     * What stops if these stop: the active services that need one of them, directly or not. One that needs a group
     * stops only with the group's last active member.
     *
     * @return in the order in which to stop them, dependents first; without {@code stopping} themselves
     */
    public List<ServiceName> stopsWith(Collection<ServiceName> stopping) {
        BitSet given = new BitSet();
        forEachKnown(stopping, node -> given.set(node, nodes.service(node).isActive()));
        BitSet stopped = spread(given, node -> nodes.service(node).isActive());
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
        inactive.stream().filter(node -> nodes.service(node).isActive()).forEach(inactive::clear);
        BitSet reached = spread(inactive, node -> !nodes.service(node).isActive());
        for (int node = 0; node < nodes.serviceCount(); node++) {
            if (nodes.service(node).isActive() && lacksSomething(node, reached)) {
                broken.set(node);
            }
        }
        Set<ServiceName> names = new LinkedHashSet<>();
        broken.stream().filter(node -> nodes.service(node).isActive()).forEach(node -> names.add(nodes.name(node)));
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

    private Map<ServiceName, ServiceName> walk(Collection<ServiceName> roots, IntFunction<int[]> next) {
        Map<ServiceName, ServiceName> found = new LinkedHashMap<>();
        BitSet seen = new BitSet();
        ArrayDeque<int[]> queue = new ArrayDeque<>();
        forEachKnown(roots, node -> queue.add(new int[] {node, node}));
        while (!queue.isEmpty()) {
            int[] at = queue.remove();
            int through = at[1];
            for (int to : next.apply(at[0])) {
                if (seen.get(to)) {
                    continue;
                }
                seen.set(to);
                if (nodes.isGroup(to)) {
                    queue.add(new int[] {to, through});
                } else {
                    found.put(nodes.name(to), nodes.name(through));
                    queue.add(new int[] {to, to});
                }
            }
        }
        return found;
    }

    /** Spreads from the given services to those that need them, a group giving way only when no member is left. */
    private BitSet spread(BitSet given, IntPredicate counts) {
        int[] membersLeft = new int[nodes.count()];
        for (int group = nodes.serviceCount(); group < nodes.count(); group++) {
            for (int member : nodes.needs(group)) {
                membersLeft[group] += counts.test(member) ? 1 : 0;
            }
        }
        BitSet reached = (BitSet) given.clone();
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        given.stream().forEach(queue::add);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            boolean counted = nodes.isGroup(node) || counts.test(node);
            for (int dependent : nodes.neededBy(node)) {
                if (nodes.isGroup(dependent)) {
                    if (counted && --membersLeft[dependent] == 0 && !reached.get(dependent)) {
                        reached.set(dependent);
                        queue.add(dependent);
                    }
                } else if (!reached.get(dependent) && counts.test(dependent)) {
                    reached.set(dependent);
                    queue.add(dependent);
                }
            }
        }
        reached.clear(nodes.serviceCount(), nodes.count());
        return reached;
    }

    /** The services that cannot start for a reason of their own: not startable, something missing, or in a circle. */
    private BitSet brokenUnless(Predicate<Service> startable) {
        BitSet broken = new BitSet();
        for (int node = 0; node < nodes.serviceCount(); node++) {
            if (!startable.test(nodes.service(node)) || !nodes.missing(node).isEmpty()) {
                broken.set(node);
            }
        }
        cycles.forEach(cycle -> forEachKnown(cycle, broken::set));
        return broken;
    }

    /** Whether something a service needs is among the unstartable ones, or a whole group it needs is. */
    private boolean lacksSomething(int node, BitSet unstartable) {
        for (int needed : nodes.needs(node)) {
            if (nodes.isGroup(needed)) {
                int[] members = nodes.needs(needed);
                if (members.length > 0 && Arrays.stream(members).allMatch(unstartable::get)) {
                    return true;
                }
            } else if (unstartable.get(needed)) {
                return true;
            }
        }
        return false;
    }

    private List<ServiceName> inStopOrder(BitSet services) {
        return names(services.stream()
                .boxed()
                .sorted((a, b) -> rank[a] != rank[b] ? Integer.compare(rank[b], rank[a]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray());
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
        return Arrays.stream(services).mapToObj(nodes::name).toList();
    }
}
