package org.doorwarden.ui.services;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;

/** The list with its search and its filters. */
final class ServiceListPane extends VBox {

    private static final int PAGE = 8;
    private static final int ROWS_BEFORE = 4;

    private final ServiceListModel model;
    private final Messages messages;
    private final TextField search = new TextField();
    private final ListView<ServiceEntry> list = new ListView<>();
    private boolean showing;

    ServiceListPane(ServicesViewModel services, Messages messages) {
        this.model = services.list();
        this.messages = messages;
        getStyleClass().add("service-list");
        list.setId("services");
        list.setAccessibleText(messages.say("ui.services.list"));
        list.setCellFactory(view -> new ServiceCell(messages, services.decisions()));
        list.setPlaceholder(nothing());
        VBox.setVgrow(list, Priority.ALWAYS);
        StackPane searchBox = searchBox();
        getChildren().addAll(searchBox, chips(), list);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!showing && now instanceof ServiceRow row) {
                model.select(row.name());
            } else if (!showing) {
                showSelected();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        // How high a row is, the list knows only when it is shown for the first time.
        list.skinProperty().addListener(change -> Platform.runLater(this::showSelected));
        model.entriesProperty().addListener((property, before, now) -> showEntries(now));
        model.selectedProperty().addListener(change -> showSelected());
        showEntries(model.entriesProperty().get());
    }

    void focusList() {
        list.requestFocus();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private StackPane searchBox() {
        search.setId("service-search");
        search.setPromptText(messages.say("ui.services.search"));
        search.setAccessibleText(messages.say("ui.services.search.accessible"));
        search.textProperty().bindBidirectional(model.searchProperty());
        // With an action of its own, Enter does not press the main button of the screen.
        search.setOnAction(event -> focusList());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                focusList();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
                move(event);
            }
        });
        Region icon = Icon.SEARCH.node();
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane box = new StackPane(search, icon);
        box.getStyleClass().add("service-search");
        return box;
    }

    private FlowPane chips() {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("service-filters");
        for (ServiceFilter filter : ServiceFilter.values()) {
            ToggleButton chip = new ToggleButton();
            chip.setId("filter-" + filter.id());
            chip.getStyleClass().add("chip");
            chip.selectedProperty().bindBidirectional(model.filterProperty(filter));
            Runnable count = () -> chip.setText(messages.say(
                    "ui.services.filter",
                    messages.say("ui.services.filter." + filter.id()),
                    model.countProperty(filter).get()));
            model.countProperty(filter).addListener(change -> count.run());
            count.run();
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private VBox nothing() {
        Label title = Texts.heading(messages.say("ui.services.empty"));
        Label text = Texts.muted(messages.say("ui.services.empty.text"));
        Button clear = new Button(messages.say("ui.services.empty.clear"));
        clear.setId("clear-filters");
        clear.setMnemonicParsing(true);
        clear.setOnAction(event -> {
            model.clear();
            focusList();
        });
        VBox nothing = new VBox(title, text, clear);
        nothing.getStyleClass().add("nothing-found");
        nothing.setAlignment(Pos.CENTER);
        return nothing;
    }

    private void move(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int steps =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    case PAGE_DOWN -> PAGE;
                    case PAGE_UP -> -PAGE;
                    case END -> model.rows().size();
                    case HOME -> -model.rows().size();
                    default -> 0;
                };
        if (steps != 0) {
            model.move(steps);
            event.consume();
        }
    }

    private void showEntries(List<ServiceEntry> entries) {
        showing = true;
        list.getItems().setAll(entries);
        showing = false;
        showSelected();
    }

    private void showSelected() {
        int at = model.selectedIndex();
        showing = true;
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at
                || list.getSelectionModel().getSelectedItems().size() != 1) {
            list.getSelectionModel().clearAndSelect(at);
        }
        list.getFocusModel().focus(at);
        if (at >= 0) {
            reveal(at);
        }
        showing = false;
    }

    /** Scrolls only where the row is not wholly seen; the head of the group comes along with its first row. */
    private void reveal(int at) {
        int first = at > 0 && list.getItems().get(at - 1) instanceof GroupHead ? at - 1 : at;
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(at);
            flow.scrollTo(first);
        } else {
            list.scrollTo(Math.max(0, first - ROWS_BEFORE));
        }
    }
}
