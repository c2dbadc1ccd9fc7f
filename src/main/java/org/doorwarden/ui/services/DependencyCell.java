package org.doorwarden.ui.services;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.doorwarden.ui.component.Texts;

/**
 * A branch of a tree of dependencies: a speck in the colour of its verdict, the name, whether nobody declares the
 * dependency, and state and verdict in words. Of what nobody declares the speck is hollow.
 */
final class DependencyCell extends TreeCell<DependencyBranch> {

    private final Region speck = new Region();
    private final Label title = new Label();
    private final Label mark = Texts.meta("");
    private final Label remark = Texts.meta("");
    private final Tooltip tooltip = new Tooltip();
    private final HBox row = new HBox(speck, title, mark, remark);

    DependencyCell() {
        row.getStyleClass().add("branch");
        row.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        mark.getStyleClass().add("branch-undeclared");
        mark.setMinWidth(Label.USE_PREF_SIZE);
        remark.setMinWidth(0);
        HBox.setHgrow(remark, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DependencyBranch branch, boolean empty) {
        super.updateItem(branch, empty);
        if (empty || branch == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            speck.getStyleClass()
                    .setAll("speck", "speck-" + branch.tone().name().toLowerCase(Locale.ROOT));
            if (branch.undeclared().isPresent()) {
                speck.getStyleClass().add("speck-undeclared");
            }
            title.setText(branch.title());
            remark.setText(branch.remark());
            mark.setText(branch.mark());
            mark.setVisible(!branch.mark().isEmpty());
            mark.setManaged(mark.isVisible());
            tooltip.setText(String.join("\n", branch.lines()));
            setTooltip(tooltip);
            setAccessibleText(String.join(", ", branch.lines()));
            setGraphic(row);
        }
    }
}
