package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.doorwarden.apply.ChangeFixture.Found;
import org.doorwarden.apply.ChangeFixture.Value;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.document.JsonText;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.journal.JournalRecord;
import org.doorwarden.journal.Run;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Direction;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.testing.Crash;
import org.doorwarden.ui.BackendWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of change, from the plan to its undoing, on a training server: with nothing there before and with something
 * else, with somebody else at work before, during and after the run, and where Windows denies it or does nothing.
 */
class ChangeContractTest {

    /** A kind of change and what it finds. */
    private record Case(Change.Kind kind, Found found) {}

    /** Nothing is to be done: what is not installed is closed, and a group that is there is the group that is wanted. */
    private static final Set<Case> NOTHING_TO_DO = Set.of(
            new Case(Change.Kind.STOP_SERVICE, Found.ABSENT),
            new Case(Change.Kind.SET_START_TYPE, Found.ABSENT),
            new Case(Change.Kind.SET_LOCAL_GROUP, Found.OTHERWISE),
            new Case(Change.Kind.SET_WINDOWS_FEATURE, Found.ABSENT));

    static Stream<Case> all() {
        return Stream.of(Change.Kind.values())
                .flatMap(kind -> Stream.of(Found.values()).map(found -> new Case(kind, found)));
    }

    static Stream<Case> changing() {
        return all().filter(each -> !NOTHING_TO_DO.contains(each));
    }

    static Stream<Case> settings() {
        return changing().filter(each -> ContractServer.fixture(each.kind()) instanceof SettingFixture);
    }

    /** Where somebody can bring in a third value during the run: of a group, and of a component, there are only two. */
    static Stream<Case> withThird() {
        return changing()
                .filter(each -> each.kind() != Change.Kind.SET_LOCAL_GROUP
                        && each.kind() != Change.Kind.SET_WINDOWS_FEATURE
                        && !each.equals(new Case(Change.Kind.SET_GROUP_MEMBERS, Found.ABSENT)));
    }

    static Stream<Case> changedBack() {
        return settings().filter(each -> each.kind() != Change.Kind.SET_WINDOWS_FEATURE);
    }

    static Stream<Case> nothingToDo() {
        return NOTHING_TO_DO.stream();
    }

    /** One server with its plan. */
    private static final class Scene {

        final ContractServer server;
        final Plan plan;
        final Value before;
        final String picture;
        final byte[] iisConfiguration;

        Scene(Case which) throws Exception {
            server = new ContractServer(ContractServer.fixture(which.kind()), which.found());
            plan = asFile(server.plan(which.found()));
            assertEquals(List.of(), plan.refusals());
            before = now();
            picture = server.picture();
            iisConfiguration = server.bench.lab.iisConfiguration().orElseThrow().bytes();
        }

        /** A plan that somebody took to the server as a file. */
        private static Plan asFile(Plan plan) throws Exception {
            byte[] bytes = JsonText.pretty(PlanDocument.write(plan)).getBytes(StandardCharsets.UTF_8);
            return PlanDocument.read("plan.json", bytes);
        }

        Value now() throws Exception {
            server.picture();
            return server.fixture.now(server.bench.lab);
        }

        boolean isWanted() throws Exception {
            return server.fixture.isWanted(now());
        }

        List<Change> planned() {
            return plan.changes().stream()
                    .filter(change -> change.kind() == server.fixture.kind())
                    .filter(change -> !(change instanceof Change.SetSetting set && server.isNote(set.setting())))
                    .toList();
        }

        Change change() {
            assertEquals(1, planned().size(), () -> "" + plan.changes());
            return planned().get(0);
        }

        RunReport apply() throws Exception {
            return server.bench.apply(plan);
        }

        RunReport apply(ServerBackend backend) throws Exception {
            return server.bench
                    .runs(backend)
                    .apply(plan, EnumSet.allOf(Agreement.class), CancelToken.NEVER, RunListener.NONE);
        }

        RunReport undo(RunReport run) throws Exception {
            return server.bench.undo(run.run().orElseThrow());
        }

        RunReport overwrite(RunReport run) throws Exception {
            return server.bench.runs().undo(run(run), Set.of(), conflict -> true, RunListener.NONE);
        }

        Run run(RunReport report) throws Exception {
            return server.bench.find(report.run().orElseThrow());
        }

        ChangeState stateOnDisk(RunReport report) throws Exception {
            return run(report).changeStates().get(change().id());
        }

