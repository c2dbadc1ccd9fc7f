package org.doorwarden.ui.settings;

import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Buttons;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.settings.Settings.Theme;
import org.doorwarden.ui.shell.Screen;

/** Colours, size of the text, and where things are kept. */
public final class SettingsView implements Screen {

    private final SettingsViewModel model;
    private final Messages messages;
    private final VBox root = new VBox();
    private final ToggleGroup themes = new ToggleGroup();
    private final Map<Theme, ToggleButton> cards = new EnumMap<>(Theme.class);
    private final Slider size = new Slider(Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT, Settings.SMALLEST_TEXT);
    private final Label percent = new Label();
    private final CheckBox presenter;
    private final Label folder = new Label();
    private final Label folderNext = Texts.paragraph("");

    public SettingsView(SettingsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        root.getStyleClass().add("page");
        presenter = new CheckBox(messages.say("ui.settings.presenter"));
        VBox panel = new VBox(
                section("ui.settings.theme", themes()),
                section("ui.settings.text", textSize()),
                section("ui.settings.projector", presenter()),
                section("ui.settings.folder", folder()));
        panel.getStyleClass().addAll("panel", "settings");
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), scroll);
        model.settingsProperty().addListener((property, before, now) -> show(now));
        show(model.settingsProperty().get());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        cards.get(model.settingsProperty().get().theme()).requestFocus();
    }

    private Region section(String key, Node control) {
        VBox section = new VBox(Texts.heading(messages.say(key)), control);
        section.getStyleClass().add("settings-section");
        return section;
    }

    private Node themes() {
        HBox row = new HBox(theme(Theme.LIGHT, "ui.settings.theme.light"), theme(Theme.DARK, "ui.settings.theme.dark"));
        row.getStyleClass().add("theme-cards");
        return row;
    }

    /** A small drawing of the window in those colours, as a radio button. */
    private Node theme(Theme theme, String key) {
        String name = theme.name().toLowerCase(java.util.Locale.ROOT);
        Region rail = part("preview-rail");
        VBox lines =
                new VBox(part("preview-title"), part("preview-line"), part("preview-line"), part("preview-button"));
        lines.getStyleClass().add("preview-page");
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox picture = new HBox(rail, lines);
        picture.getStyleClass().addAll("theme-preview", "preview-" + name);
        Region mark = Icon.CHECK.node("accent", "theme-mark");
        HBox words = new HBox(new Label(messages.say(key)), mark);
        words.getStyleClass().add("row");
        VBox column = new VBox(picture, words);
        column.getStyleClass().add("card-column");
        ToggleButton card = new ToggleButton();
        card.setGraphic(column);
        card.setId("theme-" + name);
        card.getStyleClass().setAll("card", "choice-card", "theme-card");
        card.setAccessibleText(messages.say(key));
        card.setToggleGroup(themes);
        card.setOnAction(event -> {
            card.setSelected(true);
            model.chooseTheme(theme);
        });
        mark.visibleProperty().bind(card.selectedProperty());
        cards.put(theme, card);
        return card;
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    private Node textSize() {
        size.setId("text-size");
        size.setAccessibleText(messages.say("ui.settings.text"));
        size.setBlockIncrement(10);
        size.setMajorTickUnit(10);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        size.valueProperty().addListener((property, before, now) -> model.chooseTextPercent(now.doubleValue()));
        HBox.setHgrow(size, Priority.ALWAYS);
        percent.setId("text-percent");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(size, percent);
        row.getStyleClass().addAll("row", "text-size-row");
        return row;
    }

    private Node presenter() {
        presenter.setId("presenter");
        presenter.getStyleClass().add("switch");
        presenter.selectedProperty().addListener((property, before, now) -> model.choosePresenter(now));
        Label words = Texts.muted(messages.say("ui.settings.presenter.text"));
        words.getStyleClass().add("option-text");
        VBox option = new VBox(presenter, words);
        option.getStyleClass().add("option");
        return option;
    }

    private Node folder() {
        folder.getStyleClass().addAll("monospace", "ellipsis");
        folder.setId("state-folder");
        String path = Printable.of(model.folderInUse().toString());
        folder.setText(path);
        folder.setTooltip(new Tooltip(path));
        folderNext.setId("state-folder-next");
        folderNext.getStyleClass().add("folder-next");
        Button change = new Button(messages.say("ui.settings.folder.change"));
        change.setId("settings-folder-change");
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(event -> askForFolder());
        HBox buttons = new HBox(change, Buttons.of(model.usualFolder()));
        buttons.getStyleClass().add("row");
        VBox column = new VBox(folder, folderNext, Texts.muted(messages.say("ui.settings.folder.text")), buttons);
        column.getStyleClass().add("lines");
        column.setAlignment(Pos.TOP_LEFT);
        return column;
    }

    private void askForFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.say("ui.settings.folder.choose"));
        File found = chooser.showDialog(root.getScene().getWindow());
        if (found != null) {
            model.chooseFolder(Optional.of(found.toPath()));
        }
    }

    private void show(Settings now) {
        themes.selectToggle(cards.get(now.theme()));
        if (!size.isValueChanging()) {
            size.setValue(now.textPercent());
        }
        percent.setText(messages.say("ui.settings.percent", now.textPercent()));
        presenter.setSelected(now.presenter());
        folderNext.setText(now.stateFolder()
                .map(path -> messages.say("ui.settings.folder.next", path))
                .orElse(messages.say("ui.settings.folder.next.usual")));
        folderNext.setVisible(model.folderWillChange());
        folderNext.setManaged(model.folderWillChange());
    }
}
