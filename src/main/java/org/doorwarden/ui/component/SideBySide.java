package org.doorwarden.ui.component;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two parts beside each other where there is room for that, and below each other where there is not. */
public final class SideBySide extends Pane {

    private final Region first;
    private final Region second;
    private final double share;
    private final double roomInEm;
    /** Never seen; knows how large the text is. */
    private final Label measure = new Label();

    /**
     * @param share what the first gets of the width, from 0 to 1
     * @param roomInEm the width from which on both stand beside each other, in sizes of the text
     */
    public SideBySide(Region first, Region second, double share, double roomInEm) {
        this.first = first;
        this.second = second;
        this.share = share;
        this.roomInEm = roomInEm;
        measure.setVisible(false);
        measure.setManaged(false);
        getChildren().addAll(first, second, measure);
    }

    /** Whether both stand beside each other in such a width. */
    private boolean isWide(double width) {
        return width >= roomInEm * em();
    }

    private double em() {
        return measure.getFont().getSize();
    }

    private double gap() {
        return em() * 1.23;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width < 0) {
            return computePrefHeight(roomInEm * em());
        }
        if (isWide(width)) {
            double left = firstWidth(width);
            return snapSizeY(Math.max(first.prefHeight(left), second.prefHeight(width - left - gap())));
        }
        return snapSizeY(first.prefHeight(width)) + snapSizeY(gap() * 0.75) + snapSizeY(second.prefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (isWide(width)) {
            double left = firstWidth(width);
            first.resizeRelocate(0, 0, left, getHeight());
            second.resizeRelocate(left + gap(), 0, width - left - gap(), getHeight());
        } else {
            double top = snapSizeY(first.prefHeight(width));
            first.resizeRelocate(0, 0, width, top);
            second.resizeRelocate(0, top + snapSizeY(gap() * 0.75), width, snapSizeY(second.prefHeight(width)));
        }
    }

    private double firstWidth(double width) {
        return snapSizeX((width - gap()) * share);
    }
}
