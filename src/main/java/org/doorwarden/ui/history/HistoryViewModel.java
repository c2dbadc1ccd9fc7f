package org.doorwarden.ui.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.apply.History;
import org.doorwarden.apply.PastRun;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.history.UndoModel.Phase;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.OpenServer;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** What was done before, and how it is undone: all of a run or a part of it, after a preview. */
public final class HistoryViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Tasks tasks;
    private final Messages messages;
    private final RunWords words;
    private final UndoModel undo;
    private final ObservableList<HistoryItem> items = FXCollections.observableArrayList();
    private final ObservableList<ChangeItem> changes = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<HistoryItem>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Message>> obstacle = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RunReport>> report = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final HistoryActions actions;
    private final SettingsNow settingsNow;
    private History history = new History(List.of(), List.of());
    private Optional<Inventory> reading = Optional.empty();
    private Optional<String> wanted = Optional.empty();
    private boolean readingPending;
    /** Grows with every look at the history: what an earlier one brings is not wanted any more. */
    private int latest;

    public HistoryViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.tasks = tasks;
        this.messages = messages;
        this.words = new RunWords(messages, ZoneId.systemDefault());
        this.undo = new UndoModel(workplace, tasks);
        this.settingsNow = new SettingsNow(tasks, () -> show(chosen.get()));
        this.actions = new HistoryActions(
                messages,
                new HistoryActions.Work(
                        () -> preview(item -> true),
                        () -> preview(item -> item.selected().get()),
                        this::begin,
                        undo::leave,
                        this::recover,
                        () -> navigator.go(StepId.SERVER)));
        say(messages.say("ui.history.title"), messages.say("ui.history.line"));
        undo.phaseProperty().addListener(change -> refresh());
        refresh();
    }

    /** Damaged ones first, then open ones, then the others, the latest first. */
    public ObservableList<HistoryItem> items() {
        return items;
    }

    public ReadOnlyObjectProperty<Optional<HistoryItem>> chosenProperty() {
        return chosen;
    }

    /** The changes of the run that is chosen. */
    public ObservableList<ChangeItem> changes() {
        return changes;
    }

    /** Why nothing of the chosen run can be undone here and now, if so. */
    public ReadOnlyObjectProperty<Optional<Message>> obstacleProperty() {
        return obstacle;
    }

    /** What came of undoing or recovering, for as long as that run is shown. */
    public ReadOnlyObjectProperty<Optional<RunReport>> reportProperty() {
        return report;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    public UndoModel undo() {
        return undo;
    }

    public RunWords words() {
        return words;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(actions.primary());
    }

    @Override
    public List<Action> secondary() {
        return actions.secondary();
    }

    @Override
    public void enter() {
        undo.leave();
        report.set(Optional.empty());
        look();
    }

    /** Shows this run, or for none whichever comes first. */
    public void select(Optional<String> run) {
        wanted = run;
        chooseWanted();
    }

    /** Shows a line of the history. */
    public void choose(HistoryItem item) {
        if (!busyProperty().get() && !chosen.get().equals(Optional.of(item))) {
            report.set(Optional.empty());
            show(Optional.of(item));
        }
    }

    /** Reads the history, and what the server has now, once for all runs. */
    private void look() {
        int mine = ++latest;
        failure.set(Optional.empty());
        reading = Optional.empty();
        settingsNow.forget();
        tasks.run(
                workplace::history,
                read -> {
                    if (mine == latest) {
                        take(read);
                    }
                },
                failed -> fail(failed, "ui.history.failed.advice", "HISTORY-1"));
        OpenServer server = session.serverProperty().get();
        readingPending = server != null;
        if (server != null) {
            tasks.run(() -> server.backend().read(), read -> compare(mine, Optional.of(read)), failed -> {
                compare(mine, Optional.empty());
                fail(failed, "ui.history.unread.advice", "HISTORY-2");
            });
        }
    }

    private void compare(int mine, Optional<Inventory> read) {
        if (mine == latest) {
            readingPending = false;
            reading = read;
            show(chosen.get());
        }
    }

    private void take(History read) {
        history = read;
        if (wanted.isEmpty()) {
            wanted = chosenRun().map(PastRun::id);
        }
        items.setAll(HistoryItem.all(read));
        chooseWanted();
    }

    private void chooseWanted() {
        Optional<HistoryItem> found = items.stream()
                .filter(item ->
                        wanted.isPresent() && item.readable().map(PastRun::id).equals(wanted))
                .findFirst();
        if (found.isPresent()) {
            wanted = Optional.empty();
        }
        show(found.or(() -> items.stream().findFirst()));
    }

    private void show(Optional<HistoryItem> item) {
        undo.leave();
        boolean same = item.flatMap(HistoryItem::readable)
                .map(PastRun::id)
                .equals(chosenRun().map(PastRun::id));
        Set<String> ticked = changes.stream()
                .filter(change -> same && change.selected().get())
                .map(ChangeItem::id)
                .collect(Collectors.toSet());
        chosen.set(item);
        Optional<PastRun> run = chosenRun();
        boolean here = run.map(PastRun::serverId).equals(serverId());
        if (here && reading.isPresent()) {
            settingsNow.ask(run.get(), reading.get(), backend());
        }
        changes.setAll(run.map(
                        shown -> new RunChanges(shown, here ? reading : Optional.empty(), settingsNow, report.get())
                                .items(ticked))
                .orElse(List.of()));
        changes.forEach(change -> change.selected().addListener(tick -> refresh()));
        Optional<OpenServer> server =
                Optional.ofNullable(session.serverProperty().get());
        obstacle.set(run.flatMap(new Obstacle(history, server)::of));
        refresh();
    }

    private Optional<PastRun> chosenRun() {
        return chosen.get().flatMap(HistoryItem::readable);
    }

    private Optional<String> serverId() {
        return Optional.ofNullable(session.serverProperty().get())
                .map(server -> server.identity().id());
    }

    private void refresh() {
        Phase phase = undo.phaseProperty().get();
        boolean open = chosenRun().map(PastRun::isOpen).orElse(false);
        actions.show(new HistoryActions.Standing(
                phase,
                serverId().isPresent(),
                open,
                !open && changes.stream().anyMatch(ChangeItem::isUndoable),
                obstacle.get().isPresent() || readingPending || settingsNow.isPending(),
                changes.stream().filter(item -> item.selected().get()).count(),
                undo.steps().size()));
        hint(phase == Phase.NONE && !items.isEmpty() ? messages.say("ui.history.keys") : "");
        busy(phase == Phase.WORKING);
    }

    private void preview(Predicate<ChangeItem> which) {
        failure.set(Optional.empty());
        report.set(Optional.empty());
        undo.preview(
                chosenRun().orElseThrow(),
                changes.stream().filter(ChangeItem::isUndoable).filter(which).toList());
    }

    private void begin() {
        undo.begin(backend(), this::ended, failed -> {
            look();
            fail(failed, "ui.history.undo.failed.advice", "HISTORY-3");
        });
    }

    private void recover(ServerRuns.Recovery recovery) {
        failure.set(Optional.empty());
        String id = chosenRun().orElseThrow().id();
        undo.recover(
                backend(),
                recovery,
                List.copyOf(changes),
                reports -> reports.stream()
                        .filter(made -> made.run().map(id::equals).orElse(true))
                        .findFirst()
                        .ifPresent(this::ended),
                failed -> {
                    look();
                    fail(failed, "ui.server.recover.failed.advice", "HISTORY-4");
                });
    }

    private ServerBackend backend() {
        return session.serverProperty().get().backend();
    }

    /** Something may have changed on the server: the walk that was under way knows an older one, and ends. */
    private void ended(RunReport made) {
        report.set(Optional.of(made));
        wanted = chosenRun().map(PastRun::id);
        if (made.outcome() != RunOutcome.REFUSED) {
            if (session.reportProperty().get() != null) {
                session.choices().clear();
            }
            session.read(null);
        }
        look();
    }

    private void fail(Exception failed, String advice, String code) {
        failure.set(Optional.of(Failure.of(failed, Message.of(advice), code)));
    }
}
