package org.doorwarden.ui.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Texts;

/**
 * The nearest dependencies drawn: what the service needs at the left, what needs it at the right, a few of each. Dashed
 * lines lead to those that nobody declares.
 */
final class DependencyPicture extends Region {

    private static final int MOST = 5;
    private static final double LEGEND_LINE = 22;
    private static final String UNDECLARED = "picture-undeclared";

    private final Messages messages;
    private final Label middle = box("", Tone.ACCENT);
    private final Label needsHead;
    private final Label neededByHead;
    private final List<Label> needs = new ArrayList<>();
    private final List<Label> neededBy = new ArrayList<>();
    private final List<CubicCurve> lines = new ArrayList<>();
    private final Label legend;
    /** How many of the lines lead to the left. */
    private int needsLines;

    DependencyPicture(Messages messages) {
        this.messages = messages;
        getStyleClass().add("dependency-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        middle.getStyleClass().add("picture-middle");
        needsHead = Texts.meta(messages.say("ui.services.picture.needs"));
        neededByHead = Texts.meta(messages.say("ui.services.picture.needed.by"));
        Line dashes = new Line(0, 0, LEGEND_LINE, 0);
        dashes.getStyleClass().addAll("picture-line", "picture-undeclared");
        legend = Texts.meta(messages.say("ui.services.picture.undeclared"));
        legend.setGraphic(dashes);
    }

    void show(ServiceDetail detail) {
        middle.setText(detail.title());
        middle.setTooltip(new Tooltip(detail.title()));
        fill(needs, detail.dependsOn());
        fill(neededBy, detail.neededBy());
        lines.clear();
        needsLines = needs.size();
        boolean any = needs.size() + neededBy.size() > 0;
        needs.forEach(box -> lines.add(line(box)));
        neededBy.forEach(box -> lines.add(line(box)));
        legend.setVisible(lines.stream().anyMatch(DependencyPicture::isDashed));
        addNothing(needs);
        addNothing(neededBy);
        setVisible(any);
        setManaged(any);
        setAccessibleText(messages.say(
                "ui.services.picture.accessible",
                detail.title(),
                detail.dependsOn().size(),
                detail.neededBy().size()));
        getChildren().setAll(lines);
        getChildren().addAll(needs);
        getChildren().addAll(neededBy);
        getChildren().addAll(middle, needsHead, neededByHead, legend);
    }

    private static CubicCurve line(Label box) {
        CubicCurve curve = new CubicCurve();
        curve.getStyleClass().add("picture-line");
        if (isDashed(box)) {
            curve.getStyleClass().add(UNDECLARED);
        }
        return curve;
    }

    private static boolean isDashed(Node drawn) {
        return drawn.getStyleClass().contains(UNDECLARED);
    }

    private void fill(List<Label> labels, List<DependencyBranch> branches) {
        labels.clear();
        int shown = branches.size() > MOST ? MOST - 1 : branches.size();
        for (DependencyBranch branch : branches.subList(0, shown)) {
            Label label = box(branch.title(), branch.tone());
            label.setTooltip(new Tooltip(String.join("\n", branch.lines())));
            if (branch.undeclared().isPresent()) {
                label.getStyleClass().add(UNDECLARED);
            }
            labels.add(label);
        }
        if (branches.size() > shown) {
            Label more = box(messages.say("ui.services.picture.more", branches.size() - shown), Tone.QUIET);
            more.getStyleClass().add("picture-more");
            labels.add(more);
        }
    }

    /** Where a side has none, it says so; nothing leads there. */
    private void addNothing(List<Label> labels) {
        if (labels.isEmpty()) {
            Label nothing = box(messages.say("ui.services.picture.nothing"), Tone.QUIET);
            nothing.getStyleClass().add("picture-more");
            labels.add(nothing);
        }
    }

    private static Label box(String text, Tone tone) {
        Label label = new Label(text);
        label.getStyleClass()
                .addAll("ellipsis", "picture-box", "picture-" + tone.name().toLowerCase(Locale.ROOT));
        label.setAlignment(Pos.CENTER_LEFT);
        return label;
    }

    private double em() {
        return middle.getFont().getSize();
    }

    private double step() {
        return snapSizeY(em() * 2.3);
    }

    private double head() {
        return snapSizeY(em() * 1.6);
    }

    /** The height of the legend, where there is one. */
    private double foot() {
        return legend.isVisible() ? snapSizeY(em() * 1.4) : 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return em() * 30;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = Math.max(2, Math.max(needs.size(), neededBy.size()));
        return snappedTopInset() + head() + rows * step() + foot() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double top = snappedTopInset() + head();
        double height = getHeight() - top - foot() - snappedBottomInset();
        double width = snapSizeX(Math.min((right - left) * 0.29, em() * 21));
        double boxHeight = snapSizeY(em() * 1.9);
        double middleX = snapPositionX((left + right - width) / 2);
        double middleY = snapPositionY(top + (height - boxHeight) / 2);
        middle.resizeRelocate(middleX, middleY, width, boxHeight);
        needsHead.autosize();
        needsHead.relocate(left, snappedTopInset());
        legend.autosize();
        legend.relocate(left, getHeight() - snappedBottomInset() - legend.getHeight());
        neededByHead.autosize();
        neededByHead.relocate(right - width, snappedTopInset());
        double centre = middleY + boxHeight / 2;
        for (int i = 0; i < needs.size(); i++) {
            double y = rowY(i, needs.size(), top, height, boxHeight);
            needs.get(i).resizeRelocate(left, y, width, boxHeight);
            if (needsLines > 0) {
                curve(lines.get(i), left + width, y + boxHeight / 2, middleX, centre);
            }
        }
        for (int i = 0; i < neededBy.size(); i++) {
            double y = rowY(i, neededBy.size(), top, height, boxHeight);
            neededBy.get(i).resizeRelocate(right - width, y, width, boxHeight);
            if (lines.size() > needsLines) {
                curve(lines.get(needsLines + i), middleX + width, centre, right - width, y + boxHeight / 2);
            }
        }
    }

    private double rowY(int index, int count, double top, double height, double boxHeight) {
        double all = count * step();
        return snapPositionY(top + (height - all) / 2 + index * step() + (step() - boxHeight) / 2);
    }

    private static void curve(CubicCurve curve, double fromX, double fromY, double toX, double toY) {
        double half = (toX - fromX) / 2;
        curve.setStartX(fromX);
        curve.setStartY(fromY);
        curve.setControlX1(fromX + half);
        curve.setControlY1(fromY);
        curve.setControlX2(toX - half);
        curve.setControlY2(toY);
        curve.setEndX(toX);
        curve.setEndY(toY);
    }
}
