package org.doorwarden.ui.component;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A large button with an icon, a title and a few lines: one of a few things to choose from. */
public final class ChoiceCard extends TallToggle {

    public ChoiceCard(String id, Icon icon, String title, String text) {
        super(new VBox(), Pos.TOP_LEFT);
        setId(id);
        getStyleClass().setAll("card", "choice-card");
        Label name = Texts.heading(title);
        name.setWrapText(true);
        column().getChildren().addAll(icon.node("card-icon"), name, Texts.muted(text));
        column().getStyleClass().add("card-column");
        setAccessibleText(title + ". " + text);
    }

    /** Adds something below the text. */
    public void add(Node node) {
        column().getChildren().add(node);
    }
}
