package org.doorwarden.ui.component;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Two lines in one cell, the second in small print. What does not fit ends in an ellipsis, with the whole in a tooltip. */
public final class TwoLines extends VBox {

    private final HBox top;

    public TwoLines(String first, String second) {
        Label above = whole(new Label(first));
        Label below = whole(Texts.meta(second));
        top = new HBox(above);
        top.getStyleClass().add("two-lines-top");
        getStyleClass().add("two-lines");
        getChildren().addAll(top, below);
    }

    /** Puts something beside the first line. */
    public TwoLines beside(Node node) {
        top.getChildren().add(node);
        return this;
    }

    /** A label that may end in an ellipsis, with all of its text in a tooltip. */
    public static Label whole(Label label) {
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        if (!label.getText().isEmpty()) {
            label.setTooltip(new Tooltip(label.getText()));
        }
        return label;
    }
}
