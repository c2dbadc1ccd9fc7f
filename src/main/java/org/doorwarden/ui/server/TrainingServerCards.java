package org.doorwarden.ui.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.ChoiceCard;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.TallToggle;
import org.doorwarden.ui.component.Texts;

/** The training servers in the place of one card: the card of one of them, and below it which one. */
final class TrainingServerCards extends VBox {

    private final ServerViewModel model;
    private final Map<String, TallToggle> cards = new LinkedHashMap<>();
    private final ComboBox<String> which = new ComboBox<>();

    TrainingServerCards(ServerViewModel model, Messages messages, ToggleGroup group) {
        this.model = model;
        getStyleClass().add("lines");
        for (LabDefinition lab : model.trainingServers()) {
            TallToggle card = card(lab, messages);
            card.setToggleGroup(group);
            cards.put(lab.name(), card);
        }
        getChildren().addAll(cards.values());
        if (cards.size() > 1) {
            which.setId("training-server");
            which.setAccessibleText(messages.say("ui.server.training.which"));
            which.getItems().addAll(cards.keySet());
            which.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(which);
        }
        which.setValue(model.trainingServers().get(0).name());
        which.valueProperty().addListener((property, before, now) -> choose(now));
        showOnly(which.getValue());
    }

    /** Shows the card of the training server that was chosen, if it was one. */
    void show(Optional<ServerAddress> chosen) {
        if (chosen.isPresent() && chosen.get() instanceof ServerAddress.Lab lab && cards.containsKey(lab.name())) {
            which.setValue(lab.name());
            showOnly(lab.name());
        }
    }

    private void choose(String name) {
        showOnly(name);
        ServerAddress address = new ServerAddress.Lab(name);
        if (!model.chosenProperty().get().equals(Optional.of(address))) {
            model.choose(address);
        }
    }

    private void showOnly(String name) {
        cards.forEach((each, card) -> {
            card.setVisible(each.equals(name));
            card.setManaged(each.equals(name));
        });
    }

    private TallToggle card(LabDefinition lab, Messages messages) {
        ServerAddress address = new ServerAddress.Lab(lab.name());
        TallToggle card = ChoiceCard.of(
                "server-lab-" + lab.name(),
                Icon.TRAINING,
                messages.say("ui.server.training"),
                messages.say("ui.server.training.text", lab.description()));
        card.add(Texts.meta(Printable.of(lab.operatingSystem())));
        card.setUserData(address);
        card.setOnAction(event -> model.choose(address));
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }
}
