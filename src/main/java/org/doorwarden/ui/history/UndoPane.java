package org.doorwarden.ui.history;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.history.UndoModel.Phase;

/** What will be undone, in the order it will be done; then how far that is. */
final class UndoPane extends VBox {

    private final UndoModel model;
    private final Messages messages;
    private final Label title = Texts.heading("");
    private final Label text = Texts.muted("");
    private final VBox steps = new VBox();

    UndoPane(UndoModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("undo-pane");
        title.setId("undo-title");
        ProgressBar bar = new ProgressBar(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("undo-progress");
        bar.setAccessibleText(messages.say("ui.history.working"));
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.phaseProperty().isEqualTo(Phase.WORKING));
        ScrollPane scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setId("undo-steps");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new VBox(title, text), bar, scroll);
        model.steps().addListener((ListChangeListener<UndoStep>) change -> showSteps());
        model.phaseProperty().addListener(change -> showPhase());
        showPhase();
    }

    private void showSteps() {
        int number = 1;
        steps.getChildren().clear();
        for (UndoStep step : model.steps()) {
            steps.getChildren().add(new UndoRow(step, number++, model.phaseProperty(), messages));
        }
    }

    private void showPhase() {
        Phase phase = model.phaseProperty().get();
        setVisible(phase != Phase.NONE);
        title.setText(messages.say(phase == Phase.WORKING ? "ui.history.working" : "ui.history.preview"));
        text.setText(messages.say(phase == Phase.WORKING ? "ui.history.working.text" : "ui.history.preview.text"));
    }
}
