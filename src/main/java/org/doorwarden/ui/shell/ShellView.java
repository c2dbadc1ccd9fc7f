package org.doorwarden.ui.shell;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Buttons;
import org.doorwarden.ui.component.Texts;

/** The frame: rail at the left, title above, the screen in the middle, one row of buttons and a status bar below. */
public final class ShellView extends BorderPane {

    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);

    private final ShellViewModel model;
    private final Map<StepModel, Supplier<Screen>> makers;
    private final Map<StepModel, Screen> screens = new IdentityHashMap<>();
    private final StepRail rail;
    private final Label title = new Label();
    private final Label line = Texts.muted("");
    private final Label hint = Texts.meta("");
    private final StackPane corner = new StackPane();
    private final StackPane content = new StackPane();
    private final HBox buttons = new HBox();
    private final Button back;
    private final InvalidationListener refresher = change -> refresh();

    /** @param makers how each screen is built, when it is first shown */
    public ShellView(
            ShellViewModel model, WizardSession session, Messages messages, Map<StepModel, Supplier<Screen>> makers) {
        this.model = model;
        this.makers = makers;
        rail = new StepRail(model, messages);
        back = Buttons.of(model.back());
        getStyleClass().add("shell");
        title.getStyleClass().add("title");
        title.setId("title");
        line.setId("line");
        VBox words = new VBox(title, line);
        words.getStyleClass().add("title-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words, corner);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.BOTTOM_LEFT);
        VBox.setVgrow(content, Priority.ALWAYS);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(head, content, buttons);
        middle.getStyleClass().add("middle");
        setLeft(rail);
        setCenter(middle);
        setBottom(new StatusLine(model));
        session.serverProperty().addListener(refresher);
        session.readingProperty().addListener(refresher);
        session.assessmentProperty().addListener(refresher);
        session.planProperty().addListener(refresher);
        session.reportProperty().addListener(refresher);
        model.screens().forEach(each -> each.busyProperty().addListener(refresher));
        model.currentProperty().addListener((property, before, now) -> show(now));
        // A check box keeps Enter to itself and does nothing with it; a person means the main button.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof CheckBox) {
                model.currentProperty().get().primary().ifPresent(Action::perform);
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (BACK.match(event)) {
                model.back().perform();
                event.consume();
            }
        });
    }

    private void show(StepModel shown) {
        Screen screen =
                screens.computeIfAbsent(shown, first -> makers.get(first).get());
        title.textProperty().bind(shown.titleProperty());
        line.textProperty().bind(shown.lineProperty());
        hint.textProperty().bind(shown.hintProperty());
        content.getChildren().setAll(screen.root());
        corner.getChildren().setAll(screen.corner());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        List<Node> row = new ArrayList<>(List.of(back, hint, space));
        shown.secondary().forEach(action -> row.add(Buttons.of(action)));
        shown.primary().ifPresent(action -> {
            Button primary = Buttons.of(action, "primary");
            primary.setDefaultButton(true);
            row.add(primary);
        });
        buttons.getChildren().setAll(row);
        refresh();
        // Only when everything is in its place can something take the focus.
        Platform.runLater(screen::focusFirst);
    }

    private void refresh() {
        model.back().visibleProperty().set(model.behind().isPresent());
        rail.refresh();
    }
}
