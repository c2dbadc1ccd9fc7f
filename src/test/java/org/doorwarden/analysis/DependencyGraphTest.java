package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceBuilder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.testing.RandomServer;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {

    @Test
    void knowsBothDirectionsWhateverTheSpelling() {
        DependencyGraph graph = graph(running("RpcSs"), running("IISADMIN").dependsOn("RPCSS", "rpcss"));
        assertEquals(names("RpcSs"), graph.dependsOn(name("iisadmin")));
        assertEquals("RpcSs", graph.dependsOn(name("iisadmin")).get(0).value());
        assertEquals(names("IISADMIN"), graph.neededBy(name("RpcSs")));
        assertEquals(List.of(), graph.neededBy(name("nobody")));
    }

    @Test
    void namesWhatIsMissingAndGoesOn() {
        DependencyGraph graph = graph(running("A").dependsOn("Gone", "B"), running("B"));
        assertEquals(names("Gone"), graph.missing(name("A")));
        assertEquals(names("B"), graph.dependsOn(name("A")));
    }

    @Test
    void findsCirclesAndServicesThatNeedThemselves() {
        DependencyGraph graph = graph(
                running("A").dependsOn("B"),
                running("B").dependsOn("A"),
                running("C").dependsOn("C"),
                running("D"));
        assertEquals(List.of(names("A", "B"), names("C")), graph.cycles());
        assertEquals(
                Set.of(name("A"), name("B")),
                graph.everythingNeededBy(names("A")).keySet());
    }

    @Test
    void stopsDependentsBeforeWhatTheyNeed() {
        DependencyGraph graph = graph(
                running("Base"),
                running("Middle").dependsOn("Base"),
                running("Top").dependsOn("Middle"),
                running("Other").dependsOn("Base"),
                Service.named("Idle").dependsOn("Base"));
        assertEquals(names("Top", "Middle", "Other"), graph.stopsWith(names("Base")));
        assertEquals(names("Top", "Middle"), graph.stopOrder(names("Middle", "Top")));
        assertEquals(List.of(), graph.stopsWith(names("Idle")));
    }

    @Test
    void aGroupGivesWayOnlyWithItsLastMember() {
        DependencyGraph graph = graph(
                running("One").loadOrderGroup("NetBIOSGroup"),
                running("Two").loadOrderGroup("netbiosgroup"),
                running("Needs").dependsOnGroups(List.of("NETBIOSGROUP")));
        assertEquals(List.of(), graph.stopsWith(names("One")));
        assertEquals(names("Needs"), graph.stopsWith(names("One", "Two")));
        assertEquals(names("Needs"), graph.neededByThroughGroup(name("Two")));
        assertEquals(names("One", "Two"), graph.members("NetBIOSGroup"));
        assertEquals(List.of(), graph.cannotStartWithout(names("Two")));
        assertEquals(names("Needs"), graph.cannotStartWithout(names("One", "Two")));
    }

    @Test
    void whatCouldNotStartAnywayIsNotBlamedOnADisabledService() {
        DependencyGraph graph = graph(
                running("Base"),
                running("Fine").dependsOn("Base"),
                running("Broken").dependsOn("Base", "Gone"),
                Service.named("Off").startType(StartType.DISABLED).dependsOn("Base"),
                running("OverBroken").dependsOn("Broken"));
        assertEquals(names("Fine"), graph.cannotStartWithout(names("Base")));
    }

    @Test
    void knowsWhatCouldNotBeStartedAgain() {
        DependencyGraph graph = graph(
                running("Dangling").dependsOn("Gone"),
                Service.named("Off").startType(StartType.DISABLED),
                running("OverDisabled").dependsOn("Off"),
                Service.named("OnDemand"),
                running("OverOnDemand").dependsOn("OnDemand"),
                running("DisabledButRuns").startType(StartType.DISABLED),
                running("OverRunning").dependsOn("DisabledButRuns"));
        assertEquals(Set.copyOf(names("Dangling", "OverDisabled")), graph.notRestartable());
    }

    @Test
    void agreesWithTheDefinitionsOnRandomServers() throws Exception {
        for (int seed = 0; seed < 1000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Inventory inventory = new Workbench(RandomServer.make(random)).read();
            Collection<Service> services = inventory.services().values();
            DependencyGraph graph = DependencyGraph.of(services);
            List<ServiceName> some = services.stream()
                    .map(Service::name)
                    .filter(name -> random.nextInt(4) == 0)
                    .toList();
            String message = "seed " + seed + " " + some;
            List<ServiceName> stopping = graph.stopsWith(some);
            assertEquals(Definitions.stopsWith(services, some), new TreeSet<>(stopping), message);
            assertEquals(
                    Definitions.cannotStartWithout(services, graph, some),
                    new TreeSet<>(graph.cannotStartWithout(some)),
                    message);
            List<ServiceName> order = graph.stopOrder(inventory.services().keySet());
            Set<ServiceName> circular = new HashSet<>();
            graph.cycles().forEach(circular::addAll);
            for (Service service : services) {
                for (ServiceName needed : graph.dependsOn(service.name())) {
                    if (!circular.contains(service.name()) || !circular.contains(needed)) {
                        assertTrue(order.indexOf(service.name()) < order.indexOf(needed), message);
                    }
                }
            }
        }
    }

    @Test
    void aChainOfAHundredThousandServicesIsNoTooDeep() {
        List<Service> chain = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            ServiceBuilder service = running("S" + i);
            chain.add((i == 0 ? service : service.dependsOn("S" + (i - 1))).build());
        }
        DependencyGraph graph = DependencyGraph.of(chain);
        assertEquals(99_999, graph.stopsWith(names("S0")).size());
        assertEquals(99_999, graph.cannotStartWithout(names("S0")).size());
        assertEquals(99_999, graph.everythingNeededBy(names("S99999")).size());
        assertEquals(50, depth(DependencyTree.neededBy(graph, name("S0"))));
    }

    private static int depth(List<DependencyTree> branches) {
        int depth = 0;
        for (List<DependencyTree> at = branches; !at.isEmpty(); at = at.get(0).below()) {
            depth++;
        }
        return depth;
    }

    /** The questions answered straight from their definitions, as slowly as you like. */
    private static final class Definitions {

        static TreeSet<ServiceName> stopsWith(Collection<Service> services, List<ServiceName> stopping) {
            Map<ServiceName, Service> byName = Inventory.byName(services);
            Set<ServiceName> stopped = stopping.stream()
                    .filter(name -> byName.get(name).isActive())
                    .collect(Collectors.toCollection(HashSet::new));
            for (boolean grew = true; grew; ) {
                grew = false;
                for (Service service : services) {
                    boolean stops = service.isActive()
                            && (service.dependsOn().stream().anyMatch(stopped::contains)
                                    || service.dependsOnGroups().stream()
                                            .anyMatch(group -> lost(services, group, stopped)));
                    grew |= stops && stopped.add(service.name());
                }
            }
            TreeSet<ServiceName> found = new TreeSet<>(stopped);
            stopping.forEach(found::remove);
            return found;
        }

        private static boolean lost(Collection<Service> services, String group, Set<ServiceName> stopped) {
            List<Service> active = services.stream()
                    .filter(each -> each.isActive() && each.loadOrderGroup().equalsIgnoreCase(group))
                    .toList();
            return !active.isEmpty() && active.stream().allMatch(each -> stopped.contains(each.name()));
        }

        static TreeSet<ServiceName> cannotStartWithout(
                Collection<Service> services, DependencyGraph graph, List<ServiceName> disabled) {
            TreeSet<ServiceName> found = new TreeSet<>(startable(services, graph, List.of()));
            found.removeAll(startable(services, graph, disabled));
            disabled.forEach(found::remove);
            return found;
        }

        private static Set<ServiceName> startable(
                Collection<Service> services, DependencyGraph graph, List<ServiceName> disabled) {
            Map<ServiceName, Service> byName = Inventory.byName(services);
            Set<ServiceName> startable = new HashSet<>(byName.keySet());
            startable.removeAll(disabled);
            startable.removeIf(name -> byName.get(name).startType() == StartType.DISABLED);
            graph.cycles().forEach(startable::removeAll);
            for (boolean shrank = true; shrank; ) {
                shrank = startable.removeIf(
                        name -> !byName.get(name).dependsOn().stream().allMatch(startable::contains)
                                || !byName.get(name).dependsOnGroups().stream()
                                        .allMatch(group -> hasStartable(services, group, startable)));
            }
            return startable;
        }

        private static boolean hasStartable(Collection<Service> services, String group, Set<ServiceName> startable) {
            List<Service> members = services.stream()
                    .filter(each -> each.loadOrderGroup().equalsIgnoreCase(group))
                    .toList();
            return members.isEmpty() || members.stream().anyMatch(each -> startable.contains(each.name()));
        }
    }

    private static ServiceBuilder running(String name) {
        return Service.named(name)
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, false);
    }

    private static DependencyGraph graph(ServiceBuilder... services) {
        return DependencyGraph.of(
                Arrays.stream(services).map(ServiceBuilder::build).toList());
    }

    private static ServiceName name(String name) {
        return new ServiceName(name);
    }

    private static List<ServiceName> names(String... names) {
        return Arrays.stream(names).map(ServiceName::new).toList();
    }
}
