package org.doorwarden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.ui.EarlierRuns;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.Walk;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {

    private final LabWorkplace workplace = new LabWorkplace();

    @Test
    void backLosesNoChoice() {
        Walk walk = new Walk(workplace).toServices();
        walk.disable("MSFTPSVC");
        walk.disable("SMTPSVC");
        Map<ServiceName, Choice> chosen = Map.copyOf(walk.session.choices());
        assertEquals(2, chosen.size());

        walk.shell.back().perform();
        assertSame(walk.purpose, walk.shown());
        walk.shell.back().perform();
        assertSame(walk.server, walk.shown());
        walk.perform("read-server");
        walk.shell.go(StepId.PURPOSE);
        walk.perform("to-services");

        assertSame(walk.shell.step(StepId.SERVICES), walk.shown());
        assertEquals(chosen, Map.copyOf(walk.session.choices()));
    }

    @Test
    void onlyWhatHasItsGroundsCanBeGoneTo() {
        Walk walk = new Walk(workplace);
        assertTrue(walk.shell.isReachable(StepId.READING));
        assertFalse(walk.shell.isReachable(StepId.PURPOSE));
        assertFalse(walk.shell.isReachable(StepId.SERVICES));
        walk.toServices();
        assertTrue(walk.shell.isReachable(StepId.PURPOSE));
        assertTrue(walk.shell.isReachable(StepId.SERVICES));
        assertFalse(walk.shell.isReachable(StepId.APPLY), "nobody gets to changes by the rail");
        assertFalse(walk.shell.isReachable(StepId.RESULT));
    }

    @Test
    void theHistoryLeadsBackToWhereItWasOpened() {
        Walk walk = new Walk(workplace).toServices();
        StepModel services = walk.shown();
        walk.shell.openHistory(Optional.empty());
        assertSame(walk.history, walk.shown());
        walk.shell.openSettings();
        assertSame(walk.settings, walk.shown());
        walk.shell.openCatalogue(Optional.empty());
        assertSame(walk.catalogue, walk.shown());
        walk.shell.back().perform();
        assertSame(services, walk.shown());
    }

    @Test
    void whileSomethingIsGoingOnNobodyLeaves() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        HeldTasks tasks = new HeldTasks();
        Walk walk = new Walk(workplace, workplace, tasks);
        tasks.doAll();
        walk.shell.openHistory(Optional.empty());
        tasks.doAll();
        walk.perform("undo-all");
        walk.perform("undo-consent");
        assertTrue(walk.history.busyProperty().get());

        assertEquals(Optional.empty(), walk.shell.behind());
        walk.shell.openCatalogue(Optional.empty());
        walk.shell.openSettings();
        assertSame(walk.history, walk.shown());
        for (StepId step : StepId.values()) {
            assertFalse(walk.shell.isReachable(step), step.id());
        }

        tasks.doAll();
        assertFalse(walk.history.busyProperty().get());
        assertTrue(walk.shell.behind().isPresent());
    }

    @Test
    void theStatusBarNamesTheServerAndWhatMayBeDone() {
        Walk walk = new Walk(workplace);
        assertTrue(walk.shell.serverText().get().contains("WEB01"), walk.shell.serverText()::get);
        String able = walk.shell.rightsText().get();
        workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);
        String unable = new Walk(workplace).shell.rightsText().get();
        assertFalse(able.equals(unable));
    }
}
