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
    private final HBox bottom;

    public TwoLines(String first, String second) {
        Label above = whole(new Label(first));
        Label below = whole(Texts.meta(second));
        top = new HBox(above);
        top.getStyleClass().add("two-lines-top");
        getStyleClass().add("two-lines");
        bottom = new HBox(below);
        bottom.getStyleClass().add("two-lines-bottom");
        getChildren().addAll(top, bottom);
    }

    /** Puts something beside the first line. */
    public TwoLines beside(Node node) {
        top.getChildren().add(node);
        return this;
    }

    /** Puts something before the second line. */
    public TwoLines below(Node node) {
        bottom.getChildren().add(0, node);
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
