package org.doorwarden.ui.services;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Buttons;
import org.doorwarden.ui.component.Texts;

/** What accepting the recommendations of a group would choose, before it does. */
final class PreviewPane extends VBox {

    private final ServicesViewModel model;
    private final Messages messages;
    private final Label title = new Label();
    private final Label text = Texts.muted("");
    private final ListView<GroupPreview.Item> items = new ListView<>();

    PreviewPane(ServicesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("accept-preview");
        getStyleClass().add("accept-preview");
        title.getStyleClass().add("name");
        title.setWrapText(true);
        items.setId("accept-preview-items");
        items.setCellFactory(view -> new ItemCell());
        VBox.setVgrow(items, Priority.ALWAYS);
        HBox buttons = new HBox(
                Buttons.of(model.acceptance().acceptAll(), "primary"),
                Buttons.of(model.acceptance().notNow()));
        buttons.getStyleClass().add("row");
        getChildren().addAll(title, text, items, buttons);
        model.acceptance().previewProperty().addListener(change -> show());
        show();
    }

    private void show() {
        setVisible(model.acceptance().previewProperty().get().isPresent());
        model.acceptance().previewProperty().get().ifPresent(preview -> {
            title.setText(
                    messages.say("ui.services.accept.title", preview.items().size()));
            text.setText(messages.say(
                    "ui.services.accept.text",
                    messages.say("ui.services.group." + preview.group().id())));
            items.setAccessibleText(title.getText());
            items.getItems().setAll(preview.items());
            if (getScene() != null) {
                items.requestFocus();
            }
        });
    }

    /** A service that would be chosen, and the advice behind it. */
    private static final class ItemCell extends ListCell<GroupPreview.Item> {

        private final Label title = new Label();
        private final Label meta = Texts.meta("");
        private final Label because = Texts.paragraph("");
        private final Tooltip tooltip = new Tooltip();
        private final VBox words;

        ItemCell() {
            getStyleClass().add("accept-cell");
            title.getStyleClass().add("service-title");
            HBox names = new HBox(title, meta);
            names.getStyleClass().add("row");
            because.getStyleClass().add("muted");
            because.getStyleClass().add("accept-because");
            words = new VBox(names, because);
            words.getStyleClass().add("service-words");
            words.prefWidthProperty().bind(widthProperty().subtract(4));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(GroupPreview.Item item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            title.setText(item.title());
            meta.setText(item.meta());
            because.setText(item.because());
            tooltip.setText(item.because());
            setTooltip(item.because().isEmpty() ? null : tooltip);
            setAccessibleText(item.title() + ", " + item.meta() + ". " + item.because());
            setGraphic(words);
        }
    }
}
