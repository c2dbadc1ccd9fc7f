package org.doorwarden.ui.review;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;

/** The plan as commands, folded away until somebody asks for them. */
final class ByHandPane extends VBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final ReviewViewModel model;
    private final Messages messages;
    private final TextArea commands = new TextArea();
    private final Button copy;

    ByHandPane(ReviewViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().addAll("panel", "by-hand");
        setMinHeight(USE_PREF_SIZE);
        ToggleButton head = new ToggleButton(messages.say("ui.review.by.hand"), Icon.CHEVRON.node("by-hand-chevron"));
        head.setId("by-hand");
        head.getStyleClass().setAll("toggle-button", "fold");
        copy = new Button(messages.say("ui.review.by.hand.copy"), Icon.COPY.node());
        copy.setId("by-hand-copy");
        copy.getStyleClass().add("quiet");
        copy.setOnAction(event -> copy());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(head, space, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        commands.setId("by-hand-commands");
        commands.setEditable(false);
        commands.setPrefRowCount(5);
        commands.getStyleClass().add("monospace");
        commands.setAccessibleText(messages.say("ui.review.by.hand"));
        VBox body = new VBox(Texts.muted(messages.say("ui.review.by.hand.text")), commands);
        body.getStyleClass().add("by-hand-body");
        getChildren().addAll(line, body);
        body.visibleProperty().bind(head.selectedProperty());
        body.managedProperty().bind(head.selectedProperty());
        copy.visibleProperty().bind(head.selectedProperty());
        head.selectedProperty().addListener((property, before, now) -> pseudoClassStateChanged(OPEN, now));
        model.commands().addListener((ListChangeListener<String>) change -> show());
        show();
    }

    private void show() {
        commands.setText(String.join("\n", model.commands()));
        copy.setText(messages.say("ui.review.by.hand.copy"));
        setVisible(!model.commands().isEmpty());
        setManaged(!model.commands().isEmpty());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\r\n", model.commands()) + "\r\n");
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(messages.say("ui.review.by.hand.copied"));
    }
}
