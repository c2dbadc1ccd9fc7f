package org.doorwarden.ui.catalogue;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Texts;

/** A line of the list. Its parts are made once; showing another entry only sets texts. */
final class EntryCell extends ListCell<CatalogueLine> {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Messages messages;
    private final Label title = new Label();
    private final Label meta = Texts.meta("");
    private final Badge local;
    private final Badge severity = new Badge();
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;
    private final Label group = new Label();
    private final Label count = new Label();
    private final HBox head;

    EntryCell(Messages messages) {
        this.messages = messages;
        getStyleClass().addAll("service-cell", "entry-cell");
        title.getStyleClass().add("service-title");
        VBox words = new VBox(title, meta);
        words.getStyleClass().add("service-words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        local = new Badge(messages.say("catalogue.mark.local"), Tone.ACCENT);
        row = new HBox(words, local, severity);
        row.getStyleClass().add("entry-row");
        row.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        group.getStyleClass().add("group-name");
        count.getStyleClass().add("group-name");
        head = new HBox(group, space, count);
        head.setAlignment(Pos.BOTTOM_LEFT);
        // No wider than the list: long names end in an ellipsis.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CatalogueLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(HEAD, !empty && line instanceof EntryHead);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else if (line instanceof EntryRow shown) {
            title.setText(shown.title());
            meta.setText(shown.meta());
            local.setVisible(shown.local());
            local.setManaged(shown.local());
            severity.show(shown.badge(), shown.badgeTone());
            tooltip.setText(shown.title() + "\n" + shown.meta());
            setTooltip(tooltip);
            setAccessibleText(shown.spoken());
            setGraphic(row);
        } else if (line instanceof EntryHead shown) {
            group.setText(messages.say("ui.catalogue.kind." + shown.kind().id()));
            count.setText(String.valueOf(shown.count()));
            setTooltip(null);
            setAccessibleText(group.getText() + " " + count.getText());
            setGraphic(head);
        }
    }
}
