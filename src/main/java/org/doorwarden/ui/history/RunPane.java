package org.doorwarden.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.apply.PastRun;
import org.doorwarden.apply.RunReport;
import org.doorwarden.model.ChangeState;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.history.UndoModel.Phase;

/** The run that is chosen: what it changed, and what is the case now; or the undo of it. */
final class RunPane extends VBox {

    private final HistoryViewModel model;
    private final Messages messages;
    private final Label when = new Label();
    private final Badge outcome = new Badge();
    private final Label about = Texts.muted("");
    private final VBox notices = new VBox();
    private final VBox rows = new VBox();

    RunPane(HistoryViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("run-pane");
        when.setId("run-when");
        when.getStyleClass().add("name");
        when.setWrapText(true);
        when.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(when, Priority.ALWAYS);
        outcome.setId("run-outcome");
        HBox first = new HBox(when, outcome);
        first.getStyleClass().add("row");
        about.setId("run-about");
        notices.getStyleClass().add("lines");
        StackPane body = new StackPane(changes(), new UndoPane(model.undo(), messages));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(new VBox(first, about), notices, body);
        rows.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.obstacleProperty().get().isPresent(), model.obstacleProperty()));
        model.changes().addListener((ListChangeListener<ChangeItem>) change -> showChanges());
        model.chosenProperty().addListener(change -> showRun());
        model.obstacleProperty().addListener(change -> showNotices());
        model.reportProperty().addListener(change -> showNotices());
        model.undo().phaseProperty().addListener(change -> showNotices());
        showRun();
        showChanges();
    }

    private Node changes() {
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setId("run-changes");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // The scroll bar takes its width from the rows; the header follows.
        StackPane head = new StackPane(new ChangeRow.Header(messages));
        scroll.viewportBoundsProperty()
                .addListener((property, before, now) ->
                        head.setPadding(new Insets(0, Math.max(0, scroll.getWidth() - now.getWidth()), 0, 0)));
        VBox table = new VBox(head, scroll);
        table.visibleProperty().bind(model.undo().phaseProperty().isEqualTo(Phase.NONE));
        return table;
    }

    private Optional<PastRun> run() {
        return model.chosenProperty().get().flatMap(HistoryItem::readable);
    }

    private void showRun() {
        run().ifPresent(run -> {
            when.setText(model.words().when(run));
            about.setText(model.words().about(run));
            outcome.show(model.words().outcome(run), RunWords.tone(run.outcome()));
        });
        showNotices();
    }

    private void showChanges() {
        boolean tickable = run().map(run -> !run.isOpen()).orElse(false);
        rows.getChildren()
                .setAll(model.changes().stream()
                        .map(item -> new ChangeRow(item, tickable, messages))
                        .toList());
    }

    private void showNotices() {
        notices.getChildren().clear();
        if (model.undo().phaseProperty().get() == Phase.NONE) {
            model.reportProperty()
                    .get()
                    .ifPresent(report -> notices.getChildren().add(result(report)));
            run().filter(PastRun::isOpen)
                    .ifPresent(open -> notices.getChildren().add(open()));
            model.obstacleProperty()
                    .get()
                    .ifPresent(why -> notices.getChildren().add(obstacle(why)));
        }
        boolean any = !notices.getChildren().isEmpty();
        notices.setVisible(any);
        notices.setManaged(any);
    }

    private Node open() {
        return new Notice(
                Notice.Kind.DANGER,
                Texts.paragraph(messages.say("ui.history.open")),
                Texts.muted(messages.say("ui.server.open.run.advice")));
    }

    private Node obstacle(Message why) {
        Label words = Texts.paragraph(messages.say(why));
        words.setId("obstacle");
        return new Notice(Notice.Kind.INFORMATION, words);
    }

    private Node result(RunReport report) {
        VBox lines = new VBox();
        lines.getStyleClass().add("tight");
        Label headline = Texts.paragraph(
                messages.say("ui.history.result." + report.outcome().id()));
        headline.setId("undo-result");
        lines.getChildren().add(headline);
        report.failure().ifPresent(why -> lines.getChildren().add(Texts.paragraph(messages.say(why))));
        residue(report).ifPresent(words -> lines.getChildren().add(Texts.paragraph(words)));
        report.observations().forEach(seen -> lines.getChildren().add(Texts.muted(messages.say(seen))));
        Notice.Kind kind =
                switch (report.outcome()) {
                    case UNDONE, APPLIED -> Notice.Kind.SUCCESS;
                    case PARTLY_UNDONE -> residue(report).isPresent() ? Notice.Kind.WARNING : Notice.Kind.SUCCESS;
                    case REFUSED -> Notice.Kind.WARNING;
                    case NEEDS_RECOVERY -> Notice.Kind.DANGER;
                };
        return new Notice(kind, lines);
    }

    private Optional<String> residue(RunReport report) {
        List<RunReport.ChangeReport> left = report.changes().stream()
                .filter(change -> change.state() == ChangeState.RESIDUE)
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(messages.say("ui.history.residue", left.size()));
    }
}
