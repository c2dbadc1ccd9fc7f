package org.doorwarden.ui.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.RunWalk;
import org.doorwarden.ui.SiteOfItsOwn;
import org.doorwarden.ui.shell.StepId;
import org.junit.jupiter.api.Test;

class ResultViewModelTest {

    private static final Path FILE = Path.of("report.txt");

    @Test
    void showsTheDoorsAsTheServerSaysTheyAreNow() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.STOP_AND_MANUAL, "Alerter");
        ServiceName messenger = new ServiceName("Messenger");
        walk.session.choices().put(messenger, Choice.of(messenger, Action.DISABLE));
        walk.toReview().applyPlan();
        assertEquals(
                List.of("Alerter RESTRICTED", "Messenger CLOSED"),
                walk.result.doors().stream()
                        .map(door -> door.name() + " " + door.state())
                        .toList());
        walk.result.rows().forEach(row -> assertEquals(row.set(), row.now(), row.toString()));
    }

    @Test
    void countsOpenDoorsAndPortsBeforeAndAfter() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "TlntSvr").toReview().applyPlan();
        Figure doors = walk.result.figures().get(0);
        Figure ports = walk.result.figures().get(1);
        assertEquals(1, doors.before() - doors.after().orElseThrow());
        assertEquals(1, ports.before() - ports.after().orElseThrow());
        assertEquals(
                Exposure.of(
                                walk.session.assessmentProperty().get(),
                                walk.workplace.lab().read())
                        .openPorts(),
                ports.after().orElseThrow());
    }

    @Test
    void leavesNoOpenDoorWhenAllRecommendationsAreTaken() throws Exception {
        RunWalk walk = new RunWalk().chooseRecommended().toReview().applyPlan();
        assertTrue(walk.result.figures().get(0).before() > 0);
        assertEquals(Optional.of(0), walk.result.figures().get(0).after());
    }

    @Test
    void whatRunsOnOtherAddressesOfTheSamePortIsOnePort() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.KEEP, "Messenger");
        Exposure exposure = Exposure.of(
                walk.session.assessmentProperty().get(),
                walk.session.readingProperty().get().inventory());
        long distinct = java.util.stream.Stream.concat(
                        walk.session.readingProperty().get().inventory().services().values().stream()
                                .flatMap(service -> service.listeners().stream()),
                        walk.session.readingProperty().get().inventory().unownedListeners().stream()
                                .map(each -> each.listener()))
                .filter(each -> !each.loopback())
                .map(each -> each.protocol() + ":" + each.port())
                .distinct()
                .count();
        assertEquals(distinct, exposure.openPorts());
    }

    @Test
    void saysFirstWhatFailedAndThatAllIsBack() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Alerter", "Messenger").toReview();
        walk.fault(Fault.Kind.CONFIG_DENIED, "Messenger");
        walk.applyPlan();
        RunWalk.press(walk.apply, "to-result");
        assertTrue(walk.result.failedProperty().get().orElseThrow().allBack());
        assertFalse(walk.result.rows().stream().anyMatch(row -> row.state().mayBeInEffect()));
        walk.result.rows().forEach(row -> assertEquals(row.before(), row.now(), row.toString()));
        assertEquals(
                Optional.of(walk.result.figures().get(0).before()),
                walk.result.figures().get(0).after());
        walk.workplace.lab().setFaults(List.of());
        RunWalk.press(walk.result, "review-again");
        assertNull(walk.session.reportProperty().get());
        assertEquals(StepId.REVIEW, walk.steps.get(walk.steps.size() - 1));
        walk.applyPlan();
        assertTrue(walk.service("Messenger").isClosed());
    }

    @Test
    void marksWhatCouldNotBeBroughtBack() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Alerter", "Messenger").toReview();
        ServiceName first = walk.session.planProperty().get().changes().get(0).service();
        ServiceName last = walk.session.planProperty().get().changes().get(3).service();
        walk.workplace
                .lab()
                .setFaults(List.of(
                        new Fault(Fault.Kind.START_FAILS, first, Fault.ALWAYS),
                        new Fault(Fault.Kind.CONFIG_DENIED, last, Fault.ALWAYS)));
        walk.applyPlan();
        RunWalk.press(walk.apply, "to-result");
        assertFalse(walk.result.failedProperty().get().orElseThrow().allBack());
        ResultRow residue = walk.result.rows().stream()
                .filter(row -> row.state() == ChangeState.RESIDUE)
                .findFirst()
                .orElseThrow();
        assertEquals(first, residue.service());
        assertTrue(residue.problem().isPresent());
        assertFalse(walk.service(first.value()).isActive());
        RunWalk.press(walk.result, "undo-run");
        assertEquals(walk.session.reportProperty().get().run(), walk.openedRun);
    }

    @Test
    void savesAReportThatHoldsTheNotesAndCannotMoveACursor() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Alerter");
        ServiceName messenger = new ServiceName("Messenger");
        walk.session
                .choices()
                .put(
                        messenger,
                        new Choice(
                                messenger,
                                Action.DISABLE,
                                Choice.Origin.ADMINISTRATOR,
                                "agreed\u001b[2J\nwith \u202eops"));
        walk.toReview().applyPlan();
        walk.result.chooseFileWith(() -> Optional.of(FILE));
        RunWalk.press(walk.result, "save-report");
        String report = walk.workplace.saved.get(FILE);
        assertTrue(report.contains("agreed\\u001b[2J"), report);
        assertTrue(report.contains("with \\u202eops"), report);
        assertTrue(report.contains(walk.session.reportProperty().get().run().orElseThrow()), report);
        assertTrue(report.contains("Alerter"), report);
        assertTrue(report.contains(walk.workplace.catalogue().edition().version()), report);
        assertFalse(report.contains("own entries"), report);
        assertTrue(
                report.chars().allMatch(c -> c >= 0x20 && c != 0x7f && c != 0x202e || c == '\n' || c == '\r'), report);
        assertTrue(walk.result.savedProperty().get().isPresent());
    }

    @Test
    void theReportNamesTheSitesOwnEntries() throws Exception {
        RunWalk walk = new RunWalk(SiteOfItsOwn.workplace(), new DirectTasks())
                .choose(Action.DISABLE, "Alerter")
                .toReview()
                .applyPlan();
        walk.result.chooseFileWith(() -> Optional.of(FILE));
        RunWalk.press(walk.result, "save-report");
        String report = walk.workplace.saved.get(FILE);
        assertTrue(report.contains("this site’s own entries for Schedule"), report);
    }

    @Test
    void savesNothingWhenNoFileIsChosen() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Alerter").toReview().applyPlan();
        walk.result.chooseFileWith(Optional::empty);
        RunWalk.press(walk.result, "save-report");
        assertEquals(java.util.Map.of(), walk.workplace.saved);
        assertEquals(Optional.empty(), walk.result.savedProperty().get());
    }

    @Test
    void advisesToTestWhatTheServerIsFor() throws Exception {
        RunWalk web = new RunWalk().choose(Action.DISABLE, "TlntSvr").toReview().applyPlan();
        RunWalk mail = new RunWalk();
        mail.session.roles().add("mail-sending");
        mail.choose(Action.DISABLE, "TlntSvr");
        mail.session.roles().add("mail-sending");
        mail.session
                .assessmentProperty()
                .set(org.doorwarden.ui.shell.WizardSession.assess(
                        mail.workplace.catalogue(),
                        mail.session.readingProperty().get(),
                        mail.session.policy()));
        mail.toReview().applyPlan();
        assertTrue(web.result.tests().stream().anyMatch(text -> text.contains("browser")));
        assertFalse(web.result.tests().stream().anyMatch(text -> text.contains("mail")));
        assertTrue(mail.result.tests().stream().anyMatch(text -> text.contains("mail")));
        assertTrue(web.result.tests().stream().anyMatch(text -> text.contains("TCP\u00a023")));
    }

    @Test
    void leadsToTheHistoryOfThisRun() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Alerter").toReview().applyPlan();
        walk.result.primary().orElseThrow().perform();
        assertEquals(walk.session.reportProperty().get().run(), walk.openedRun);
        assertTrue(walk.openedRun.isPresent());
    }
}
