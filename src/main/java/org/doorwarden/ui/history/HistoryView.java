package org.doorwarden.ui.history;

import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.shell.Screen;

/** The runs at the left, the one that is chosen at the right. */
public final class HistoryView implements Screen {

    private final HistoryViewModel model;
    private final VBox root = new VBox();
    private final ListView<HistoryItem> runs = new ListView<>();
    private final Label damage = Texts.paragraph("");
    private final Region empty;
    private final HBox split;
    private final Region runPane;
    private final Region damagePane;

    public HistoryView(HistoryViewModel model, Messages messages) {
        this.model = model;
        root.getStyleClass().add("page");
        runs.setId("history-runs");
        runs.setAccessibleText(messages.say("ui.history.runs"));
        runs.getStyleClass().add("history-runs");
        runs.setItems(model.items());
        runs.setCellFactory(list -> new RunCell(model.words(), messages));
        runs.disableProperty().bind(model.busyProperty());
        runs.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        runPane = new RunPane(model, messages);
        damagePane = damagePane(messages);
        StackPane detail = new StackPane(runPane, damagePane);
        detail.getStyleClass().add("history-detail");
        HBox.setHgrow(detail, Priority.ALWAYS);
        split = new HBox(runs, detail);
        split.getStyleClass().addAll("panel", "history");
        empty = emptyPane(messages);
        StackPane content = new StackPane(split, empty);
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), content);
        model.items().addListener((ListChangeListener<HistoryItem>) change -> showWhatThereIs());
        model.chosenProperty().addListener((property, before, now) -> show(now));
        model.busyProperty().addListener(change -> focusSoon());
        show(model.chosenProperty().get());
        showWhatThereIs();
    }

    /** The buttons of a preview are gone when it is; the keyboard goes on in the list, and not somewhere in the rail. */
    private void focusSoon() {
        Platform.runLater(() -> {
            if (root.getScene() != null && !model.busyProperty().get()) {
                runs.requestFocus();
            }
        });
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        runs.requestFocus();
    }

    private Region damagePane(Messages messages) {
        damage.setId("history-damage");
        Label title = Texts.heading(messages.say("ui.history.damaged"));
        title.getStyleClass().add("name");
        VBox pane = new VBox(title, damage, Texts.muted(messages.say("ui.history.damaged.text")));
        pane.getStyleClass().addAll("run-pane", "lines");
        return pane;
    }

    private static Region emptyPane(Messages messages) {
        Label words = Texts.muted(messages.say("ui.history.empty.text"));
        words.getStyleClass().add("empty-text");
        VBox pane = new VBox(Icon.HISTORY.node("empty-icon"), Texts.heading(messages.say("ui.history.empty")), words);
        pane.setId("history-empty");
        pane.setAlignment(Pos.CENTER);
        pane.getStyleClass().addAll("panel", "empty-state");
        return pane;
    }

    private void showWhatThereIs() {
        focusSoon();
        boolean none = model.items().isEmpty();
        empty.setVisible(none);
        split.setVisible(!none);
    }

    private void show(Optional<HistoryItem> item) {
        runPane.setVisible(item.flatMap(HistoryItem::readable).isPresent());
        damagePane.setVisible(item.isPresent() && !runPane.isVisible());
        if (item.isPresent() && item.get() instanceof HistoryItem.Damaged damaged) {
            damage.setText(model.words().say(damaged.what()));
        }
        item.ifPresent(shown -> runs.getSelectionModel().select(shown));
    }
}
