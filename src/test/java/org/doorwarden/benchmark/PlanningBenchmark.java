package org.doorwarden.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Planner;
import org.doorwarden.plan.Recommendations;
import org.junit.jupiter.api.Test;

/** From a reading of ten thousand services to their verdicts and a plan, once the program is warm. */
class PlanningBenchmark {

    private static final double LIMIT_MILLISECONDS = 100;
    private static final int ROUNDS = 41;

    private final Catalogue catalogue = CatalogueReader.bundled();

    @Test
    void tenThousandServicesAreAssessedAndPlanned() throws Exception {
        try (LabBackend server = TrainingServers.of(
                Clock.systemUTC(), new LabDefinitions().find("iis5-2001").orElseThrow())) {
            Inventory small = LargeServer.inventory(server.read(), 1_000, new Random(1));
            Inventory large = LargeServer.inventory(server.read(), 10_000, new Random(1));
            Timing[] timings = Timing.sideBySide(
                    ROUNDS,
                    new Timing.Work("1,000 services", () -> assessAndPlan(small)),
                    new Timing.Work("10,000 services", () -> assessAndPlan(large)));
            double median = timings[1].median();
            Timing.print(
                    "Assess and plan: dependency graph, verdicts, recommendations, a tenth of the agents disabled",
                    Timing.text(
                            "ratio %.1f; %.1f ms, under %.0f",
                            timings[1].ratioTo(timings[0]), median, LIMIT_MILLISECONDS),
                    timings);
            assertTrue(median < LIMIT_MILLISECONDS, () -> median + " ms");
        }
    }

    private Plan assessAndPlan(Inventory inventory) {
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        Purpose purpose = new Purpose(List.copyOf(catalogue.roles().values()), true, List.of());
        Assessment assessment = Assessor.assess(catalogue, inventory, graph, purpose);
        List<Choice> stated = new ArrayList<>();
        for (ServiceName name : inventory.services().keySet()) {
            if (name.value().startsWith("Agent") && name.value().endsWith("3")) {
                stated.add(new Choice(name, Choice.Action.DISABLE, Choice.Origin.ADMINISTRATOR, ""));
            }
        }
        List<Choice> choices = Recommendations.complete(assessment, stated);
        return Planner.plan(catalogue, inventory, graph, assessment, choices, Instant.EPOCH);
    }
}
