package org.doorwarden.ui.services;

import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.collections.WeakMapChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Texts;

/** A line of the list. Its parts are made once; showing another service only sets texts. */
final class ServiceCell extends ListCell<ServiceEntry> {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Messages messages;
    private final ObservableMap<ServiceName, Choice> decisions;
    private final DoorIcon door = new DoorIcon();
    private final Label title = new Label();
    private final Label meta = Texts.meta("");
    private final Badge badge = new Badge();
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;
    private final Label group = new Label();
    private final Label count = new Label();
    private final HBox head;
    private final MapChangeListener<ServiceName, Choice> decided = change -> {
        if (getItem() instanceof ServiceRow shown && shown.name().equals(change.getKey())) {
            showBadge(shown);
        }
    };

    ServiceCell(Messages messages, ObservableMap<ServiceName, Choice> decisions) {
        this.messages = messages;
        this.decisions = decisions;
        getStyleClass().add("service-cell");
        title.getStyleClass().add("service-title");
        VBox words = new VBox(title, meta);
        words.getStyleClass().add("service-words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(door, words, badge);
        row.getStyleClass().add("service-row");
        row.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        group.getStyleClass().add("group-name");
        count.getStyleClass().add("group-name");
        head = new HBox(group, space, count);
        head.setAlignment(Pos.BOTTOM_LEFT);
        // No wider than the list: long names end in an ellipsis.
        setPrefWidth(0);
        decisions.addListener(new WeakMapChangeListener<>(decided));
    }

    @Override
    protected void updateItem(ServiceEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        pseudoClassStateChanged(HEAD, !empty && entry instanceof GroupHead);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else if (entry instanceof ServiceRow shown) {
            door.show(shown.door());
            title.setText(shown.title());
            meta.setText(shown.meta());
            tooltip.setText(shown.title() + "\n" + shown.meta());
            showBadge(shown);
            setTooltip(tooltip);
            setGraphic(row);
        } else if (entry instanceof GroupHead shown) {
            group.setText(messages.say("ui.services.group." + shown.verdict().id()));
            count.setText(String.valueOf(shown.count()));
            setTooltip(null);
            setAccessibleText(group.getText() + " " + count.getText());
            setGraphic(head);
        }
    }

    private void showBadge(ServiceRow shown) {
        Optional<Choice> choice = Optional.ofNullable(decisions.get(shown.name()));
        if (choice.isPresent()) {
            badge.show(
                    messages.say("ui.services.decided." + choice.get().action().id()),
                    choice.get().action() == Choice.Action.KEEP ? Tone.ACCENT : Tone.SUCCESS);
        } else {
            badge.show(shown.badge(), shown.badgeTone());
        }
        badge.setVisible(!badge.getText().isEmpty());
        setAccessibleText(shown.spoken() + ", " + badge.getText());
    }
}
