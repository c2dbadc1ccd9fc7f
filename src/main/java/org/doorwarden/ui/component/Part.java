package org.doorwarden.ui.component;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A part of a longer text: a small heading, and what stands under it. */
public final class Part extends VBox {

    public Part(String title, Node... content) {
        Label heading = Texts.heading(title);
        heading.getStyleClass().add("part-heading");
        heading.setWrapText(true);
        heading.setMinHeight(Label.USE_PREF_SIZE);
        getStyleClass().add("part");
        getChildren().add(heading);
        getChildren().addAll(content);
    }
}
