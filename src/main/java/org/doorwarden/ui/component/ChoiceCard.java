package org.doorwarden.ui.component;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Large buttons with an icon, a title and a few lines: a few things to choose from. */
public final class ChoiceCard {

    private ChoiceCard() {}

    public static TallToggle of(String id, Icon icon, String title, String text) {
        Label name = Texts.heading(title);
        name.setWrapText(true);
        VBox column = new VBox(icon.node("card-icon"), name, Texts.muted(text));
        column.getStyleClass().add("card-column");
        TallToggle card = new TallToggle(column, Pos.TOP_LEFT);
        card.setId(id);
        card.getStyleClass().setAll("card", "choice-card");
        card.setAccessibleText(title + ". " + text);
        return card;
    }
}