        /** What the journal says that was read back, the last time in that direction. */
        Optional<String> readBack(RunReport report, Direction direction) throws Exception {
            return run(report).records().stream()
                    .filter(record -> record instanceof JournalRecord.Done done
                            && done.direction() == direction
                            && done.change().equals(change().id()))
                    .map(record -> ((JournalRecord.Done) record).readBack())
                    .reduce((first, last) -> last);
        }

        void requireUntouched() throws Exception {
            assertEquals(before, now());
            assertEquals(picture, server.picture());
        }

        void requireNoRun() throws Exception {
            assertEquals(List.of(), server.bench.store.readAll().runs());
        }
    }

    @Test
    void everyKindOfSettingHasItsKindOfChangeAndItsFixture() {
        Set<Change.Kind> ofSettings = new HashSet<>();
        for (Setting.Kind kind : Setting.Kind.values()) {
            Change.Kind change = Change.SetSetting.kindOf(kind);
            assertTrue(ofSettings.add(change), kind + " has no kind of change of its own");
            SettingFixture fixture = (SettingFixture) ContractServer.fixture(change);
            assertEquals(kind, fixture.setting().kind());
        }
        for (Change.Kind kind : Change.Kind.values()) {
            assertEquals(kind, ContractServer.fixture(kind).kind());
            assertTrue(changing().anyMatch(each -> each.kind() == kind), kind + " is never changed");
            assertEquals(ofSettings.contains(kind), ContractServer.fixture(kind) instanceof SettingFixture);
        }
    }

    @ParameterizedTest
    @MethodSource("changing")
    void itIsMadeAndComesBackExactly(Case which) throws Exception {
        Scene scene = new Scene(which);
        RunReport applied = scene.apply();
        assertEquals(RunOutcome.APPLIED, applied.outcome(), () -> "" + applied.failure());
        assertTrue(scene.isWanted());
        assertEquals(ChangeState.APPLIED, scene.stateOnDisk(applied));
        assertEquals(Optional.of(scene.now().text()), scene.readBack(applied, Direction.APPLY));
        requireSnapshot(scene, applied);
        RunReport undone = scene.undo(applied);
        assertEquals(RunOutcome.UNDONE, undone.outcome(), () -> "" + undone.changes());
        scene.requireUntouched();
        assertEquals(ChangeState.UNDONE, scene.stateOnDisk(applied));
        Value back = scene.server.fixture.expected(scene.before);
        assertEquals(Optional.of(back.text()), scene.readBack(applied, Direction.UNDO));
        RunReport again = scene.server.bench.apply(scene.plan);
        assertEquals(RunOutcome.APPLIED, again.outcome(), "the same plan fits again");
    }

    /** The snapshot holds what was found: in the change, in the reading of the whole server, and as a file. */
    private static void requireSnapshot(Scene scene, RunReport applied) throws Exception {
        Run run = scene.run(applied);
        Change change = run.snapshot().plan().change(scene.change().id()).orElseThrow();
        Value expected = scene.server.fixture.expected(scene.before);
        assertEquals(expected.text(), ChangeValue.before(change).text());
        if (change instanceof Change.SetSetting set) {
            assertEquals(expected.exact(), set.before());
            assertEquals(
                    set.setting().kind() == Setting.Kind.WINDOWS_FEATURE
                            ? Optional.empty()
                            : Optional.of(scene.before.exact()),
                    run.snapshot().before().access().find(set.setting()));
        }
        Path copy = Path.of("runs").resolve(run.id()).resolve("applicationHost.config");
        boolean isIis = change.kind() == Change.Kind.SET_IIS_CONFIGURATION;
        assertEquals(isIis, run.snapshot().iisConfiguration().isPresent());
        assertEquals(isIis, scene.server.bench.storage.files().contains(copy));
        if (isIis) {
            byte[] kept = scene.server.bench.storage.content(copy);
            assertArrayEquals(scene.iisConfiguration, kept);
        }
    }

    @ParameterizedTest
    @MethodSource("nothingToDo")
    void whatNeedsNothingIsLeftAlone(Case which) throws Exception {
        requireLeftAlone(new Scene(which));
    }

