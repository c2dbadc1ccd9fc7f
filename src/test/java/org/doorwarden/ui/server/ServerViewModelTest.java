package org.doorwarden.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.EarlierRuns;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.PlaceWith;
import org.doorwarden.ui.Walk;
import org.junit.jupiter.api.Test;

class ServerViewModelTest {

    private final LabWorkplace workplace = new LabWorkplace();

    @Test
    void aServerIsChosenFromTheStart() {
        Walk walk = new Walk(workplace);
        assertEquals(
                Optional.of(new ServerAddress.Lab("iis5-2001")),
                walk.server.chosenProperty().get());
        assertEquals(
                "lab:iis5-2001", walk.session.serverProperty().get().identity().id());
        assertFalse(walk.action("read-server").disabledProperty().get());
    }

    @Test
    void whereThereIsNoWindowsThisComputerIsNoServer() {
        assertFalse(new Walk(workplace).server.thisComputerPossible());
        workplace.windows = true;
        Walk walk = new Walk(workplace);
        assertTrue(walk.server.thisComputerPossible());
        assertEquals(
                Optional.of(new ServerAddress.ThisComputer()),
                walk.server.chosenProperty().get());
    }

    @Test
    void anInterruptedRunIsTheFirstThingShown() throws Exception {
        EarlierRuns.crash(workplace, "MSFTPSVC", "SMTPSVC");
        Walk walk = new Walk(workplace);
        assertSame(walk.server, walk.shown());
        assertEquals(
                workplace.workbench.onlyRun().orElseThrow().id(),
                walk.server.openRunProperty().get().orElseThrow().id());
        assertTrue(walk.action("read-server").disabledProperty().get(), "first things first");
    }

    @Test
    void anInterruptedRunIsUndone() throws Exception {
        String before = workplace.workbench.picture();
        EarlierRuns.crash(workplace, "MSFTPSVC", "SMTPSVC");
        assertNotEquals(before, workplace.workbench.picture());
        Walk walk = new Walk(workplace);
        walk.server.undoOpenRun().perform();

        assertEquals(before, workplace.workbench.picture());
        assertFalse(workplace.workbench.onlyRun().orElseThrow().isOpen());
        assertEquals(
                Optional.of(RunOutcome.UNDONE),
                walk.server.recoveredProperty().get().map(report -> report.outcome()));
        assertFalse(walk.action("read-server").disabledProperty().get());
        assertFalse(walk.server.busyProperty().get());
    }

    @Test
    void anInterruptedRunIsFinished() throws Exception {
        EarlierRuns.crash(workplace, "MSFTPSVC", "SMTPSVC");
        new Walk(workplace).server.finishOpenRun().perform();
        assertEquals(
                RunOutcome.APPLIED, workplace.workbench.onlyRun().orElseThrow().outcome());
        for (String service : new String[] {"MSFTPSVC", "SMTPSVC"}) {
            assertEquals(
                    StartType.DISABLED,
                    workplace.lab().condition(new ServiceName(service)).startType());
        }
    }

    @Test
    void whoIsNoAdministratorIsToldAndMayLookAtEverything() {
        workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);
        Walk walk = new Walk(workplace);
        assertTrue(walk.server.notElevatedProperty().get());
        walk.perform("read-server");
        assertTrue(walk.session.readingProperty().get().inventory().services().size() > 50);
    }

    @Test
    void whoIsNoAdministratorRecoversNothing() throws Exception {
        EarlierRuns.crash(workplace, "MSFTPSVC", "SMTPSVC");
        String interrupted = workplace.workbench.picture();
        workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);
        Walk walk = new Walk(workplace);
        walk.server.undoOpenRun().perform();
        assertEquals(interrupted, workplace.workbench.picture());
        assertFalse(walk.action("read-server").disabledProperty().get(), "looking is possible");
    }

    @Test
    void doorwardenIsStartedOnceMoreAsAdministrator() {
        workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);
        new Walk(workplace).server.restart().perform();
        assertTrue(workplace.restarted);
    }

    @Test
    void whoRefusesToBeAdministratorIsToldWhatElseToDo() {
        PlaceWith refusing = new PlaceWith(workplace) {
            @Override
            public void restartElevated() throws BackendException {
                throw new BackendException(BackendException.Operation.CONNECT, "here", 5);
            }
        };
        Walk walk = new Walk(workplace, refusing, new DirectTasks());
        walk.server.restart().perform();
        assertEquals(
                Optional.of("SERVER-3"), walk.server.failureProperty().get().map(failure -> failure.code()));
    }

    @Test
    void aServerThatCannotBeOpenedLeavesTheOneBefore() {
        Walk walk = new Walk(workplace);
        walk.server.chooseFile(Optional.of(Path.of("there", "is", "no", "such.json")));
        assertEquals(
                Optional.of("SERVER-1"), walk.server.failureProperty().get().map(failure -> failure.code()));
        assertTrue(walk.server.chosenProperty().get().isEmpty());
        assertTrue(walk.action("read-server").disabledProperty().get());

        walk.server.chooseFirst();
        assertTrue(walk.server.failureProperty().get().isEmpty());
        assertFalse(walk.action("read-server").disabledProperty().get());
    }

    @Test
    void ofTwoServersChosenOneAfterTheOtherTheSecondCounts() {
        HeldTasks tasks = new HeldTasks();
        Walk walk = new Walk(workplace, workplace, tasks);
        walk.server.choose(new ServerAddress.ThisComputer());
        tasks.doOne();
        assertNull(walk.session.serverProperty().get(), "the first one comes too late");
        tasks.doAll();
        assertEquals(
                new ServerAddress.ThisComputer(),
                walk.session.serverProperty().get().address());
    }
}
