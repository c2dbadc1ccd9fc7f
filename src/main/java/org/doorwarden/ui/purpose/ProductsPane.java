package org.doorwarden.ui.purpose;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.purpose.ProductChoice.ProductItem;

/** The programs in use that need services, and a search for those that were not found here. */
final class ProductsPane extends VBox {

    private final ProductChoice model;
    private final Messages messages;
    private final VBox inUse = new VBox();
    private final VBox matches = new VBox();
    private final TextField search = new TextField();

    ProductsPane(ProductChoice model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("products");
        inUse.getStyleClass().add("product-rows");
        matches.getStyleClass().add("product-rows");
        Label said = Texts.muted("");
        said.setId("products-said");
        said.textProperty().bind(model.saidProperty());
        said.visibleProperty().bind(model.saidProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren()
                .addAll(
                        Texts.heading(messages.say("ui.purpose.products")),
                        Texts.muted(messages.say("ui.purpose.products.text")),
                        inUse,
                        searchBox(),
                        matches,
                        said);
        model.inUse().addListener((ListChangeListener<ProductItem>) change -> showInUse());
        model.matches().addListener((ListChangeListener<ProductItem>) change -> showMatches());
        showInUse();
        showMatches();
    }

    private StackPane searchBox() {
        search.setId("product-search");
        search.promptTextProperty().bind(model.promptProperty());
        search.setAccessibleText(messages.say("ui.purpose.products.search.accessible"));
        search.textProperty().bindBidirectional(model.searchProperty());
        // With an action of its own, Enter does not press the main button of the screen.
        search.setOnAction(event -> model.addBest());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                event.consume();
            }
        });
        Region icon = Icon.SEARCH.node();
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane box = new StackPane(search, icon);
        box.getStyleClass().add("product-search");
        return box;
    }

    private void showInUse() {
        inUse.getChildren().setAll(model.inUse().stream().map(this::used).toList());
        if (model.inUse().isEmpty()) {
            inUse.getChildren().add(Texts.paragraph(messages.say("ui.purpose.products.none")));
        }
    }

    private void showMatches() {
        matches.getChildren().setAll(model.matches().stream().map(this::match).toList());
        matches.setVisible(!model.matches().isEmpty());
        matches.setManaged(matches.isVisible());
    }

    private HBox used(ProductItem item) {
        if (item.installed()) {
            return row(item.name(), item.requires(), new Badge(messages.say("ui.purpose.installed"), Tone.SUCCESS));
        }
        Button remove = button(
                "remove-" + item.id(),
                messages.say("ui.purpose.products.remove"),
                messages.say("ui.purpose.products.remove.accessible", item.name()));
        remove.setOnAction(event -> {
            model.remove(item.id());
            search.requestFocus();
        });
        return row(item.name(), item.requires(), remove);
    }

    private HBox match(ProductItem item) {
        Button add = button(
                "add-" + item.id(),
                messages.say("ui.purpose.products.add"),
                messages.say("ui.purpose.products.add.accessible", item.name(), item.services()));
        add.setOnAction(event -> {
            model.add(item.id());
            search.requestFocus();
        });
        return row(item.name(), item.services(), add);
    }

    private static HBox row(String name, String needs, Region end) {
        Label title = Texts.heading(name);
        title.setWrapText(true);
        VBox words = new VBox(title, Texts.muted(needs));
        words.getStyleClass().add("option");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, end);
        row.getStyleClass().add("product-row");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Button button(String id, String text, String accessible) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add("product-button");
        button.setAccessibleText(accessible);
        return button;
    }
}