    @ParameterizedTest
    @MethodSource("changing")
    void whatIsAsWantedAlreadyIsLeftAlone(Case which) throws Exception {
        ContractServer wanted = new ContractServer(ContractServer.fixture(which.kind()), which.found());
        wanted.fixture.makeWanted(wanted.bench);
        assertTrue(wanted.fixture.isWanted(wanted.fixture.now(wanted.bench.lab)));
        Plan plan = wanted.plan(which.found());
        assertEquals(1, plan.changes().size(), () -> "" + plan.changes());
        String before = wanted.picture();
        RunReport applied = wanted.bench.apply(plan);
        assertEquals(RunOutcome.APPLIED, applied.outcome());
        assertTrue(wanted.fixture.isWanted(wanted.fixture.now(wanted.bench.lab)));
        wanted.bench.undo(applied.run().orElseThrow());
        assertEquals(before, wanted.picture());
    }

    private static void requireLeftAlone(Scene scene) throws Exception {
        assertEquals(1, scene.plan.changes().size(), () -> "" + scene.plan.changes());
        RunReport applied = scene.apply();
        assertEquals(RunOutcome.APPLIED, applied.outcome());
        assertEquals(scene.before, scene.now());
        scene.undo(applied);
        scene.requireUntouched();
    }

    @ParameterizedTest
    @MethodSource("changing")
    void aServerThatIsOtherwiseThanPlannedIsNotTouched(Case which) throws Exception {
        Scene scene = new Scene(which);
        scene.server.fixture.drift(scene.server.bench, which.found());
        assertNotEquals(scene.before, scene.now());
        String drifted = scene.server.picture();
        RunReport report = scene.apply();
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(drifted, scene.server.picture());
        scene.requireNoRun();
    }

