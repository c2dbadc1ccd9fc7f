package org.doorwarden.ui.component;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** A toggle button with several lines in it, as high as they are at its width. */
public class TallToggle extends ToggleButton {

    private final VBox column;

    public TallToggle(VBox column, Pos alignment) {
        this.column = column;
        setGraphic(column);
        setAlignment(alignment);
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(Double.MAX_VALUE);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computePrefHeight(double width) {
        double across = snappedLeftInset() + snappedRightInset();
        double inside = width < 0 ? -1 : Math.max(0, width - across);
        return snappedTopInset() + column.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected final void layoutChildren() {
        column.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
        super.layoutChildren();
    }

    protected final VBox column() {
        return column;
    }
}
