package org.doorwarden.ui.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.Conflict;
import org.doorwarden.apply.PastRun;
import org.doorwarden.apply.RunEvent;
import org.doorwarden.apply.RunListener;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Direction;
import org.doorwarden.text.Message;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.history.UndoStep.Progress;
import org.doorwarden.ui.task.Relay;
import org.doorwarden.ui.task.Tasks;

/** An undo: first shown step by step with what is to be decided, then done. Interrupted runs are brought to their end in the same way. */
public final class UndoModel {

    /** How far it is. */
    public enum Phase {
        /** Nothing is to be undone; the run is looked at. */
        NONE,
        PREVIEW,
        WORKING
    }

    private final Workplace workplace;
    private final Tasks tasks;
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.NONE);
    private final ObservableList<UndoStep> steps = FXCollections.observableArrayList();
    private final DoubleProperty progress = new SimpleDoubleProperty();
    private PastRun run;

    UndoModel(Workplace workplace, Tasks tasks) {
        this.workplace = workplace;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /** In the order in which they are done: last made, first undone. */
    public ObservableList<UndoStep> steps() {
        return steps;
    }

    /** The part that is done, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /** Shows what undoing these changes would do. */
    void preview(PastRun of, List<ChangeItem> changes) {
        run = of;
        steps.setAll(reversed(changes));
        phase.set(Phase.PREVIEW);
    }

    void leave() {
        phase.set(Phase.NONE);
        steps.clear();
    }

    /** Does what was shown. */
    void begin(ServerBackend backend, Consumer<RunReport> done, Consumer<Exception> failed) {
        Set<String> only = steps.stream().map(step -> step.change().id()).collect(Collectors.toSet());
        PastRun undone = run;
        Conflict.Decider decider = decider(steps);
        work(heard -> workplace.runs(backend).undo(undone, only, decider, heard), done, failed);
    }

    /** Brings an interrupted run to its end. */
    void recover(
            ServerBackend backend,
            ServerRuns.Recovery recovery,
            List<ChangeItem> changes,
            Consumer<List<RunReport>> done,
            Consumer<Exception> failed) {
        steps.setAll(
                recovery == ServerRuns.Recovery.UNDO
                        ? reversed(
                                changes.stream().filter(ChangeItem::isUndoable).toList())
                        : changes.stream()
                                .filter(change -> change.past().state() != ChangeState.APPLIED)
                                .map(change -> new UndoStep(change, Direction.APPLY))
                                .toList());
        work(heard -> workplace.runs(backend).recover(recovery, heard), done, failed);
    }

    /** What is done away from the screen. */
    @FunctionalInterface
    private interface Work<T> {
        T run(RunListener heard) throws Exception;
    }

    private <T> void work(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        progress.set(0);
        phase.set(Phase.WORKING);
        Relay<RunEvent> events = new Relay<>(tasks, all -> all.forEach(this::heard));
        tasks.run(
                () -> work.run(events::accept),
                result -> {
                    leave();
                    done.accept(result);
                },
                problem -> {
                    leave();
                    failed.accept(problem);
                });
    }

    private static List<UndoStep> reversed(List<ChangeItem> changes) {
        List<UndoStep> inOrder = changes.stream()
                .map(change -> new UndoStep(change, Direction.UNDO))
                .collect(Collectors.toList());
        Collections.reverse(inOrder);
        return inOrder;
    }

    /** Overwrites exactly what a person saw and agreed to; whatever else is met is left as it is. */
    static Conflict.Decider decider(List<UndoStep> steps) {
        Map<String, String> agreed = steps.stream()
                .filter(step -> step.overwriteProperty().get())
                .collect(Collectors.toUnmodifiableMap(
                        step -> step.change().id(),
                        step -> step.change().now().map(ChangeValue::text).orElse("")));
        return conflict ->
                conflict.now().text().equals(agreed.get(conflict.change().id()));
    }

    private void heard(RunEvent event) {
        if (event instanceof RunEvent.ChangeBegun begun) {
            progress.set((begun.number() - 1.0) / begun.of());
            mark(begun.change().id(), Progress.WORKING);
        } else if (event instanceof RunEvent.Waiting waiting) {
            remark(waiting.change().id(), Message.of("state." + waiting.state().id()));
        } else if (event instanceof RunEvent.Advanced advanced) {
            remark(advanced.change().id(), Message.of("ui.history.advanced", advanced.percent()));
        } else if (event instanceof RunEvent.ChangeDone done) {
            mark(done.change().id(), Progress.DONE);
        } else if (event instanceof RunEvent.ChangeFailed failed) {
            mark(failed.change().id(), Progress.FAILED);
            remark(failed.change().id(), failed.reason());
        }
    }

    private void mark(String change, Progress now) {
        steps.stream().filter(step -> step.change().id().equals(change)).forEach(step -> {
            step.progressProperty().set(now);
            step.remarkProperty().set(Optional.empty());
        });
    }

    private void remark(String change, Message words) {
        steps.stream()
                .filter(step -> step.change().id().equals(change))
                .forEach(step -> step.remarkProperty().set(Optional.of(words)));
    }
}
