package org.doorwarden.ui.component;

import javafx.scene.control.Button;
import org.doorwarden.ui.shell.Action;

/** Buttons for actions. */
public final class Buttons {

    private Buttons() {}

    /** A button bound to an action. */
    public static Button of(Action action, String... styleClasses) {
        Button button = new Button();
        button.setId(action.id());
        button.setMnemonicParsing(true);
        button.textProperty().bind(action.textProperty());
        button.disableProperty().bind(action.disabledProperty());
        button.visibleProperty().bind(action.visibleProperty());
        button.managedProperty().bind(action.visibleProperty());
        button.setOnAction(event -> action.perform());
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().addAll(styleClasses);
        return button;
    }
}
