package org.doorwarden.ui.restrict;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.ui.component.Buttons;
import org.doorwarden.ui.shell.Action;

/** A form in place of the detail: a title, what scrolls, and the buttons that stay in sight. */
abstract class FormPane extends VBox {

    private final ScrollPane scroll;

    /** @param leave what Escape does */
    FormPane(String id, ObservableValue<String> title, Region content, Action leave, Action... actions) {
        setId(id);
        getStyleClass().add("form");
        Label name = new Label();
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        name.textProperty().bind(title);
        content.getStyleClass().add("form-words");
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "form-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("form-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinHeight(USE_PREF_SIZE);
        for (Action action : actions) {
            buttons.getChildren().add(Buttons.of(action));
        }
        buttons.getChildren().get(actions.length - 1).getStyleClass().add("primary");
        getChildren().addAll(name, scroll, buttons);
        setMinWidth(0);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.perform();
                event.consume();
            }
        });
    }

    /** Shows the form from its beginning. */
    void toTop() {
        scroll.setVvalue(0);
    }
}
