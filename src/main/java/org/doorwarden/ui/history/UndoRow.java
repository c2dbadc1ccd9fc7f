package org.doorwarden.ui.history;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.model.Direction;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.history.UndoModel.Phase;
import org.doorwarden.ui.history.UndoStep.Progress;

/** One step of an undo; where somebody else changed the value since, with the question what to do about that. */
final class UndoRow extends HBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final UndoStep step;
    private final Messages messages;
    private final Label remark = Texts.muted("");
    private final StackPane mark = new StackPane();

    UndoRow(UndoStep step, int number, ObservableValue<Phase> phase, Messages messages) {
        this.step = step;
        this.messages = messages;
        getStyleClass().add("undo-row");
        Label position = new Label(String.valueOf(number));
        mark.getChildren().addAll(position, Icon.CHECK.node("mark-done"), Icon.FAILED.node("danger", "mark-failed"));
        mark.getStyleClass().add("undo-mark");
        Label what =
                Texts.paragraph(new ChangeWords(messages).step(step.change().past(), step.direction()));
        what.setId("undo-step-" + step.change().id());
        VBox lines = new VBox(what, remark);
        lines.getStyleClass().add("undo-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        if (step.change().isConflict()) {
            Node question = question();
            question.disableProperty()
                    .bind(Bindings.createBooleanBinding(() -> phase.getValue() == Phase.WORKING, phase));
            lines.getChildren().add(question);
        }
        getChildren().addAll(mark, lines);
        step.progressProperty().addListener(change -> show());
        step.remarkProperty().addListener(change -> show());
        show();
    }

    private Region question() {
        ToggleGroup answers = new ToggleGroup();
        RadioButton leave = answer("keep-", messages.say("ui.history.conflict.keep", now()), answers);
        RadioButton restore = answer(
                "overwrite-",
                messages.say(
                        "ui.history.conflict.overwrite",
                        value(step.change().past().before())),
                answers);
        answers.selectToggle(step.overwriteProperty().get() ? restore : leave);
        restore.selectedProperty()
                .addListener(
                        (property, before, selected) -> step.overwriteProperty().set(selected));
        Label text = Texts.paragraph(messages.say(
                "ui.history.conflict",
                value(step.change().past().before()),
                value(step.change().past().set()),
                now()));
        VBox box = new VBox(text, leave, restore);
        box.getStyleClass().addAll("conflict", "tight");
        return box;
    }

    private RadioButton answer(String prefix, String text, ToggleGroup answers) {
        RadioButton answer = new RadioButton(text);
        answer.setMnemonicParsing(false);
        answer.setWrapText(true);
        answer.setId(prefix + step.change().id());
        answer.setToggleGroup(answers);
        return answer;
    }

    private String now() {
        return value(step.change().now().orElseThrow());
    }

    private String value(ChangeValue value) {
        return messages.say(value.words());
    }

    private void show() {
        Progress progress = step.progressProperty().get();
        mark.pseudoClassStateChanged(CURRENT, progress == Progress.WORKING);
        mark.pseudoClassStateChanged(DONE, progress == Progress.DONE);
        mark.pseudoClassStateChanged(FAILED, progress == Progress.FAILED);
        String words = step.remarkProperty().get().map(messages::say).orElseGet(this::outlook);
        remark.setText(words);
        remark.setVisible(!words.isEmpty());
        remark.setManaged(!words.isEmpty());
    }

    /** What is to be expected of a step that has not begun. */
    private String outlook() {
        if (step.change().isAsBefore()) {
            return messages.say("ui.history.already");
        }
        boolean installs = step.direction() == Direction.UNDO
                && step.change().past().change().kind() == Change.Kind.SET_WINDOWS_FEATURE
                && step.progressProperty().get() == Progress.WAITING;
        return installs ? messages.say("ui.history.installs") : "";
    }
}
