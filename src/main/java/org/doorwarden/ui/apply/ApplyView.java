package org.doorwarden.ui.apply;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.component.TwoLines;
import org.doorwarden.ui.shell.Screen;

/** How far the run is and what it is doing; below it everything it did. */
public final class ApplyView implements Screen {

    /** Where the scroll bar stands if the end of the log is in sight. */
    private static final double AT_END = 0.98;

    private final VBox root = new VBox();
    private final ListView<LogLine> log;

    public ApplyView(ApplyViewModel model, Messages messages) {
        root.getStyleClass().addAll("page", "run");
        log = new ListView<>(model.log());
        log.setId("run-log");
        log.setAccessibleText(messages.say("ui.apply.log"));
        log.setPlaceholder(Texts.muted(messages.say("ui.apply.log.empty")));
        log.setCellFactory(list -> new LogCell(messages));
        VBox.setVgrow(log, Priority.ALWAYS);
        VBox panel = new VBox(Texts.heading(messages.say("ui.apply.log")), log);
        panel.getStyleClass().addAll("panel", "log-panel");
        VBox.setVgrow(panel, Priority.ALWAYS);
        root.getChildren().addAll(progress(model, messages), new FailurePane(messages, model.failureProperty()), panel);
        model.log().addListener((ListChangeListener<LogLine>) change -> follow());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        log.requestFocus();
    }

    private static Region progress(ApplyViewModel model, Messages messages) {
        Label count = new Label();
        count.setId("run-count");
        count.getStyleClass().add("run-count");
        count.textProperty().bind(model.countProperty());
        count.setMinWidth(Region.USE_PREF_SIZE);
        Label now = TwoLines.whole(new Label());
        now.setId("run-now");
        now.textProperty().bind(model.nowProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox words = new HBox(now, space, count);
        words.setAlignment(Pos.BASELINE_LEFT);
        words.getStyleClass().add("row");
        ProgressBar bar = new ProgressBar();
        bar.setId("run-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        bar.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.say(
                                "ui.apply.progress",
                                model.countProperty().get(),
                                model.nowProperty().get()),
                        model.countProperty(),
                        model.nowProperty()));
        VBox panel = new VBox(words, bar);
        panel.getStyleClass().addAll("panel", "run-progress");
        panel.setMinHeight(Region.USE_PREF_SIZE);
        return panel;
    }

    /** Keeps the end of the log in sight, unless somebody scrolled up to read. */
    private void follow() {
        boolean atEnd = scrollBar()
                .map(bar -> !bar.isVisible() || bar.getValue() >= bar.getMax() * AT_END)
                .orElse(true);
        if (atEnd && !log.getItems().isEmpty()) {
            log.scrollTo(log.getItems().size() - 1);
        }
    }

    private Optional<ScrollBar> scrollBar() {
        return log.lookupAll(".scroll-bar:vertical").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .findFirst();
    }
}
