package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Planner;
import org.doorwarden.plan.Recommendations;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On each training server that ships: whatever is closed can be opened again, and nothing else changes. */
class ShippedLabsUndoTest {

    private static final int SEEDS = 8;
    private static final ServiceName WATCHDOG = new ServiceName("Watchdog");
    private static final ServiceName UPDATER = new ServiceName("UpdaterPro");

    @ParameterizedTest
    @ValueSource(strings = {"iis5-2001", "iis6-2003", "iis10-2022", "messy"})
    void undoingBringsBackExactlyWhatWasThere(String name) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Workbench bench = bench(name);
            bench.lab.setFaults(List.of());
            String before = bench.picture();
            Plan plan = bench.plan(Workbench.randomChoices(random, bench.read()));
            assertTrue(plan.changes().size() > 10, "only " + plan.changes().size() + " changes");
            RunReport applied = bench.apply(plan);
            assertEquals(RunOutcome.APPLIED, applied.outcome(), name + " " + seed + " " + applied.failure());
            assertFalse(before.equals(bench.picture()));
            assertEquals(
                    RunOutcome.UNDONE, bench.undo(applied.run().orElseThrow()).outcome(), name + " " + seed);
            assertEquals(before, bench.picture(), name + " " + seed);
        }
    }

    @Test
    void theFaultsOfTheMessyOneNeverLeaveHalfARunBehind() throws Exception {
        Set<RunOutcome> seen = EnumSet.noneOf(RunOutcome.class);
        for (int seed = 0; seed < 4 * SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(1000 + seed);
            Workbench bench = bench("messy");
            String before = bench.picture();
            // Few at a time, so that not every run meets a fault.
            Plan plan = bench.plan(Workbench.randomChoices(random, bench.read()).stream()
                    .filter(choice -> random.nextInt(6) == 0)
                    .toList());
            if (plan.changes().isEmpty()) {
                continue;
            }
            RunReport report = bench.apply(plan);
            seen.add(report.outcome());
            bench.lab.setFaults(List.of());
            if (report.outcome() != RunOutcome.UNDONE) {
                RunReport undone = bench.runs()
                        .undo(bench.find(report.run().orElseThrow()), Set.of(), all -> true, RunListener.NONE);
                assertEquals(RunOutcome.UNDONE, undone.outcome(), "seed " + seed + " " + undone.changes());
            }
            assertEquals(before, settled(bench), "seed " + seed + " " + report.failure());
        }
        assertTrue(seen.contains(RunOutcome.APPLIED) && seen.size() > 1, seen.toString());
    }

    @Test
    void whatComesBackAndWhatIgnoresAChangeIsNoticed() throws Exception {
        for (ServiceName service : List.of(WATCHDOG, UPDATER)) {
            Workbench bench = bench("messy");
            String before = bench.picture();
            Choice.Action action = service.equals(WATCHDOG) ? Choice.Action.STOP : Choice.Action.DISABLE;
            RunReport report = bench.apply(bench.plan(List.of(Choice.of(service, action))));
            assertEquals(RunOutcome.UNDONE, report.outcome(), service.value());
            assertEquals(before, settled(bench), service.value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iis5-2001", "iis6-2003", "iis10-2022", "messy"})
    void theRecommendationsOfTheCatalogueKeepTheSiteAndCanBeUndone(String name) throws Exception {
        Workbench bench = bench(name);
        bench.lab.setFaults(List.of());
        String before = bench.picture();
        Plan plan = recommended(bench);
        assertTrue(plan.changes().stream().noneMatch(change -> change.service().equals(new ServiceName("W3SVC"))));
        RunReport applied = bench.apply(plan);
        assertEquals(RunOutcome.APPLIED, applied.outcome(), name + " " + applied.failure());
        Inventory after = bench.read();
        for (Service service : after.services().values()) {
            boolean planned = plan.changes().stream().map(Change::service).anyMatch(service.name()::equals);
            assertTrue(planned || before.contains(line(service)), service.name() + " changed and was not planned");
        }
        assertTrue(after.find(new ServiceName("W3SVC")).orElseThrow().isActive());
        assertEquals(RunOutcome.UNDONE, bench.undo(applied.run().orElseThrow()).outcome());
        assertEquals(before, bench.picture());
    }

    private static String line(Service service) {
        return service.name().value() + "=" + service.startType().id() + " "
                + service.state().id();
    }

    private static Plan recommended(Workbench bench) throws Exception {
        Catalogue catalogue = CatalogueReader.bundled();
        Inventory inventory = bench.read();
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        Purpose purpose = new Purpose(List.of(catalogue.roles().get(Catalogue.ASSUMED_ROLE)), true, List.of());
        Assessment assessment = Assessor.assess(catalogue, inventory, graph, purpose);
        List<Choice> choices = Recommendations.complete(assessment, List.of());
        return Planner.plan(catalogue, inventory, graph, assessment, choices, bench.pace.now());
    }

    private static Workbench bench(String name) {
        return new Workbench(new LabDefinitions().find(name).orElseThrow());
    }

    private static String settled(Workbench bench) throws Exception {
        for (int i = 0; bench.picture().contains("pending") && i < 100; i++) {
            bench.pace.pause(Duration.ofSeconds(1));
        }
        return bench.picture();
    }
}
