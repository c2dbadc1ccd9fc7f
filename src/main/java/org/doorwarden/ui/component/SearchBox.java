package org.doorwarden.ui.component;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A field to search a list with: Up and Down move in the list, Enter goes there, Escape looks for nothing any more. */
public final class SearchBox extends StackPane {

    private final TextField field = new TextField();

    public SearchBox(String id, String prompt, String accessible, StringProperty text, ChosenList<?> list) {
        getStyleClass().add("search-box");
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(accessible);
        field.textProperty().bindBidirectional(text);
        // With an action of its own, Enter does not press the main button of the screen.
        field.setOnAction(event -> list.requestFocus());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
                list.requestFocus();
                event.consume();
            } else if (ChosenList.movesFromText(event)) {
                list.move(event);
            }
        });
        Region icon = Icon.SEARCH.node();
        setAlignment(icon, Pos.CENTER_LEFT);
        getChildren().addAll(field, icon);
    }

    /** Begins a new search. */
    public void begin() {
        field.requestFocus();
        field.selectAll();
    }
}
