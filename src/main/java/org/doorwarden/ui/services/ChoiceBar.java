package org.doorwarden.ui.services;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.TallToggle;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.services.ChoiceOption.Kind;

/** The five things to choose from in a row, why some of them are not possible, and a note. */
final class ChoiceBar extends VBox {

    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass RECOMMENDED = PseudoClass.getPseudoClass("recommended");
    private static final double NOTE_SHARE = 0.45;
    private static final double[] WIDTHS = {17, 18, 24, 21, 20};

    private final ServicesViewModel model;
    private final Messages messages;
    private final Map<Kind, Segment> segments = new EnumMap<>(Kind.class);
    private final Label refused = Texts.meta("");
    private final Tooltip refusedWhole = new Tooltip();
    private final TextField note = new TextField();

    ChoiceBar(ServicesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("choice-bar");
        GridPane row = new GridPane();
        row.getStyleClass().add("segments");
        for (Kind kind : Kind.values()) {
            Segment segment = new Segment(kind);
            segments.put(kind, segment);
            row.add(segment.button, kind.ordinal(), 0);
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(WIDTHS[kind.ordinal()]);
            row.getColumnConstraints().add(column);
        }
        refused.setId("choice-refused");
        refused.setWrapText(true);
        refused.setTooltip(refusedWhole);
        refused.getStyleClass().add("choice-refused");
        note.setId("choice-note");
        note.setPromptText(messages.say("ui.services.note"));
        note.setAccessibleText(messages.say("ui.services.note.accessible"));
        note.textProperty().bindBidirectional(model.noteProperty());
        note.setOnAction(event -> leaveNote());
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leaveNote();
                event.consume();
            }
        });
        HBox.setHgrow(refused, Priority.ALWAYS);
        HBox below = new HBox(refused, note);
        below.getStyleClass().add("choice-below");
        below.setAlignment(Pos.CENTER_LEFT);
        refused.setMinWidth(0);
        refused.setPrefWidth(0);
        refused.setMaxWidth(Double.MAX_VALUE);
        note.setMinWidth(0);
        note.prefWidthProperty().bind(below.widthProperty().multiply(NOTE_SHARE));
        getChildren().addAll(row, below);
        model.chosenProperty().addListener(change -> showChosen());
        follow(model.restrict().openProperty(), Kind.RESTRICT);
        follow(model.uninstall().openProperty(), Kind.UNINSTALL);
        showChosen();
    }

    void show(ServiceDetail detail) {
        detail.options().forEach(option -> segments.get(option.kind()).show(option));
        refused.setText(String.join(" ", detail.refused()));
        refusedWhole.setText(String.join("\n", detail.refused()));
        showChosen();
    }

    /** What a form is about stands out while it is open; the keyboard comes back from it to here. */
    private void follow(ReadOnlyBooleanProperty open, Kind kind) {
        open.addListener((property, before, now) -> {
            showChosen();
            if (!now && isFormFocused()) {
                segments.get(kind).button.requestFocus();
            }
        });
    }

    /** Whether the keyboard is in a form, or was in one that has just gone. */
    private boolean isFormFocused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && !owner.getStyleClass().contains("form")) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    /** The keyboard goes back to what was chosen. */
    private void leaveNote() {
        segments.values().stream()
                .filter(segment -> segment.button.isSelected())
                .findFirst()
                .ifPresent(segment -> segment.button.requestFocus());
    }

    private void showChosen() {
        Optional<Action> chosen = model.chosenProperty().get();
        Optional<Action> open = model.restrict().openProperty().get()
                ? Optional.of(Action.RESTRICT)
                : model.uninstall().openProperty().get() ? Optional.of(Action.UNINSTALL) : chosen;
        segments.values()
                .forEach(segment -> segment.button.setSelected(open.equals(Optional.ofNullable(segment.action))));
        note.setDisable(chosen.isEmpty());
    }

    /** One of the five. */
    private final class Segment {

        private final Label name = new Label();
        private final Label text = Texts.meta("");
        private final ToggleButton button = new TallToggle(new VBox(name, text), Pos.TOP_CENTER);
        private Action action;

        Segment(Kind kind) {
            button.setId("choose-" + kind.id());
            button.getStyleClass().setAll("segment");
            button.pseudoClassStateChanged(FIRST, kind == Kind.KEEP);
            button.pseudoClassStateChanged(LAST, kind == Kind.UNINSTALL);
            button.setMinWidth(0);
            name.getStyleClass().add("segment-name");
            text.getStyleClass().add("segment-text");
            name.setWrapText(true);
            text.setWrapText(true);
            for (Label each : List.of(name, text)) {
                each.setMinHeight(Label.USE_PREF_SIZE);
                each.setMaxWidth(Double.MAX_VALUE);
            }
            button.setOnAction(event -> {
                model.choose(action);
                showChosen();
            });
        }

        void show(ChoiceOption option) {
            action = option.action();
            name.setText(option.name());
            text.setText(option.text());
            button.setDisable(!option.possible());
            button.pseudoClassStateChanged(RECOMMENDED, option.recommended());
            button.setAccessibleText(messages.say("ui.services.option.accessible", option.name(), option.text()));
        }
    }
}
