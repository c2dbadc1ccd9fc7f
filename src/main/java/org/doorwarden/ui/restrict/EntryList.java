package org.doorwarden.ui.restrict;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;

/** A list to be added to and taken from: addresses, accounts, paths. As high as its entries, up to a few. */
final class EntryList extends VBox {

    private static final int MOST_SEEN = 5;
    private static final double ROW_EM = 2.3;

    private final LimitField field;
    private final Messages messages;
    private final ListView<String> entries;
    private final TextField text = new Entry();

    /** @param prompt how an entry is written */
    EntryList(LimitField field, String prompt, Messages messages) {
        this.field = field;
        this.messages = messages;
        String id = field.limit().id();
        String name = messages.say("limit." + id);
        getStyleClass().add("entry-list");
        entries = new ListView<>(field.values());
        entries.setId("limit-" + id + "-entries");
        entries.setAccessibleText(messages.say("ui.services.restrict.entries.accessible", name));
        entries.getStyleClass().add("entries");
        entries.setCellFactory(list -> new Cell());
        entries.setOnKeyPressed(event -> {
            String chosen = entries.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && chosen != null) {
                field.remove(chosen);
                event.consume();
            }
        });
        entries.styleProperty()
                .bind(Bindings.createStringBinding(
                        () -> "-fx-pref-height: "
                                + ROW_EM * Math.min(MOST_SEEN, field.values().size()) + "em;",
                        field.values()));
        entries.visibleProperty().bind(Bindings.isNotEmpty(field.values()));
        entries.managedProperty().bind(entries.visibleProperty());
        Label none = Texts.muted(messages.say("ui.services.restrict.none." + id));
        none.visibleProperty().bind(Bindings.isEmpty(field.values()));
        none.managedProperty().bind(none.visibleProperty());
        text.setId("limit-" + id + "-entry");
        text.setPromptText(prompt);
        text.setAccessibleText(messages.say("ui.services.restrict.entry.accessible", name));
        text.setOnAction(event -> add());
        HBox.setHgrow(text, Priority.ALWAYS);
        Button add = new Button(messages.say("ui.services.restrict.add"));
        add.setId("limit-" + id + "-add");
        add.setAccessibleText(messages.say("ui.services.restrict.add.accessible", name));
        add.setMinWidth(USE_PREF_SIZE);
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> text.getText().isBlank(), text.textProperty()));
        add.setOnAction(event -> add());
        HBox line = new HBox(text, add);
        line.getStyleClass().add("row");
        getChildren().addAll(none, entries, line);
    }

    private void add() {
        if (!text.getText().isBlank()) {
            field.add(text.getText());
            text.clear();
        }
    }

    /** Takes several lines at once: a text field would join them into one. */
    private final class Entry extends TextField {

        @Override
        public void paste() {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null && pasted.strip().lines().count() > 1) {
                field.add(pasted);
            } else {
                super.paste();
            }
        }
    }

    /** An entry, and a button that takes it out. */
    private final class Cell extends ListCell<String> {

        private final Label words = new Label();
        private final Tooltip whole = new Tooltip();
        private final Button remove = new Button("", Icon.REMOVE.node());
        private final HBox line = new HBox(words, remove);

        Cell() {
            getStyleClass().add("entry");
            setPrefWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            remove.getStyleClass().addAll("quiet", "entry-remove");
            remove.setFocusTraversable(false);
            remove.setMinWidth(USE_PREF_SIZE);
            remove.setOnAction(event -> field.remove(getItem()));
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(String entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            words.setText(Printable.of(entry));
            whole.setText(words.getText());
            remove.setAccessibleText(messages.say("ui.services.restrict.remove.accessible", entry));
            setTooltip(whole);
            setAccessibleText(words.getText());
            setGraphic(line);
        }
    }
}
