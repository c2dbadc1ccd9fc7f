package org.doorwarden.ui.purpose;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.purpose.PurposeViewModel.ProductItem;
import org.doorwarden.ui.purpose.PurposeViewModel.RoleItem;
import org.doorwarden.ui.shell.Screen;

/** Roles to tick, each with what speaks for it; below them the programs that need services. */
public final class PurposeView implements Screen {

    private final PurposeViewModel model;
    private final Messages messages;
    private final VBox root = new VBox();
    private final VBox roles = new VBox();
    private final VBox products = new VBox();
    private final CheckBox unknown;

    public PurposeView(PurposeViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        root.getStyleClass().add("page");
        roles.getStyleClass().add("options");
        products.getStyleClass().add("options");
        unknown = new CheckBox(messages.say("ui.purpose.unknown"));
        unknown.setId("purpose-unknown");
        unknown.selectedProperty().bindBidirectional(model.unknownProperty());
        roles.disableProperty().bind(model.unknownProperty());
        VBox panel = new VBox(
                Texts.heading(messages.say("ui.purpose.roles")),
                roles,
                option(unknown, messages.say("ui.purpose.unknown.text"), ""),
                Texts.heading(messages.say("ui.purpose.products")),
                Texts.muted(messages.say("ui.purpose.products.text")),
                products);
        panel.getStyleClass().addAll("panel", "purpose");
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), scroll);
        model.roles().addListener((ListChangeListener<RoleItem>) change -> showRoles());
        model.products().addListener((ListChangeListener<ProductItem>) change -> showProducts());
        showRoles();
        showProducts();
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        if (!roles.getChildren().isEmpty()) {
            roles.getChildren().get(0).lookup(".check-box").requestFocus();
        }
    }

    private void showRoles() {
        roles.getChildren().setAll(model.roles().stream().map(this::role).toList());
        // They come a moment after the screen; only then is there something to begin with.
        Platform.runLater(this::focusFirst);
    }

    private Region role(RoleItem item) {
        CheckBox box = new CheckBox(item.role().name());
        box.setMnemonicParsing(false);
        box.setId("role-" + item.role().id());
        box.selectedProperty().bindBidirectional(item.chosen());
        return option(box, item.role().description(), item.evidence());
    }

    private void showProducts() {
        products.getChildren()
                .setAll(model.products().stream().map(this::product).toList());
    }

    private Region product(ProductItem item) {
        CheckBox box = new CheckBox(item.product().name());
        box.setMnemonicParsing(false);
        box.setId("product-" + item.product().id());
        box.selectedProperty().bindBidirectional(item.chosen());
        box.setDisable(item.installed());
        return option(box, item.requires(), item.installed() ? messages.say("ui.purpose.installed") : "");
    }

    private static Region option(CheckBox box, String text, String evidence) {
        box.setAccessibleText(box.getText() + ". " + text + " " + evidence);
        Label words = Texts.muted(text);
        words.getStyleClass().add("option-text");
        VBox option = new VBox(box, words);
        option.getStyleClass().add("option");
        if (!evidence.isEmpty()) {
            Label why = Texts.paragraph(evidence);
            why.getStyleClass().addAll("option-text", "evidence");
            option.getChildren().add(why);
        }
        return option;
    }
}
