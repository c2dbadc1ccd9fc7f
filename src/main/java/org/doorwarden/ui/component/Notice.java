package org.doorwarden.ui.component;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A remark set apart from the rest by its colour and icon: a warning, or something good to know. */
public final class Notice extends HBox {

    /** What kind of remark. */
    public enum Kind {
        DANGER(Icon.WARNING, "danger"),
        WARNING(Icon.WARNING, "warning"),
        INFORMATION(Icon.INFORMATION, "accent"),
        SUCCESS(Icon.CHECK, "success");

        private final Icon icon;
        private final String style;

        Kind(Icon icon, String style) {
            this.icon = icon;
            this.style = style;
        }
    }

    public Notice(Kind kind, Node... words) {
        getStyleClass().addAll("notice", kind.style);
        VBox column = new VBox(words);
        column.getStyleClass().add("notice-words");
        setHgrow(column, Priority.ALWAYS);
        getChildren().addAll(kind.icon.node(kind.style), column);
    }
}
