package org.doorwarden.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.junit.jupiter.api.Test;

/**
 * The dependency graph with all its answers: ten times the services may take no more than twelve times as long.
 *
 * <p>A hundred thousand services do not fit in a processor's cache, and on a machine whose memory is slow or shared even
 * the textbook's graph, two maps of names to lists of names, takes far more than twelve times as long to be made. So that
 * is timed beside it: its ratio tells what the machine is like, and excuses nothing.
 */
class DependencyGraphBenchmark {

    private static final double LIMIT = 12;
    private static final int ROUNDS = 15;

    @Test
    void timeGrowsWithTheNumberOfServices() throws Exception {
        List<Service> small = LargeServer.services(List.of(), 10_000, new Random(1));
        List<Service> large = LargeServer.services(List.of(), 100_000, new Random(1));
        Timing[] timings = Timing.sideBySide(
                ROUNDS,
                new Timing.Work("10,000 services", () -> answers(small)),
                new Timing.Work("100,000 services", () -> answers(large)),
                new Timing.Work("10,000 services, maps of lists, only made", () -> mapsOfLists(small)),
                new Timing.Work("100,000 services, maps of lists, only made", () -> mapsOfLists(large)));
        double ratio = timings[1].ratioTo(timings[0]);
        double textbook = timings[3].ratioTo(timings[2]);
        Timing.print(
                "Dependency graph and all its answers",
                Timing.text("ratio %.1f, at most %.0f; that of the maps of lists is %.1f", ratio, LIMIT, textbook),
                timings);
        assertTrue(ratio <= LIMIT, () -> "ratio " + ratio);
    }

    private static List<Map<ServiceName, List<ServiceName>>> mapsOfLists(List<Service> services) {
        Map<ServiceName, List<ServiceName>> needs = new HashMap<>();
        Map<ServiceName, List<ServiceName>> neededBy = new HashMap<>();
        for (Service service : services) {
            needs.put(service.name(), service.dependsOn());
            for (ServiceName needed : service.dependsOn()) {
                neededBy.computeIfAbsent(needed, name -> new ArrayList<>()).add(service.name());
            }
        }
        return List.of(needs, neededBy);
    }

    private static int answers(List<Service> services) {
        DependencyGraph graph = DependencyGraph.of(services);
        List<ServiceName> everyTenth = new ArrayList<>();
        int seen = 0;
        for (int i = 0; i < services.size(); i++) {
            ServiceName name = services.get(i).name();
            seen += graph.dependsOn(name).size() + graph.neededBy(name).size();
            if (i % 10 == 9) {
                everyTenth.add(name);
            }
        }
        return seen
                + graph.everythingNeededBy(everyTenth).size()
                + graph.everythingThatNeeds(everyTenth).size()
                + graph.stopsWith(everyTenth).size()
                + graph.cannotStartWithout(everyTenth).size()
                + graph.stopOrder(everyTenth).size()
                + graph.notRestartable().size()
                + graph.cycles().size();
    }
}
