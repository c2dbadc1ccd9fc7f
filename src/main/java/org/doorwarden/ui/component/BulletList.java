package org.doorwarden.ui.component;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A few short paragraphs, each behind a dot, or behind a warning sign. */
public final class BulletList extends VBox {

    public BulletList() {
        getStyleClass().add("bullets");
    }

    public void clear() {
        getChildren().clear();
    }

    /**
     * @param grave whether it stands behind a warning sign
     * @param styleClasses of the words
     */
    public void add(String text, boolean grave, String... styleClasses) {
        Label words = Texts.paragraph(text);
        words.getStyleClass().addAll(styleClasses);
        HBox.setHgrow(words, Priority.ALWAYS);
        Region mark = grave ? Icon.WARNING.node("warning", "bullet-warning") : new Region();
        if (!grave) {
            mark.getStyleClass().add("bullet");
        }
        Region place = new HBox(mark);
        place.getStyleClass().add("bullet-place");
        HBox bullet = new HBox(place, words);
        bullet.setAlignment(Pos.TOP_LEFT);
        getChildren().add(bullet);
    }
}
