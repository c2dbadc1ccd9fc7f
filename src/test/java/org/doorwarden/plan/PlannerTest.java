package org.doorwarden.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.JsonText;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceBuilder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Refusal.Why;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.LimitProblem;
import org.doorwarden.restrict.Limits;
import org.doorwarden.testing.VirtualPace;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theRecommendedPlanForTheTrainingServerIsTheReviewedOne() throws Exception {
        Catalogue catalogue = CatalogueReader.bundled();
        try (LabBackend lab = TrainingServers.of(
                new VirtualPace(), new LabDefinitions().find("iis5-2001").orElseThrow())) {
            Inventory inventory = lab.read();
            DependencyGraph graph = DependencyGraph.of(inventory.services().values());
            Purpose purpose = new Purpose(List.of(catalogue.role("static-site").orElseThrow()), false, List.of());
            Assessment assessment = Assessor.assess(catalogue, inventory, graph, purpose);
            List<Choice> choices = Recommendations.complete(assessment, List.of());
            Plan plan = Planner.plan(catalogue, inventory, graph, assessment, choices, NOW);
            // To review a new plan, put the text this prints in the golden file's place.
            Path golden = Path.of("src/test/resources/golden/plan-iis5-2001-recommended.json");
            assertEquals(Files.readString(golden, StandardCharsets.UTF_8), JsonText.pretty(PlanDocument.write(plan)));
        }
    }

    @Test
    void stopsDependentsFirstThenTheServiceThenSetsItsStartType() {
        Plan plan = plan(
                List.of(choose("Server", Action.DISABLE)),
                running("Server"),
                running("Browser").dependsOn("Server"),
                running("OnTop").dependsOn("Browser"));
        assertEquals(
                List.of("c1 stop OnTop", "c2 stop Browser", "c3 stop Server", "c4 Server automatic>disabled"),
                lines(plan));
        assertEquals(names("OnTop", "Browser"), plan.impact().alsoStops());
        assertEquals(names("Browser", "OnTop"), plan.impact().willNotStart());
        assertEquals(
                new Cause(Cause.Kind.DEPENDENT, name("Server"), ""),
                plan.changes().get(0).cause());
    }

    @Test
    void startTypeAndStateAreTwoThings() {
        assertEquals(List.of("c1 A automatic>manual"), lines(plan(List.of(choose("A", Action.MANUAL)), running("A"))));
        assertEquals(List.of("c1 stop A"), lines(plan(List.of(choose("A", Action.STOP)), running("A"))));
        assertEquals(
                List.of("c1 stop A", "c2 A automatic>manual"),
                lines(plan(List.of(choose("A", Action.STOP_AND_MANUAL)), running("A"))));
        assertEquals(
                List.of("c1 A manual>disabled"), lines(plan(List.of(choose("A", Action.DISABLE)), Service.named("A"))));
    }

    @Test
    void whatAlreadyIsSoNeedsNoChange() {
        Plan plan = plan(
                List.of(choose("Off", Action.DISABLE), choose("Gone", Action.DISABLE), choose("A", Action.KEEP)),
                Service.named("Off").startType(StartType.DISABLED),
                running("A"));
        assertEquals(List.of(), lines(plan));
        assertEquals(List.of(), plan.refusals());
    }

    @Test
    void saysWhichPortsCloseAndWhoMayBeLockedOut() {
        Listener port = new Listener(Protocol.TCP, "0.0.0.0", 23, false);
        Plan plan = plan(List.of(choose("A", Action.STOP)), running("A").listeners(List.of(port)));
        assertEquals(
                List.of(new Impact.ClosedPort(name("A"), port)), plan.impact().closesPorts());
    }

    @Test
    void refusesWhatTheServerNeeds() {
        Plan plan = planNeeding(
                List.of("Web"),
                List.of(choose("Web", Action.STOP), choose("Rpc", Action.DISABLE), choose("Free", Action.DISABLE)),
                running("Rpc"),
                running("Web").dependsOn("Rpc"),
                running("Free"));
        assertEquals(List.of(Why.NEEDED, Why.NEEDED), whys(plan));
        assertEquals(List.of("c1 stop Free", "c2 Free automatic>disabled"), lines(plan));
        assertEquals(names("Rpc", "Web"), plan.keepsRunning());
    }

    @Test
    void whatStaysForFewerIsNotStoppedForOthers() {
        Limits limits = Limits.NONE.with(Limit.FROM, List.of("10.0.0.1"));
        Plan plan = plan(
                List.of(Choice.restrict(name("OnTop"), limits), choose("Server", Action.DISABLE)),
                running("Server"),
                running("OnTop").dependsOn("Server"));
        assertEquals(List.of(Why.LIMIT_NO_FIREWALL, Why.STOPS_KEPT), whys(plan));
        assertEquals(List.of(), lines(plan));
    }

    @Test
    void refusesWhatWindowsDoesNotLetUsChange() {
        for (Changeability.Kind kind : Changeability.Kind.values()) {
            if (kind != Changeability.Kind.CHANGEABLE) {
                Plan plan = plan(
                        List.of(choose("A", Action.DISABLE)),
                        running("A").changeability(Changeability.no(kind, "detail")));
                assertEquals(kind.id(), plan.refusals().get(0).why().id());
                assertEquals(List.of(), lines(plan));
            }
        }
    }

    @Test
    void refusesWhatCannotBeStoppedOrNotBeStartedAgain() {
        assertEquals(
                List.of(Why.CANNOT_STOP),
                whys(plan(List.of(choose("A", Action.STOP)), running("A").accepts(false, false))));
        assertEquals(
                List.of(Why.DEPENDENT_CANNOT_STOP),
                whys(plan(
                        List.of(choose("A", Action.STOP)),
                        running("A"),
                        running("B").dependsOn("A").accepts(false, false))));
        assertEquals(
                List.of(Why.CANNOT_RESTART),
                whys(plan(List.of(choose("A", Action.STOP)), running("A").dependsOn("Gone"))));
        assertEquals(
                List.of(Why.CYCLE),
                whys(plan(
                        List.of(choose("A", Action.STOP)),
                        running("A").dependsOn("B"),
                        running("B").dependsOn("A"))));
        assertEquals(
                List.of(Why.PENDING),
                whys(plan(List.of(choose("A", Action.STOP)), running("A").state(ServiceState.START_PENDING))));
        assertEquals(
                List.of(Why.DRIVER),
                whys(plan(List.of(choose("A", Action.STOP)), running("A").type(ServiceType.KERNEL_DRIVER))));
    }

    @Test
    void refusesWhatAKeptServiceNeeds() {
        Plan plan = plan(
                List.of(choose("A", Action.DISABLE), choose("B", Action.KEEP)),
                running("A"),
                running("B").dependsOn("A"));
        assertEquals(List.of(Why.STOPS_KEPT), whys(plan));
        assertEquals(names("B"), plan.refusals().get(0).related());
    }

    @Test
    void refusesTogetherWhatIsHarmlessOneByOne() {
        ServiceBuilder needsGroup = running("Web").dependsOnGroups(List.of("Group"));
        ServiceBuilder one = running("One").loadOrderGroup("Group");
        ServiceBuilder two = running("Two").loadOrderGroup("Group");
        Plan alone = plan(List.of(choose("One", Action.STOP), choose("Web", Action.KEEP)), needsGroup, one, two);
        assertEquals(List.of("c1 stop One"), lines(alone));
        Plan together = plan(
                List.of(choose("One", Action.STOP), choose("Two", Action.STOP), choose("Web", Action.KEEP)),
                needsGroup,
                one,
                two);
        assertEquals(List.of(), lines(together));
        assertEquals(List.of(Why.STOPS_KEPT, Why.STOPS_KEPT), whys(together));
    }

    @ParameterizedTest
    @EnumSource(LimitProblem.Kind.class)
    void everyProblemWithALimitIsARefusal(LimitProblem.Kind kind) {
        Choice choice = Choice.restrict(name("A"), new Limits(Map.of(Limit.CONNECTIONS, List.of("off"))));
        Refusal refusal = Refusal.of(choice, new LimitProblem(kind, "what"));
        assertEquals(List.of(kind.id(), "what"), List.of(refusal.why().id(), refusal.detail()));
    }

    @Test
    void onlyWhatAPersonAskedForStopsTheWholePlan() {
        Choice recommended = new Choice(name("A"), Action.STOP, Choice.Origin.RECOMMENDATION, "");
        assertEquals(
                List.of(),
                plan(List.of(recommended), running("A").accepts(false, false)).blockingRefusals());
        assertTrue(plan(List.of(choose("A", Action.STOP)), running("A").accepts(false, false))
                        .blockingRefusals()
                        .size()
                == 1);
    }

    private static Plan plan(List<Choice> choices, ServiceBuilder... services) {
        return planNeeding(List.of(), choices, services);
    }

    private static Plan planNeeding(List<String> needed, List<Choice> choices, ServiceBuilder... services) {
        Inventory inventory = new Inventory(
                new ServerIdentity("test", "TEST", "Test", java.util.Optional.empty()),
                NOW,
                Inventory.byName(
                        Arrays.stream(services).map(ServiceBuilder::build).toList()),
                List.of(),
                List.of(),
                ServerTraits.UNKNOWN,
                List.of());
        Catalogue catalogue = Workbench.needing(names(needed.toArray(String[]::new)));
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        Purpose purpose = new Purpose(List.copyOf(catalogue.roles().values()), true, List.of());
        Assessment assessment = Assessor.assess(catalogue, inventory, graph, purpose);
        return Planner.plan(catalogue, inventory, graph, assessment, choices, NOW);
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.id() + " "
                        + (change instanceof Change.SetStartType set
                                ? set.service() + " " + set.before().id() + ">"
                                        + set.after().id()
                                : "stop " + change.service()))
                .toList();
    }

    private static List<Why> whys(Plan plan) {
        return plan.refusals().stream().map(Refusal::why).toList();
    }

    private static Choice choose(String name, Action action) {
        return Choice.of(name(name), action);
    }

    private static ServiceBuilder running(String name) {
        return Service.named(name)
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, true);
    }

    private static ServiceName name(String name) {
        return new ServiceName(name);
    }

    private static List<ServiceName> names(String... names) {
        return Arrays.stream(names).map(ServiceName::new).toList();
    }
}
