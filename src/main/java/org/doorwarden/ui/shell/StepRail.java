package org.doorwarden.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Icon;

/** The steps at the left: which are done, which one is shown, which can be gone to. */
final class StepRail extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final ShellViewModel model;
    private final Messages messages;
    private final Map<StepId, Button> steps = new EnumMap<>(StepId.class);
    private final Map<StepId, Label> numbers = new EnumMap<>(StepId.class);
    private final Map<StepId, Region> checks = new EnumMap<>(StepId.class);
    private final Button catalogue;
    private final Button history;
    private final Button settings;

    StepRail(ShellViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("rail");
        HBox brand = new HBox(Icon.DOORWAY.node("brand-icon"), new Label(messages.say("ui.brand")));
        brand.getStyleClass().add("brand");
        getChildren().add(brand);
        for (StepId step : StepId.values()) {
            getChildren().add(button(step));
        }
        Region space = new Region();
        setVgrow(space, Priority.ALWAYS);
        catalogue = entry(
                "open-catalogue", "ui.rail.catalogue", Icon.CATALOGUE, () -> model.openCatalogue(Optional.empty()));
        history = entry("open-history", "ui.rail.history", Icon.HISTORY, () -> model.openHistory(Optional.empty()));
        settings = entry("open-settings", "ui.rail.settings", Icon.SETTINGS, model::openSettings);
        getChildren().addAll(space, catalogue, history, settings);
    }

    private Button button(StepId step) {
        Label number = new Label(String.valueOf(step.ordinal() + 1));
        Region check = Icon.CHECK.node("step-check");
        StackPane mark = new StackPane(number, check);
        mark.getStyleClass().add("step-mark");
        Button button = new Button(messages.say("ui.step." + step.id()), mark);
        button.setId("step-" + step.id());
        button.getStyleClass().add("step");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setWrapText(true);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> model.go(step));
        steps.put(step, button);
        numbers.put(step, number);
        checks.put(step, check);
        return button;
    }

    private Button entry(String id, String key, Icon icon, Runnable action) {
        Button button = new Button(messages.say(key), icon.node());
        button.setId(id);
        button.getStyleClass().add("rail-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setWrapText(true);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Shows how things stand now. */
    void refresh() {
        StepModel shown = model.currentProperty().get();
        boolean busy = shown != null && shown.busyProperty().get();
        steps.forEach((step, button) -> {
            boolean current = shown == model.step(step);
            boolean done = model.isDone(step) && !current;
            button.pseudoClassStateChanged(CURRENT, current);
            button.pseudoClassStateChanged(DONE, done);
            button.setDisable(!current && !model.isReachable(step));
            numbers.get(step).setVisible(!done);
            checks.get(step).setVisible(done);
            button.setAccessibleText(messages.say(
                    current ? "ui.step.current" : done ? "ui.step.done" : "ui.step.other",
                    step.ordinal() + 1,
                    messages.say("ui.step." + step.id())));
        });
        catalogue.pseudoClassStateChanged(CURRENT, shown == model.catalogue());
        history.pseudoClassStateChanged(CURRENT, shown == model.history());
        settings.pseudoClassStateChanged(CURRENT, shown == model.settings());
        catalogue.setDisable(busy);
        history.setDisable(busy);
        settings.setDisable(busy);
    }
}
