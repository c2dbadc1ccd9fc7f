package org.doorwarden.ui.component;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** A toggle button with several lines in it, as high as they are at its width. */
public final class TallToggle extends ToggleButton {

    private final VBox column;

    public TallToggle(VBox column, Pos alignment) {
        this.column = column;
        setGraphic(column);
        setAlignment(alignment);
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(Double.MAX_VALUE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = snappedLeftInset() + snappedRightInset();
        double inside = width < 0 ? -1 : Math.max(0, width - across);
        return snappedTopInset() + column.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        column.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
        super.layoutChildren();
    }

    /** Adds something below what is in it. */
    public void add(Node node) {
        column.getChildren().add(node);
    }
}
