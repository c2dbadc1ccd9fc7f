package org.doorwarden.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.doorwarden.apply.PastRun;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.text.Message;
import org.doorwarden.ui.EarlierRuns;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.Walk;
import org.junit.jupiter.api.Test;

/** What somebody else changed since a run is overwritten only where a person saw it and said so. */
class UndoConflictTest {

    private static final ServiceName FTP = new ServiceName("MSFTPSVC");

    private final LabWorkplace workplace = new LabWorkplace();

    @Test
    void whatSomebodyElseChangedIsLeftUnlessAPersonSaysOtherwise() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        workplace.lab().setStartType(FTP, StartType.MANUAL);

        Walk walk = opened();
        walk.perform("undo-all");
        assertEquals(
                1,
                walk.history.undo().steps().stream()
                        .filter(step -> step.change().isConflict())
                        .count());
        walk.perform("undo-consent");

        assertEquals(StartType.MANUAL, workplace.lab().condition(FTP).startType());
        ChangeItem left = startTypeOf(walk);
        assertEquals(ChangeState.RESIDUE, left.past().state());
        assertEquals(Optional.of("change.conflict"), left.problem().map(Message::key));
    }

    @Test
    void whatSomebodyElseChangedIsPutBackWhenAPersonSaysSo() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        workplace.lab().setStartType(FTP, StartType.MANUAL);

        Walk walk = opened();
        walk.perform("undo-all");
        walk.history.undo().steps().stream()
                .filter(step -> step.change().isConflict())
                .forEach(step -> step.overwriteProperty().set(true));
        walk.perform("undo-consent");

        assertEquals(StartType.AUTOMATIC, workplace.lab().condition(FTP).startType());
        assertEquals(RunOutcome.UNDONE, chosen(walk).outcome());
    }

    @Test
    void whatWasNotForeseenIsNotOverwritten() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        workplace.lab().setStartType(FTP, StartType.MANUAL);
        Walk walk = opened();
        walk.perform("undo-all");
        walk.history.undo().steps().stream()
                .filter(step -> step.change().isConflict())
                .forEach(step -> step.overwriteProperty().set(true));
        // Between the preview and the consent somebody changes it once more.
        workplace.lab().setStartType(FTP, StartType.AUTOMATIC_DELAYED);
        walk.perform("undo-consent");

        assertEquals(StartType.AUTOMATIC_DELAYED, workplace.lab().condition(FTP).startType());
        assertEquals(ChangeState.RESIDUE, startTypeOf(walk).past().state());
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
}
