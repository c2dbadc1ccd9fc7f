package org.doorwarden.ui.reading;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.reading.ReadingViewModel.Phase;
import org.doorwarden.ui.shell.Screen;

/** What is being read, what was, and what could not be. */
public final class ReadingView implements Screen {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final ReadingViewModel model;
    private final Messages messages;
    private final VBox root = new VBox();
    private final Map<Phase, HBox> rows = new EnumMap<>(Phase.class);
    private final ProgressBar progress = new ProgressBar();
    private final VBox problems = new VBox();
    private final VBox problemPanel;

    public ReadingView(ReadingViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        root.getStyleClass().add("page");
        VBox phases = new VBox();
        phases.getStyleClass().addAll("panel", "phases");
        for (Phase phase : Phase.values()) {
            if (phase != Phase.DONE) {
                phases.getChildren().add(row(phase));
            }
        }
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(messages.say("ui.reading.title"));
        phases.getChildren().add(progress);
        problems.getStyleClass().add("lines");
        ScrollPane scroll = new ScrollPane(problems);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        problemPanel = new VBox(Texts.heading(messages.say("ui.reading.problems")), scroll);
        problemPanel.getStyleClass().addAll("panel", "lines");
        VBox.setVgrow(problemPanel, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), resumed(), phases, problemPanel);
        model.phaseProperty().addListener(change -> refresh());
        model.failureProperty().addListener(change -> refresh());
        model.problems().addListener((ListChangeListener<String>) change -> showProblems());
        refresh();
        showProblems();
    }

    @Override
    public Region root() {
        return root;
    }

    private HBox row(Phase phase) {
        StackPane mark = new StackPane(Icon.CHECK.node("step-check"));
        mark.getStyleClass().add("phase-mark");
        HBox row = new HBox(
                mark, new Label(messages.say("ui.reading.phase." + phase.name().toLowerCase(Locale.ROOT))));
        row.getStyleClass().add("phase");
        rows.put(phase, row);
        return row;
    }

    private Region resumed() {
        Label words = Texts.paragraph("");
        words.setId("resumed");
        Notice notice = new Notice(Notice.Kind.INFORMATION, words);
        model.resumedProperty().addListener((property, before, now) -> show(notice, words, now));
        show(notice, words, model.resumedProperty().get());
        return notice;
    }

    private static void show(Notice notice, Label words, Optional<String> text) {
        notice.setVisible(text.isPresent());
        notice.setManaged(text.isPresent());
        text.ifPresent(words::setText);
    }

    private void refresh() {
        Phase now = model.phaseProperty().get();
        rows.forEach((phase, row) -> {
            row.pseudoClassStateChanged(CURRENT, phase == now);
            row.pseudoClassStateChanged(DONE, phase.ordinal() < now.ordinal());
        });
        boolean ended = now == Phase.DONE || model.failureProperty().get().isPresent();
        progress.setVisible(!ended);
        progress.setManaged(!ended);
    }

    private void showProblems() {
        problemPanel.setVisible(!model.problems().isEmpty());
        problemPanel.setManaged(!model.problems().isEmpty());
        problems.getChildren()
                .setAll(model.problems().stream().map(Texts::paragraph).toList());
    }
}
