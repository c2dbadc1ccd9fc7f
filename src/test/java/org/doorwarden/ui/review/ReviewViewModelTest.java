package org.doorwarden.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Plan;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.RunWalk;
import org.doorwarden.ui.ServerFromAfar;
import org.doorwarden.ui.shell.StepId;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {

    @Test
    void showsEachServiceOnceWithItsValuesBeforeAndAfter() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        assertEquals(1, walk.review.rows().size());
        ReviewRow row = walk.review.rows().get(0);
        assertEquals("1, 2", row.numbers());
        assertEquals(
                List.of(new ReviewRow.Value("running", "stopped"), new ReviewRow.Value("automatic", "disabled")),
                row.values());
        assertEquals(List.of(), row.marks());
    }

    @Test
    void numbersTheChangesInTheOrderOfThePlan() throws Exception {
        RunWalk walk = new RunWalk().chooseRecommended().toReview();
        StringBuilder numbers = new StringBuilder();
        walk.review.rows().forEach(row -> numbers.append(row.numbers()).append(", "));
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= walk.session.planProperty().get().changes().size(); i++) {
            expected.append(i).append(", ");
        }
        assertEquals(expected.toString(), numbers.toString());
    }

    @Test
    void marksAServiceThatIsStoppedOnlyBecauseOfAnother() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "LanmanServer").toReview();
        List<String> dependents = walk.review.rows().stream()
                .filter(row -> row.marks().contains(ReviewRow.Mark.DEPENDENT))
                .map(row -> row.service().value())
                .toList();
        assertEquals(
                walk.session.planProperty().get().impact().alsoStops().stream()
                        .map(ServiceName::value)
                        .toList(),
                dependents);
        assertFalse(dependents.isEmpty());
    }

    @Test
    void saysWhichVerdictsHaveChangedSinceTheLastRun() throws Exception {
        String entry = """
                {"document": "doorwarden-catalogue-services", "formatVersion": 1,
                 "sources": [{"id": "before", "title": "Before", "location": "here"}],
                 "services": [{"name": "Messenger", "displayName": "Messenger", "origin": "windows",
                  "purpose": "Messages.", "risk": {"severity": "low", "reach": "network", "attacker": "Little."},
                  "without": "No messages.", "usedBy": "Nobody.", "inUse": "Look.",
                  "advice": {"verdict": "keep", "because": "It was kept.", "sources": ["before"]}}]}
                """;
        RunWalk walk = new RunWalk();
        walk.choose(Action.DISABLE, "Messenger").toReview();
        assertEquals(Optional.empty(), walk.review.newerCatalogueProperty().get());
        walk.workplace.lastApplied = Optional.of(CatalogueReader.read(
                CatalogueReader.bundled(),
                List.of(new CatalogueFile("before.json", entry.getBytes(StandardCharsets.UTF_8), true)),
                "en"));
        walk.toReview();
        String said = walk.review.newerCatalogueProperty().get().orElseThrow();
        assertTrue(said.contains("Messenger (from keep to disable)"), said);
        walk.workplace.lastAppliedDamaged = true;
        walk.toReview();
        assertTrue(walk.review.newerCatalogueProperty().get().orElseThrow().contains("last.pack"));
        assertEquals(Optional.empty(), walk.review.failureProperty().get());
    }

    @Test
    void warnsBeforeAdministratorsAreLockedOut() throws Exception {
        RunWalk harmless = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        assertEquals(Optional.empty(), harmless.review.lockOutProperty().get());
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "TlntSvr").toReview();
        assertTrue(walk.review.lockOutProperty().get().orElseThrow().contains("Telnet"));
        assertEquals(List.of(ReviewRow.Mark.REMOTE), walk.review.rows().get(0).marks());
    }

    @Test
    void isNotAppliedWhileAChoiceOfTheAdministratorIsRefused() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "RpcSs", "Messenger").toReview();
        String before = walk.picture();
        walk.applyPlan();
        assertEquals(List.of(StepId.REVIEW), walk.steps);
        assertEquals(Optional.empty(), walk.session.takeAgreed());
        assertEquals(before, walk.picture());
        assertTrue(walk.review.isBlocked());
        assertTrue(walk.review.refusals().get(0).blocking());
        walk.review.edit(walk.review.refusals().get(0).service());
        assertEquals(Optional.of(new ServiceName("RpcSs")), walk.edited);
    }

    @Test
    void aRefusedRecommendationDoesNotBlockTheRest() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger");
        ServiceName needed = new ServiceName("RpcSs");
        walk.session.choices().put(needed, new Choice(needed, Action.DISABLE, Choice.Origin.RECOMMENDATION, "because"));
        walk.toReview();
        assertEquals(1, walk.review.refusals().size());
        assertEquals(Optional.empty(), walk.review.obstacleProperty().get());
        assertFalse(walk.review.primary().orElseThrow().disabledProperty().get());
    }

    @Test
    void isNotAppliedToAServerThatCanOnlyBeLookedAt() throws Exception {
        LabWorkplace workplace = new LabWorkplace();
        workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);
        RunWalk walk = new RunWalk(workplace, new DirectTasks())
                .choose(Action.DISABLE, "Messenger")
                .toReview();
        String before = walk.picture();
        walk.applyPlan();
        assertEquals(List.of(StepId.REVIEW), walk.steps);
        assertEquals(before, walk.picture());
        assertTrue(walk.review.obstacleProperty().get().isPresent());
    }

    @Test
    void hasNothingToApplyWhenNothingWouldChange() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.KEEP, "Messenger").toReview();
        assertEquals(List.of(), walk.review.rows());
        assertTrue(walk.review.primary().orElseThrow().disabledProperty().get());
        assertTrue(walk.review.obstacleProperty().get().isPresent());
    }

    @Test
    void plansAnewWhatWasChosenSince() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        Plan first = walk.session.planProperty().get();
        walk.toReview();
        assertEquals(first, walk.session.planProperty().get());
        walk.session.choices().remove(new ServiceName("Messenger"));
        ServiceName alerter = new ServiceName("Alerter");
        walk.session.choices().put(alerter, Choice.of(alerter, Action.DISABLE));
        walk.toReview();
        assertEquals(alerter, walk.session.planProperty().get().changes().get(0).service());
        assertEquals(alerter, walk.review.rows().get(0).service());
    }

    @Test
    void countsWhatStaysUndecided() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        long services =
                walk.session.readingProperty().get().inventory().servicesOnly().count();
        assertTrue(walk.review.undecidedProperty().get().startsWith(String.valueOf(services - 1)));
    }

    @Test
    void offersTheSameChangesAsCommands() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        assertEquals(
                List.of("sc.exe stop \"Messenger\"", "sc.exe config \"Messenger\" start= disabled"),
                walk.review.commands());
    }

    private static RunWalk afar(Choice... choices) throws Exception {
        RunWalk walk = new RunWalk(ServerFromAfar.workplace(), new DirectTasks()).choose(Action.DISABLE);
        for (Choice choice : choices) {
            walk.session.choices().put(choice.service(), choice);
        }
        return walk.toReview();
    }

    private static Choice requireNla() {
        return Choice.restrict(ServerFromAfar.REMOTE_DESKTOP, Limits.NONE.with(Limit.NLA, List.of("on")));
    }

    @Test
    void aSettingHasARowOfItsOwnInWords() throws Exception {
        RunWalk walk = afar(requireNla());
        ReviewRow row = walk.review.rows().get(0);
        assertEquals("Network level authentication", row.title());
        assertEquals(List.of(new ReviewRow.Value("not required", "required")), row.values());
        assertEquals(List.of(ReviewRow.Mark.SESSION), row.marks());
        assertTrue(row.meta().contains("in effect at once"), row.meta());
        assertTrue(walk.review.consents().seatProperty().get().contains("Remote Desktop from 10.0.0.5"));
    }

    @Test
    void whatMayCutOnesOwnSessionNeedsTheComputersNameTyped() throws Exception {
        RunWalk walk = afar(requireNla());
        assertTrue(walk.review.consents().sessionProperty().get());
        assertTrue(walk.review.primary().orElseThrow().disabledProperty().get());
        walk.review.consents().wordProperty().set("WEB2");
        walk.applyPlan();
        assertEquals(List.of(StepId.REVIEW), walk.steps);
        walk.review.consents().wordProperty().set(" web22 ");
        assertFalse(walk.review.primary().orElseThrow().disabledProperty().get());
        walk.applyPlan();
        assertEquals(RunOutcome.APPLIED, walk.session.reportProperty().get().outcome());
        assertEquals("", walk.review.consents().wordProperty().get());
    }

    @Test
    void uninstallingHasAConsentOfItsOwn() throws Exception {
        RunWalk walk = afar(Choice.of(ServerFromAfar.FTP, Action.UNINSTALL));
        assertFalse(walk.review.consents().sessionProperty().get());
        assertEquals(
                List.of("IIS-FTPSvc", "IIS-FTPServer"), walk.review.consents().uninstalled());
        assertTrue(walk.review.primary().orElseThrow().disabledProperty().get());
        walk.review.consents().uninstallProperty().set(true);
        assertFalse(walk.review.primary().orElseThrow().disabledProperty().get());
        walk.session.choices().put(new ServiceName("Spooler"), Choice.of(new ServiceName("Spooler"), Action.DISABLE));
        walk.toReview();
        assertFalse(walk.review.consents().uninstallProperty().get(), "agreed to another plan");
        assertTrue(walk.review.rows().stream().anyMatch(row -> row.marks().contains(ReviewRow.Mark.UNINSTALL)));
    }

    @Test
    void aLimitThatTheServiceDoesNotOfferIsRefusedInWords() throws Exception {
        RunWalk walk =
                afar(Choice.restrict(ServerFromAfar.SPOOLER, Limits.NONE.with(Limit.MEMBERS, List.of("CORP\\alice"))));
        assertEquals(List.of(), walk.review.rows());
        assertTrue(walk.review.isBlocked());
        assertEquals(
                "Print Spooler: “Who” cannot be limited on this server.",
                walk.review.refusals().get(0).text());
    }

    @Test
    void nothingMoreIsAskedOfWhoSitsAtTheConsole() throws Exception {
        RunWalk walk = new RunWalk(new LabDefinitions().find("iis10-2022").orElseThrow()).choose(Action.DISABLE);
        walk.session.choices().put(ServerFromAfar.REMOTE_DESKTOP, requireNla());
        walk.toReview();
        assertFalse(walk.review.consents().sessionProperty().get());
        assertFalse(walk.review.primary().orElseThrow().disabledProperty().get());
    }
}
