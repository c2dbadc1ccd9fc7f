package org.doorwarden.ui.catalogue;

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

/** The entries with their search, the kinds to narrow them down to, and how many were found. */
final class EntryListPane extends VBox {

    private final EntryListModel model;
    private final Messages messages;
    private final SearchBox search;
    private final ChosenList<CatalogueLine> list;
    private final FlowPane chips = new FlowPane();
    private final VBox nothing;

    EntryListPane(EntryListModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("service-list");
        list = new ChosenList<>(
                "entries", messages.say("ui.catalogue.list"), EntryHead.class::isInstance, this::choose, model::move);
        list.setCellFactory(view -> new EntryCell(messages));
        nothing = nothing();
        VBox.setVgrow(list, Priority.ALWAYS);
        search = new SearchBox(
                "entry-search",
                messages.say("ui.catalogue.search"),
                messages.say("ui.catalogue.search.accessible"),
                model.searchProperty(),
                list);
        chips.getStyleClass().add("entry-kinds");
        Label found = Texts.meta("");
        found.setId("entries-found");
        found.getStyleClass().add("entries-found");
        found.setWrapText(true);
        found.setMinHeight(Label.USE_PREF_SIZE);
        found.setMaxWidth(Double.MAX_VALUE);
        found.textProperty().bind(model.foundProperty());
        getChildren().addAll(search, chips, found, list);
        model.indexProperty().addListener(change -> showKinds());
        model.linesProperty().addListener((property, before, now) -> list.show(now, model.selectedIndex()));
        model.selectedProperty().addListener(change -> list.show(model.selectedIndex()));
        showKinds();
        list.show(model.linesProperty().get(), model.selectedIndex());
    }

    void focusList() {
        list.requestFocus();
    }

    void focusSearch() {
        search.begin();
    }

    private void choose(CatalogueLine line) {
        if (line instanceof EntryRow row) {
            model.select(row.name());
        }
    }

    /** There are kinds, and something to be missed in the list, as soon as the catalogue is read. */
    private void showKinds() {
        chips.getChildren().clear();
        list.setPlaceholder(model.indexProperty().get().isPresent() ? nothing : new Label());
        model.indexProperty().get().ifPresent(index -> {
            for (EntryKind kind : EntryKind.values()) {
                if (index.count(kind) > 0) {
                    ToggleButton chip = new ToggleButton(messages.say(
                            "ui.services.filter", messages.say("ui.catalogue.chip." + kind.id()), index.count(kind)));
                    chip.setId("kind-" + kind.id());
                    chip.getStyleClass().add("chip");
                    chip.selectedProperty().bindBidirectional(model.kindProperty(kind));
                    chips.getChildren().add(chip);
                }
            }
        });
    }

    private VBox nothing() {
        Label title = Texts.heading(messages.say("ui.catalogue.nothing"));
        title.setWrapText(true);
        Label text = Texts.muted("");
        text.setId("nothing-found");
        text.textProperty().bind(model.nothingProperty());
        Button clear = new Button(messages.say("ui.catalogue.nothing.clear"));
        clear.setId("clear-search");
        clear.setMnemonicParsing(true);
        clear.setOnAction(event -> {
            model.clear();
            focusSearch();
        });
        VBox box = new VBox(title, text, clear);
        box.getStyleClass().add("nothing-found");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
