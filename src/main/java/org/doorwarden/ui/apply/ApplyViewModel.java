package org.doorwarden.ui.apply;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.doorwarden.apply.RunEvent;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Explained;
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
import org.doorwarden.ui.shell.WizardSession.Agreed;
import org.doorwarden.ui.task.Relay;
import org.doorwarden.ui.task.Tasks;

/** The run: begins when a plan was agreed to, shows what happens, and leads to the result. */
public final class ApplyViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final FreshPlan freshPlan;
    private final RunLog log;
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Action next;
    private final Action cancel;
    private final Action review;
    private final Action server;
    /** Asked between two changes, on another thread. */
    private AtomicBoolean cancelled = new AtomicBoolean();

    public ApplyViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.navigator = navigator;
        this.tasks = tasks;
        this.messages = messages;
        this.freshPlan = new FreshPlan(workplace, session, tasks);
        this.log = new RunLog(messages);
        this.next = new Action("to-result", messages.say("ui.apply.next"), () -> navigator.go(StepId.RESULT));
        this.cancel = new Action("cancel-run", messages.say("ui.apply.cancel"), this::cancel);
        this.review = new Action("review-again", messages.say("ui.apply.review"), this::reviewAgain);
        this.server = new Action("to-server", messages.say("ui.apply.server"), () -> navigator.go(StepId.SERVER));
        say(messages.say("ui.apply.title"), "");
        offer(false, false, false);
    }

    /** What was done and is being done, oldest first. */
    public ObservableList<LogLine> log() {
        return log.lines();
    }

    /** What is being done now. */
    public ReadOnlyStringProperty nowProperty() {
        return log.now();
    }

    /** How many of the changes. */
    public ReadOnlyStringProperty countProperty() {
        return log.count();
    }

    /** How much of the plan is in effect, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return log.progress();
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
        return List.of(cancel, server, review);
    }

    /** Begins the run that was agreed to; without an agreement it shows the run that was. */
    @Override
    public void enter() {
        session.takeAgreed().ifPresent(this::begin);
    }

    private void begin(Agreed agreed) {
        Plan plan = agreed.plan();
        AtomicBoolean mine = new AtomicBoolean();
        cancelled = mine;
        failure.set(Optional.empty());
        cancel.visibleProperty().set(true);
        cancel.disabledProperty().set(false);
        offer(true, false, false);
        next.disabledProperty().set(true);
        say(
                messages.say("ui.apply.title"),
                messages.say("ui.apply.line", plan.changes().size(), plan.serverName()));
        hint("");
        log.begin(session.readingProperty().get().inventory(), plan.changes().size());
        busy(true);
        ServerBackend backend = session.serverProperty().get().backend();
        Relay<RunEvent> events = new Relay<>(tasks, heard -> heard.forEach(this::heard));
        tasks.run(
                () -> workplace.runs(backend).apply(plan, agreed.agreements(), mine::get, events::accept),
                this::ended,
                this::fail);
    }

    private void heard(RunEvent event) {
        log.heard(event);
        if (event instanceof RunEvent.UndoBegun) {
            cancel.disabledProperty().set(true);
            say(messages.say("ui.apply.title.undoing"), titleLine());
        } else if (cancelled.get() && event instanceof RunEvent.Waiting) {
            log.cancelling();
        }
    }

    private String titleLine() {
        return lineProperty().get();
    }

    private void cancel() {
        cancelled.set(true);
        cancel.disabledProperty().set(true);
        log.cancelling();
    }

    private void ended(RunReport report) {
        cancel.disabledProperty().set(true);
        boolean notBegun = report.outcome() == RunOutcome.REFUSED
                || report.outcome() == RunOutcome.NEEDS_RECOVERY
                        && report.changes().isEmpty();
        if (notBegun) {
            refused(report);
        } else {
            readAgain(report);
        }
    }

    /** Nothing was begun: the walk goes on from the review, or from the server if a run is open there. */
    private void refused(RunReport report) {
        stop("ui.apply.title.refused", "ui.apply.line.refused");
        boolean open = report.outcome() == RunOutcome.NEEDS_RECOVERY;
        offer(false, !open, open);
        failure.set(Optional.of(
                open
                        ? new Failure(
                                Message.of("ui.apply.open.run", report.run().orElse("-")),
                                Message.of("ui.apply.open.run.advice"),
                                "APPLY-2")
                        : new Failure(
                                report.failure().orElseThrow(), Message.of("ui.apply.refused.advice"), "APPLY-3")));
    }

    /** The result shows the server as it now is, not as it should be. */
    private void readAgain(RunReport report) {
        log.now().set(messages.say("ui.apply.reading"));
        if (report.outcome() == RunOutcome.APPLIED) {
            keepCatalogueAndRead(report);
        } else {
            read(report);
        }
    }

    /** Where it cannot be kept, nothing can be compared with it the next time; the run is as good as it is. */
    private void keepCatalogueAndRead(RunReport report) {
        tasks.run(
                workplace::keepApplied,
                notKept -> read(notKept.map(report::observing).orElse(report)),
                failed -> read(report.observing(
                        Message.of("catalogue.not.kept", workplace.stateFolder(), failed.toString()))));
    }

    private void read(RunReport report) {
        tasks.run(
                () -> FreshPlan.read(workplace, session.serverProperty().get().backend()),
                after -> show(report, Optional.of(after)),
                failed -> show(report, Optional.empty()));
    }

    private void show(RunReport report, Optional<Reading> after) {
        session.readingAfterProperty().set(after.orElse(null));
        session.reportProperty().set(report);
        boolean applied = report.outcome() == RunOutcome.APPLIED;
        boolean undone = report.outcome() == RunOutcome.UNDONE;
        stop(
                applied ? "ui.apply.title.done" : undone ? "ui.apply.title.undone" : "ui.apply.title.partly",
                applied ? "ui.apply.line.done" : undone ? "ui.apply.line.undone" : "ui.apply.line.partly");
        offer(true, false, false);
        next.disabledProperty().set(false);
        log.progress().set(applied ? 1 : undone ? 0 : log.progress().get());
        failure.set(report.failure()
                .map(why -> new Failure(
                        why, Message.of(undone ? "ui.apply.failure.undone" : "ui.apply.failure.partly"), "APPLY-4")));
        if (applied) {
            navigator.go(StepId.RESULT);
        }
    }

    private void fail(Exception failed) {
        boolean known = failed instanceof Explained;
        stop(known ? "ui.apply.title.refused" : "ui.apply.title.partly", "ui.apply.line.refused");
        offer(false, known, !known);
        failure.set(Optional.of(Failure.of(
                failed, Message.of(known ? "ui.apply.failed.advice" : "ui.apply.unexpected.advice"), "APPLY-1")));
    }

    private void reviewAgain() {
        review.disabledProperty().set(true);
        freshPlan.make(
                () -> {
                    review.disabledProperty().set(false);
                    navigator.go(StepId.REVIEW);
                },
                failed -> {
                    review.disabledProperty().set(false);
                    failure.set(Optional.of(Failure.of(failed, Message.of("ui.apply.failed.advice"), "APPLY-5")));
                });
    }

    private void stop(String title, String line) {
        say(messages.say(title), messages.say(line));
        hint(messages.say("ui.apply.keys"));
        log.now().set(messages.say("ui.apply.ended"));
        cancel.visibleProperty().set(false);
        busy(false);
    }

    private void offer(boolean result, boolean toReview, boolean toServer) {
        next.visibleProperty().set(result);
        review.visibleProperty().set(toReview);
        server.visibleProperty().set(toServer);
    }
}