    @ParameterizedTest
    @MethodSource("withThird")
    void whatSomebodyChangesDuringTheRunIsTheirs(Case which) throws Exception {
        Scene scene = new Scene(which);
        RunReport report = scene.apply(new BackendWith(scene.server.bench.lab) {
            @Override
            public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
                super.set(setting, value, progress);
                if (scene.server.isNote(setting) && !(value instanceof Absent)) {
                    scene.server.fixture.meddle(scene.server.bench);
                }
            }
        });
        Value theirs = scene.now();
        assertNotEquals(scene.before, theirs);
        assertFalse(scene.isWanted());
        assertEquals(RunOutcome.PARTLY_UNDONE, report.outcome());
        assertEquals(Absent.WITH_ITS_KEY, scene.server.note());
        assertEquals(RunOutcome.UNDONE, scene.overwrite(report).outcome());
        scene.requireUntouched();
    }

    @ParameterizedTest
    @MethodSource("changing")
    void whatSomebodyChangedSinceIsTheirsUnlessToldOtherwise(Case which) throws Exception {
        Scene scene = new Scene(which);
        RunReport applied = scene.apply();
        scene.server.fixture.meddle(scene.server.bench);
        Value theirs = scene.now();
        RunReport undone = scene.undo(applied);
        assertEquals(theirs, scene.now());
        if (!scene.server.fixture.hasThird()) {
            assertEquals(scene.before, theirs);
            assertEquals(RunOutcome.UNDONE, undone.outcome());
            return;
        }
        assertEquals(RunOutcome.PARTLY_UNDONE, undone.outcome());
        assertEquals(ChangeState.RESIDUE, scene.stateOnDisk(applied));
        assertEquals(Absent.WITH_ITS_KEY, scene.server.note());
        scene.server.fixture.giveWay(scene.server.bench);
        RunReport overwritten = scene.overwrite(applied);
        assertEquals(RunOutcome.UNDONE, overwritten.outcome(), () -> "" + overwritten.changes());
        scene.requireUntouched();
        assertEquals(ChangeState.UNDONE, scene.stateOnDisk(applied));
    }

    @ParameterizedTest
    @MethodSource("changedBack")
    void whatSomebodyChangedBackIsBackAlready(Case which) throws Exception {
        Scene scene = new Scene(which);
        String setting = ((Change.SetSetting) scene.change()).setting().identity();
        scene.server.bench.lab.setFaults(List.of(new Fault(Fault.Kind.SETTING_CHANGED_BACK, setting, 1)));
        RunReport applied = scene.apply();
        assertEquals(RunOutcome.APPLIED, applied.outcome());
        assertTrue(scene.isWanted());
        scene.server.bench.pace.pause(Duration.ofSeconds(1));
        assertFalse(scene.isWanted());
        assertEquals(scene.server.fixture.expected(scene.before), scene.now());
        assertEquals(RunOutcome.UNDONE, scene.undo(applied).outcome());
        scene.requireUntouched();
    }

    @ParameterizedTest
    @MethodSource("changing")
    void whatIsDeniedLeavesNothingBehind(Case which) throws Exception {
        requireNothingLeft(which, ChangeFixture::denied);
    }

    @ParameterizedTest
    @MethodSource("changing")
    void aChangeWithoutEffectIsNoticedAndLeavesNothingBehind(Case which) throws Exception {
        requireNothingLeft(which, fixture -> fixture.ignored(Direction.APPLY));
    }

    private static void requireNothingLeft(Case which, Function<ChangeFixture, Fault> fault) throws Exception {
        Scene scene = new Scene(which);
        scene.server.bench.lab.setFaults(List.of(fault.apply(scene.server.fixture)));
        RunReport report = scene.apply();
        assertEquals(RunOutcome.UNDONE, report.outcome(), () -> "" + report.changes());
        scene.requireUntouched();
        assertEquals(Optional.empty(), scene.readBack(report, Direction.APPLY));
        assertTrue(scene.run(report).records().stream()
                .anyMatch(record -> record instanceof JournalRecord.Failed failed
                        && failed.direction() == Direction.APPLY
                        && failed.change().equals(scene.change().id())));
    }

    @ParameterizedTest
    @MethodSource("changing")
    void whereUndoingIsDeniedItIsUndoneOnceItIsNot(Case which) throws Exception {
        requireUndoneLater(which, ChangeFixture::denied);
    }

    @ParameterizedTest
    @MethodSource("changing")
    void anUndoingWithoutEffectIsNoticedAndUndoneLater(Case which) throws Exception {
        requireUndoneLater(which, fixture -> fixture.ignored(Direction.UNDO));
    }

    private static void requireUndoneLater(Case which, Function<ChangeFixture, Fault> fault) throws Exception {
        Scene scene = new Scene(which);
        RunReport applied = scene.apply();
        scene.server.bench.lab.setFaults(List.of(fault.apply(scene.server.fixture)));
        RunReport undone = scene.undo(applied);
        assertEquals(RunOutcome.PARTLY_UNDONE, undone.outcome());
        assertTrue(scene.isWanted());
        assertEquals(ChangeState.RESIDUE, scene.stateOnDisk(applied));
        scene.server.bench.lab.setFaults(List.of());
        RunReport later = scene.undo(applied);
        assertEquals(RunOutcome.UNDONE, later.outcome(), () -> "" + later.changes());
        scene.requireUntouched();
    }

    @ParameterizedTest
    @MethodSource("changing")
    void aCrashAtAnyWriteIsRecovered(Case which) throws Exception {
        int crashes = 0;
        for (int operation = 0; ; operation++) {
            Scene scene = new Scene(which);
            scene.server.bench.storage.crashAt(operation);
            try {
                scene.apply();
                break;
            } catch (Crash crash) {
                crashes++;
            }
            scene.server.bench.storage.heal();
            boolean finish = operation % 2 == 0;
            scene.server
                    .bench
                    .runs()
                    .recover(finish ? ServerRuns.Recovery.FINISH : ServerRuns.Recovery.UNDO, RunListener.NONE);
            Optional<Run> run = scene.server.bench.onlyRun();
            if (finish && run.isPresent()) {
                assertTrue(scene.isWanted(), "operation " + operation);
                scene.server.bench.undo(run.get().id());
            }
            scene.requireUntouched();
        }
        assertTrue(crashes > 8, "crashed " + crashes + " times");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatMayNotBeReadIsNotChanged(Case which) throws Exception {
        Scene scene = new Scene(which);
        Change.SetSetting change = (Change.SetSetting) scene.change();
        ServerBackend unreadable = new BackendWith(scene.server.bench.lab) {
            @Override
            public SettingValue setting(Setting setting) throws BackendException {
                boolean group = setting.kind() == Setting.Kind.LOCAL_GROUP
                        && setting.address().equals(change.setting().address());
                if (setting.equals(change.setting()) || group) {
                    throw new BackendException(
                            BackendException.Operation.READ_SETTING, setting.address(), WindowsError.ACCESS_DENIED);
                }
                return super.setting(setting);
            }
        };
        BackendException denied = assertThrows(BackendException.class, () -> scene.apply(unreadable));
        assertEquals(WindowsError.ACCESS_DENIED, denied.code());
        scene.requireUntouched();
        scene.requireNoRun();
    }
}
