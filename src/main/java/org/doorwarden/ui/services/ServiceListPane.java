package org.doorwarden.ui.services;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.ChosenList;
import org.doorwarden.ui.component.SearchBox;
import org.doorwarden.ui.component.Texts;

/** The list with its search and its filters. */
final class ServiceListPane extends VBox {

    private final ServiceListModel model;
    private final Messages messages;
    private final SearchBox search;
    private final ChosenList<ServiceEntry> list;

    ServiceListPane(ServicesViewModel services, Messages messages) {
        this.model = services.list();
        this.messages = messages;
        getStyleClass().add("service-list");
        list = new ChosenList<>(
                "services", messages.say("ui.services.list"), GroupHead.class::isInstance, this::choose, model::move);
        list.setCellFactory(view -> new ServiceCell(messages, services.decisions()));
        list.setPlaceholder(nothing());
        VBox.setVgrow(list, Priority.ALWAYS);
        search = new SearchBox(
                "service-search",
                messages.say("ui.services.search"),
                messages.say("ui.services.search.accessible"),
                model.searchProperty(),
                list);
        getChildren().addAll(search, chips(), list);
        model.entriesProperty().addListener((property, before, now) -> list.show(now, model.selectedIndex()));
        model.selectedProperty().addListener(change -> list.show(model.selectedIndex()));
        list.show(model.entriesProperty().get(), model.selectedIndex());
    }

    void focusList() {
        list.requestFocus();
    }

    void focusSearch() {
        search.begin();
    }

    private void choose(ServiceEntry entry) {
        if (entry instanceof ServiceRow row) {
            model.select(row.name());
        }
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
}
