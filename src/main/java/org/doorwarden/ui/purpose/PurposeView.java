package org.doorwarden.ui.purpose;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.catalogue.Role;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.SideBySide;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.purpose.PurposeViewModel.RoleItem;
import org.doorwarden.ui.shell.Screen;

/**
 * Roles to tick, in groups and each with what speaks for it; below them the programs that need services. A role is
 * explained in a sentence, and in full when asked for.
 */
public final class PurposeView implements Screen {

    private static final double TWO_COLUMNS_FROM = 50;

    private final PurposeViewModel model;
    private final Messages messages;
    private final VBox root = new VBox();
    private final VBox roles = new VBox();
    private final CheckBox unknown;
    private final Button more = new Button();
    private boolean inFull;

    public PurposeView(PurposeViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        root.getStyleClass().add("page");
        roles.getStyleClass().add("role-groups");
        unknown = new CheckBox(messages.say("ui.purpose.unknown"));
        unknown.setId("purpose-unknown");
        unknown.selectedProperty().bindBidirectional(model.unknownProperty());
        roles.disableProperty().bind(model.unknownProperty());
        VBox panel = new VBox(
                introduction(),
                roles,
                option(unknown, messages.say("ui.purpose.unknown.text"), ""),
                new ProductsPane(model.products(), messages));
        panel.getStyleClass().addAll("panel", "purpose");
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setId("purpose-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), scroll);
        model.roles().addListener((ListChangeListener<RoleItem>) change -> {
            showRoles();
            // They come a moment after the screen; only then is there something to begin with.
            Platform.runLater(this::focusFirst);
        });
        showRoles();
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        if (roles.lookup(".check-box") instanceof CheckBox first) {
            first.requestFocus();
        }
    }

    private HBox introduction() {
        Label words = Texts.muted(messages.say("ui.purpose.roles"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        more.setId("roles-in-full");
        more.getStyleClass().addAll("quiet", "roles-in-full");
        more.setMinWidth(Button.USE_PREF_SIZE);
        more.setOnAction(event -> {
            inFull = !inFull;
            showRoles();
        });
        HBox line = new HBox(words, more);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("row");
        return line;
    }

    private void showRoles() {
        more.setText(messages.say(inFull ? "ui.purpose.roles.less" : "ui.purpose.roles.more"));
        roles.getChildren().clear();
        for (Role.Group group : Role.Group.values()) {
            List<Region> options = model.roles().stream()
                    .filter(item -> item.role().group() == group)
                    .map(this::role)
                    .toList();
            if (!options.isEmpty()) {
                VBox box = new VBox(Texts.heading(messages.say("ui.purpose.group." + group.id())));
                box.getStyleClass().add("role-group");
                box.getChildren().addAll(pairs(options));
                roles.getChildren().add(box);
            }
        }
    }

    /** Two beside each other, row by row, as they are read and as Tab goes through them. */
    private static List<Region> pairs(List<Region> options) {
        List<Region> pairs = new ArrayList<>();
        for (int i = 0; i < options.size(); i += 2) {
            Region second = i + 1 < options.size() ? options.get(i + 1) : new Region();
            pairs.add(new SideBySide(options.get(i), second, 0.5, TWO_COLUMNS_FROM));
        }
        return pairs;
    }

    private Region role(RoleItem item) {
        CheckBox box = new CheckBox(item.role().name());
        box.setMnemonicParsing(false);
        box.setId("role-" + item.role().id());
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(item.chosen());
        Region option = option(box, inFull ? item.role().description() : item.summary(), item.evidence());
        // Who does not see the page hears all of it.
        box.setAccessibleText(box.getText() + ". " + item.role().description() + " " + item.evidence());
        return option;
    }

    private static Region option(CheckBox box, String text, String evidence) {
        box.setAccessibleText(box.getText() + ". " + text);
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
