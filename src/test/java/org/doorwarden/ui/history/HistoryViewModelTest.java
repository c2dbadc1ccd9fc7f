package org.doorwarden.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.PastRun;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.plan.Choice;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.BackendWith;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.EarlierRuns;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.PlaceWith;
import org.doorwarden.ui.RunWalk;
import org.doorwarden.ui.ServerFromAfar;
import org.doorwarden.ui.Walk;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {

    private static final ServiceName FTP = new ServiceName("MSFTPSVC");

    private final LabWorkplace workplace = new LabWorkplace();

    @Test
    void undoingAllOfARunBringsTheServerBack() throws Exception {
        String before = workplace.workbench.picture();
        EarlierRuns.apply(workplace, "MSFTPSVC", "SMTPSVC", "RemoteRegistry");
        assertNotEquals(before, workplace.workbench.picture());

        Walk walk = opened();
        walk.perform("undo-all");
        walk.perform("undo-consent");

        assertEquals(before, workplace.workbench.picture());
        assertEquals(
                RunOutcome.UNDONE, workplace.workbench.onlyRun().orElseThrow().outcome());
        assertFalse(walk.action("undo-all").visibleProperty().get());
    }

    @Test
    void nothingHappensBeforeTheConsent() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        String applied = workplace.workbench.picture();

        Walk walk = opened();
        walk.perform("undo-all");
        assertEquals(2, walk.history.undo().steps().size());
        assertEquals(applied, workplace.workbench.picture());
        walk.perform("undo-not-now");

        assertEquals(applied, workplace.workbench.picture());
        assertTrue(walk.history.undo().steps().isEmpty());
    }

    @Test
    void thePreviewShowsTheLastChangeFirst() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC", "SMTPSVC");
        Walk walk = opened();
        walk.perform("undo-all");

        List<String> made = walk.history.changes().stream().map(ChangeItem::id).toList();
        List<String> undone = walk.history.undo().steps().stream()
                .map(step -> step.change().id())
                .toList();
        assertEquals(made.get(0), undone.get(undone.size() - 1));
        assertEquals(made.get(made.size() - 1), undone.get(0));
    }

    @Test
    void onlyWhatIsTickedIsUndone() throws Exception {
        ServiceCondition ftpBefore = workplace.lab().condition(FTP);
        EarlierRuns.apply(workplace, "MSFTPSVC", "SMTPSVC");
        Walk walk = opened();
        assertTrue(walk.action("undo-selected").disabledProperty().get());

        walk.history.changes().stream()
                .filter(item -> item.past().change().service().equals(FTP))
                .forEach(item -> item.selected().set(true));
        walk.perform("undo-selected");
        walk.perform("undo-consent");

        assertEquals(ftpBefore.startType(), workplace.lab().condition(FTP).startType());
        assertEquals(ServiceState.RUNNING, workplace.lab().condition(FTP).state());
        assertEquals(
                StartType.DISABLED,
                workplace.lab().condition(new ServiceName("SMTPSVC")).startType());
        assertEquals(RunOutcome.PARTLY_UNDONE, chosen(walk).outcome());
    }

    @Test
    void aChangeThatCannotBeBroughtBackSaysWhy() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        workplace.lab().setFaults(List.of(new Fault(Fault.Kind.START_FAILS, FTP, Fault.ALWAYS)));

        Walk walk = opened();
        walk.perform("undo-all");
        walk.perform("undo-consent");

        ChangeItem stopped = walk.history.changes().stream()
                .filter(item -> item.past().state() == ChangeState.RESIDUE)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("stopped"), stopped.now().map(ChangeValue::text));
        assertTrue(stopped.problem().isPresent());
        assertTrue(walk.action("undo-all").visibleProperty().get(), "it can be tried again");
    }

    @Test
    void nowIsWhatTheServerSays() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        workplace.lab().setStartType(FTP, StartType.MANUAL);
        ChangeItem item = startTypeOf(opened());
        assertEquals("automatic", item.past().before().text());
        assertEquals("disabled", item.past().set().text());
        assertEquals(Optional.of("manual"), item.now().map(ChangeValue::text));
    }

    @Test
    void anInterruptedRunComesFirstAndCanBeUndone() throws Exception {
        String before = workplace.workbench.picture();
        EarlierRuns.crash(workplace, "MSFTPSVC", "SMTPSVC");
        assertNotEquals(before, workplace.workbench.picture());

        Walk walk = opened();
        assertTrue(chosen(walk).isOpen());
        assertFalse(walk.action("undo-all").visibleProperty().get());
        walk.perform("recover-undo");

        assertEquals(before, workplace.workbench.picture());
        assertFalse(chosen(walk).isOpen());
        walk.shell.back().perform();
        assertSame(walk.server, walk.shown());
        assertTrue(walk.server.openRunProperty().get().isEmpty(), "the first step knows, too");
    }

    @Test
    void anInterruptedRunCanBeFinished() throws Exception {
        EarlierRuns.crash(workplace, "MSFTPSVC", "SMTPSVC");
        Walk walk = opened();
        walk.perform("recover-finish");

        assertEquals(RunOutcome.APPLIED, chosen(walk).outcome());
        assertEquals(StartType.DISABLED, workplace.lab().condition(FTP).startType());
        assertEquals(
                StartType.DISABLED,
                workplace.lab().condition(new ServiceName("SMTPSVC")).startType());
    }

    @Test
    void withoutRightsNothingIsUndone() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        String applied = workplace.workbench.picture();
        workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);

        Walk walk = opened();
        walk.perform("undo-all");
        walk.perform("undo-consent");

        assertEquals(applied, workplace.workbench.picture());
        assertEquals(
                Optional.of("ui.history.obstacle.rights"),
                walk.history.obstacleProperty().get().map(Message::key));
    }

    @Test
    void aRunOfAnotherServerIsShownAndNotUndone() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        Walk walk = new Walk(workplace);
        var connected = walk.session.serverProperty().get();
        walk.session
                .serverProperty()
                .set(new org.doorwarden.ui.shell.OpenServer(
                        connected.address(),
                        connected.backend(),
                        new org.doorwarden.model.ServerIdentity("lab:other", "OTHER", "Other", Optional.empty()),
                        Optional.empty()));
        walk.shell.openHistory(Optional.empty());

        assertEquals(Optional.empty(), startTypeOf(walk).now());
        assertTrue(walk.action("undo-all").disabledProperty().get());
        assertEquals(
                Optional.of("ui.history.obstacle.other.server"),
                walk.history.obstacleProperty().get().map(Message::key));
    }

    @Test
    void withoutAServerOneIsToBeChosenFirst() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        Walk walk = new Walk(workplace);
        walk.session.serverProperty().set(null);
        walk.shell.openHistory(Optional.empty());

        assertTrue(walk.action("undo-all").disabledProperty().get());
        walk.perform("to-server");
        assertSame(walk.server, walk.shown());
    }

    @Test
    void aDamagedRunComesFirstAndStopsEverything() throws Exception {
        String good = EarlierRuns.apply(workplace, "MSFTPSVC");
        String bad = EarlierRuns.apply(workplace, "SMTPSVC");
        Path journal = workplace.workbench.storage.files().stream()
                .filter(file -> file.toString().contains(bad) && file.toString().endsWith("journal.wal"))
                .findFirst()
                .orElseThrow();
        workplace.workbench.storage.replace(journal, "nonsense\nmore of it\n".getBytes(StandardCharsets.UTF_8));

        Walk walk = opened();
        assertTrue(walk.history.items().get(0) instanceof HistoryItem.Damaged);
        walk.history.select(Optional.of(good));
        assertTrue(walk.action("undo-all").disabledProperty().get());
        assertEquals(
                Optional.of("ui.history.obstacle.damaged"),
                walk.history.obstacleProperty().get().map(Message::key));
    }

    @Test
    void theRunThatIsAskedForIsChosen() {
        EarlierRuns.several(workplace);
        Walk walk = new Walk(workplace);
        walk.shell.openHistory(Optional.empty());
        List<String> ids = walk.history.items().stream()
                .flatMap(item -> item.readable().stream())
                .map(PastRun::id)
                .toList();
        walk.shell.openHistory(Optional.of(ids.get(2)));
        assertEquals(ids.get(2), chosen(walk).id());
        assertEquals(3, ids.size());
    }

    @Test
    void theLatestRunComesFirst() {
        EarlierRuns.several(workplace);
        List<java.time.Instant> times = opened().history.items().stream()
                .flatMap(item -> item.readable().stream())
                .map(PastRun::begunAt)
                .toList();
        assertEquals(times.stream().sorted(java.util.Comparator.reverseOrder()).toList(), times);
    }

    @Test
    void whatIsUnderWayBeginsAgainAfterAnUndo() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        Walk walk = new Walk(workplace).toServices();
        walk.disable("SMTPSVC");
        walk.shell.openHistory(Optional.empty());
        walk.perform("undo-all");
        walk.perform("undo-consent");

        assertNull(walk.session.readingProperty().get(), "what was read is no longer the case");
        assertTrue(walk.session.choice(new ServiceName("SMTPSVC")).isPresent(), "what was chosen is kept");
        walk.shell.back().perform();
        assertSame(walk.server, walk.shown());
    }

    @Test
    void lookingAtTheHistoryEndsNoWalk() {
        EarlierRuns.several(workplace);
        Walk walk = new Walk(workplace).toServices();
        var before = walk.shown();
        walk.shell.openHistory(Optional.empty());
        walk.perform("undo-all");
        walk.perform("undo-not-now");
        walk.shell.back().perform();
        assertSame(before, walk.shown());
    }

    private Walk opened() {
        Walk walk = new Walk(workplace);
        walk.shell.openHistory(Optional.empty());
        return walk;
    }

    private static PastRun chosen(Walk walk) {
        return walk.history
                .chosenProperty()
                .get()
                .flatMap(HistoryItem::readable)
                .orElseThrow();
    }

    private static ChangeItem startTypeOf(Walk walk) {
        return walk.history.changes().stream()
                .filter(item -> item.past().change().service().equals(FTP))
                .filter(item -> item.past().change().kind() == org.doorwarden.plan.Change.Kind.SET_START_TYPE)
                .findFirst()
                .orElseThrow();
    }

    /** A reading tells nothing of configuration files and components: those are asked for by themselves. */
    @Test
    void whatNoReadingTellsIsAskedForByItself() throws Exception {
        LabWorkplace afar = ServerFromAfar.workplace();
        RunWalk run = new RunWalk(afar, new DirectTasks()).choose(Choice.Action.KEEP);
        run.session
                .choices()
                .put(
                        ServerFromAfar.REMOTE_DESKTOP,
                        Choice.restrict(ServerFromAfar.REMOTE_DESKTOP, Limits.NONE.with(Limit.NLA, List.of("on"))));
        run.toReview();
        run.review.consents().wordProperty().set("WEB22");
        run.applyPlan();
        afar.lab().set(KnownSettings.USER_AUTHENTICATION, RegistryData.number(0), SettingProgress.NONE);
        Walk walk = new Walk(afar, new SilentReading(afar), new DirectTasks());
        walk.shell.openHistory(Optional.empty());
        assertTrue(walk.session
                .serverProperty()
                .get()
                .backend()
                .read()
                .access()
                .values()
                .isEmpty());
        assertEquals(
                Optional.of(RegistryData.number(0).text()),
                walk.history.changes().get(0).now().map(ChangeValue::text));
        assertTrue(walk.history.changes().get(0).isAsBefore());
    }

    /** Where readings say nothing of who can get in. */
    private static final class SilentReading extends PlaceWith {

        SilentReading(LabWorkplace other) {
            super(other);
        }

        @Override
        public ServerBackend open(ServerAddress server) throws BackendException, DocumentException, WrongUse {
            return new BackendWith(super.open(server)) {
                @Override
                public Inventory read() throws BackendException {
                    return super.read().with(ServerAccess.UNKNOWN);
                }
            };
        }
    }
}
