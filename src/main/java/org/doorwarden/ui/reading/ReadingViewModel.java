package org.doorwarden.ui.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Inventory;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** Reads the server and what the catalogue knows; takes up the choices of a walk that was broken off. */
public final class ReadingViewModel extends StepModel {

    /** What is being done. */
    public enum Phase {
        CATALOGUE,
        SERVER,
        DRAFT,
        DONE
    }

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.CATALOGUE);
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> resumed = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Action next;
    private final Action cancel;
    /** Grows with every reading begun or cancelled: what an earlier one brings is not wanted any more. */
    private int latest;

    public ReadingViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.navigator = navigator;
        this.tasks = tasks;
        this.messages = messages;
        this.next = new Action("to-purpose", messages.say("ui.reading.next"), () -> navigator.go(StepId.PURPOSE));
        this.cancel = new Action("cancel-reading", messages.say("ui.reading.cancel"), this::cancel);
        say(messages.say("ui.reading.title"), "");
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /** What could not be read, each in words. */
    public ObservableList<String> problems() {
        return problems;
    }

    /** What is to be said of choices taken up from a walk before. */
    public ReadOnlyObjectProperty<Optional<String>> resumedProperty() {
        return resumed;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(next);
    }

    @Override
    public List<Action> secondary() {
        return List.of(cancel);
    }

    @Override
    public void enter() {
        int mine = ++latest;
        problems.clear();
        failure.set(Optional.empty());
        resumed.set(Optional.empty());
        phase.set(Phase.CATALOGUE);
        next.disabledProperty().set(true);
        cancel.visibleProperty().set(true);
        say(
                messages.say("ui.reading.title"),
                messages.say(
                        "ui.reading.line",
                        session.serverProperty().get().identity().name()));
        tasks.run(workplace::catalogue, catalogue -> readServer(mine), failed -> fail(mine, failed));
    }

    private void readServer(int mine) {
        if (mine != latest) {
            return;
        }
        phase.set(Phase.SERVER);
        ServerBackend backend = session.serverProperty().get().backend();
        tasks.run(() -> read(backend), reading -> readDraft(mine, reading), failed -> fail(mine, failed));
    }

    private Reading read(ServerBackend backend) throws Exception {
        Instant begun = workplace.clock().instant();
        Inventory inventory = backend.read();
        return Reading.of(inventory, Duration.between(begun, workplace.clock().instant()));
    }

    private void readDraft(int mine, Reading reading) {
        if (mine != latest) {
            return;
        }
        phase.set(Phase.DRAFT);
        session.read(reading);
        String server = reading.inventory().server().id();
        tasks.run(() -> workplace.draft(server), draft -> done(mine, reading, draft), failed -> {
            // What was chosen before is a convenience: without it the walk goes on, and says so.
            if (mine == latest) {
                problems.add(messages.say(Failure.of(failed, Message.of("ui.reading.failed.advice"), "READING-2")
                        .what()));
            }
            done(mine, reading, Optional.empty());
        });
    }

    private void done(int mine, Reading reading, Optional<Policy> draft) {
        if (mine != latest) {
            return;
        }
        reading.inventory()
                .problems()
                .forEach(problem -> problems.add(messages.say(
                        "read.problem." + problem.what().id(), problem.target(), WindowsError.text(problem.code()))));
        if (session.choices().isEmpty()) {
            draft.filter(kept -> !kept.choices().isEmpty()).ifPresent(kept -> {
                session.resume(kept);
                resumed.set(Optional.of(
                        messages.say("ui.reading.resumed", session.choices().size())));
            });
        }
        phase.set(Phase.DONE);
        cancel.visibleProperty().set(false);
        next.disabledProperty().set(false);
        say(
                messages.say("ui.reading.title.done"),
                messages.say(
                        "ui.reading.line.done",
                        reading.inventory().servicesOnly().count(),
                        reading.inventory().driversOnly().count(),
                        reading.took().toMillis() / 1000.0));
        // Who went to look something up meanwhile is not called away from it.
        if (problems.isEmpty() && resumed.get().isEmpty() && navigator.isShown(StepId.READING)) {
            navigator.go(StepId.PURPOSE);
        }
    }

    private void fail(int mine, Exception failed) {
        if (mine == latest) {
            cancel.visibleProperty().set(false);
            failure.set(Optional.of(Failure.of(failed, Message.of("ui.reading.failed.advice"), "READING-1")));
        }
    }

    private void cancel() {
        latest++;
        navigator.go(StepId.SERVER);
    }
}
