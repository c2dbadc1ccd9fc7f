package org.doorwarden.ui.history;

import java.util.List;
import java.util.function.Consumer;
import org.doorwarden.apply.ServerRuns.Recovery;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.history.UndoModel.Phase;
import org.doorwarden.ui.shell.Action;

/** The buttons of the history, and which of them can be pressed when. */
final class HistoryActions {

    private final Messages messages;
    private final Action all;
    private final Action selected;
    private final Action consent;
    private final Action notNow;
    private final Action recoverUndo;
    private final Action recoverFinish;
    private final Action toServer;

    /** What the buttons do. */
    record Work(
            Runnable undoAll,
            Runnable undoSelected,
            Runnable consent,
            Runnable notNow,
            Consumer<Recovery> recover,
            Runnable toServer) {}

    HistoryActions(Messages messages, Work work) {
        this.messages = messages;
        this.all = new Action("undo-all", messages.say("ui.history.undo.all"), work.undoAll());
        this.selected = new Action("undo-selected", "", work.undoSelected());
        this.consent = new Action("undo-consent", "", work.consent());
        this.notNow = new Action("undo-not-now", messages.say("ui.history.not.now"), work.notNow());
        this.recoverUndo = new Action(
                "recover-undo",
                messages.say("ui.server.recover.undo"),
                () -> work.recover().accept(Recovery.UNDO));
        this.recoverFinish = new Action(
                "recover-finish",
                messages.say("ui.server.recover.finish"),
                () -> work.recover().accept(Recovery.FINISH));
        this.toServer = new Action("to-server", messages.say("ui.history.to.server"), work.toServer());
    }

    Action primary() {
        return consent;
    }

    List<Action> secondary() {
        return List.of(toServer, selected, all, recoverFinish, recoverUndo, notNow);
    }

    /**
     * How things stand.
     *
     * @param open whether the run was interrupted
     * @param locked whether nothing of it can be undone now
     * @param ticked how many changes are ticked
     * @param steps how many changes are previewed
     */
    record Standing(
            Phase phase, boolean connected, boolean open, boolean undoable, boolean locked, long ticked, int steps) {}

    void show(Standing now) {
        boolean looking = now.phase() == Phase.NONE;
        boolean previewing = now.phase() == Phase.PREVIEW;
        selected.textProperty().set(messages.say("ui.history.undo.selected", now.ticked()));
        consent.textProperty().set(messages.say("ui.history.consent", now.steps()));
        allow(all, looking && now.undoable(), now.locked());
        allow(selected, looking && now.undoable(), now.locked() || now.ticked() == 0);
        allow(recoverUndo, looking && now.open(), now.locked());
        allow(recoverFinish, looking && now.open(), now.locked());
        allow(consent, previewing, false);
        allow(notNow, previewing, false);
        allow(toServer, looking && !now.connected(), false);
    }

    private static void allow(Action action, boolean visible, boolean disabled) {
        action.visibleProperty().set(visible);
        action.disabledProperty().set(disabled);
    }
}
