package org.doorwarden.ui.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.apply.RunReport;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.apply.FreshPlan;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** What came of the run, as the server itself says it, and what is to be done now. */
public final class ResultViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ResultDoor> doors = FXCollections.observableArrayList();
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<String> tests = FXCollections.observableArrayList();
    private final ObservableList<String> observations = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Failed>> failed = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> saved = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final FreshPlan freshPlan;
    private final Action history;
    private final Action again;
    private final Action server;
    private final Action save;
    private final Action undo;
    private Supplier<Optional<Path>> fileChooser = Optional::empty;
    private String reportText = "";
    private int latest;

    /** Why a run did not come to its end, and what was left of it. */
    public record Failed(String why, String left, boolean allBack) {}

    public ResultViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.navigator = navigator;
        this.tasks = tasks;
        this.messages = messages;
        this.freshPlan = new FreshPlan(workplace, session, tasks);
        this.history = new Action("to-history", messages.say("ui.result.history"), this::openHistory);
        this.again = new Action("review-again", messages.say("ui.result.again"), this::reviewAgain);
        this.server = new Action("to-server", messages.say("ui.apply.server"), () -> navigator.go(StepId.SERVER));
        this.save = new Action("save-report", messages.say("ui.result.save"), this::askAndSave);
        this.undo = new Action("undo-run", messages.say("ui.result.undo"), this::openHistory);
        hint(messages.say("ui.result.keys"));
    }

    /** What the run was about, change by change. */
    public ObservableList<ResultRow> rows() {
        return rows;
    }

    /** The services of the run, as they are now. */
    public ObservableList<ResultDoor> doors() {
        return doors;
    }

    /** How exposed the server was and is. */
    public ObservableList<Figure> figures() {
        return figures;
    }

    /** What a person should try now. */
    public ObservableList<String> tests() {
        return tests;
    }

    /** What else was seen. */
    public ObservableList<String> observations() {
        return observations;
    }

    /** Why the run did not come to its end, if so. */
    public ReadOnlyObjectProperty<Optional<Failed>> failedProperty() {
        return failed;
    }

    /** Where the report was saved, in a sentence; empty before it is. */
    public ReadOnlyObjectProperty<Optional<String>> savedProperty() {
        return saved;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    /** How a file to save to is asked for. */
    void chooseFileWith(Supplier<Optional<Path>> chooser) {
        fileChooser = chooser;
    }

    /** A name to suggest for the report. */
    public String suggestedName() {
        RunReport report = session.reportProperty().get();
        return messages.say("ui.result.save.name", report.run().orElse("report"));
    }

    @Override
    public Optional<Action> primary() {
        RunReport report = session.reportProperty().get();
        RunOutcome outcome = report == null ? RunOutcome.APPLIED : report.outcome();
        return Optional.of(
                switch (outcome) {
                    case APPLIED, PARTLY_UNDONE -> history;
                    case UNDONE, REFUSED -> again;
                    case NEEDS_RECOVERY -> server;
                });
    }

    @Override
    public List<Action> secondary() {
        return List.of(save, undo);
    }

    /** All there is to show, made away from the screen. */
    private record Shown(
            List<ResultRow> rows,
            List<ResultDoor> doors,
            List<Figure> figures,
            List<String> tests,
            List<String> observations,
            String text) {}

    @Override
    public void enter() {
        int mine = ++latest;
        RunReport report = session.reportProperty().get();
        failure.set(Optional.empty());
        saved.set(Optional.empty());
        save.disabledProperty().set(true);
        undo.visibleProperty()
                .set(report.run().isPresent()
                        && (report.outcome() == RunOutcome.APPLIED || report.outcome() == RunOutcome.PARTLY_UNDONE));
        failed.set(report.failure()
                .map(why -> new Failed(messages.say(why), left(report), report.outcome() == RunOutcome.UNDONE)));
        say(
                messages.say("ui.result.title." + report.outcome().id()),
                messages.say(
                        "ui.result.line",
                        report.run().orElse("-"),
                        session.readingProperty().get().inventory().server().name()));
        SessionView seen = new SessionView(session, workplace.clock().instant());
        tasks.run(
                () -> compose(report, seen, workplace.catalogue()),
                shown -> {
                    if (mine == latest) {
                        show(shown);
                    }
                },
                problem -> fail(problem, "ui.result.again.failed", "RESULT-1"));
    }

    private Shown compose(RunReport report, SessionView seen, Catalogue catalogue) {
        Inventory before = seen.before();
        Inventory now = seen.after().orElse(before);
        List<ResultRow> all = ResultText.rows(report, before, messages);
        List<Figure> exposure = ResultText.figures(seen, messages);
        List<String> toTest = ThingsToTest.after(
                report, seen.plan(), before, now, ThingsToTest.roles(seen.plan(), catalogue.roles()), messages);
        List<String> others = report.observations().stream().map(messages::say).toList();
        String text = SavedReport.of(
                report,
                seen,
                catalogue,
                new SavedReport.Page(
                        all,
                        exposure.stream()
                                .map(each ->
                                        messages.say("ui.result.report.exposure", each.heading(), each.value(messages)))
                                .toList(),
                        others,
                        toTest),
                messages);
        return new Shown(all, ResultText.doors(report, seen.verdicts(), now, messages), exposure, toTest, others, text);
    }

    private void show(Shown shown) {
        rows.setAll(shown.rows());
        doors.setAll(shown.doors());
        figures.setAll(shown.figures());
        tests.setAll(shown.tests());
        observations.setAll(shown.observations());
        reportText = shown.text();
        save.disabledProperty().set(false);
    }

    private String left(RunReport report) {
        long residue = report.changes().stream()
                .filter(change -> change.state() == ChangeState.RESIDUE)
                .count();
        return switch (report.outcome()) {
            case UNDONE -> messages.say("ui.result.failed.undone");
            case NEEDS_RECOVERY -> messages.say("ui.result.failed.needs-recovery");
            default -> messages.say("ui.result.failed.partly-undone", residue);
        };
    }

    private void askAndSave() {
        fileChooser.get().ifPresent(this::save);
    }

    /** Writes the report to a file and says where it is. */
    public void save(Path file) {
        String text = reportText;
        failure.set(Optional.empty());
        tasks.run(
                () -> {
                    workplace.save(file, text);
                    return file;
                },
                written -> saved.set(Optional.of(messages.say("ui.result.saved", written))),
                problem -> fail(problem, "ui.result.save.failed", "RESULT-2"));
    }

    private void openHistory() {
        navigator.openHistory(session.reportProperty().get().run());
    }

    private void reviewAgain() {
        again.disabledProperty().set(true);
        freshPlan.make(
                () -> {
                    again.disabledProperty().set(false);
                    navigator.go(StepId.REVIEW);
                },
                problem -> {
                    again.disabledProperty().set(false);
                    fail(problem, "ui.result.again.failed", "RESULT-3");
                });
    }

    private void fail(Exception problem, String advice, String code) {
        failure.set(Optional.of(Failure.of(problem, Message.of(advice), code)));
    }
}
