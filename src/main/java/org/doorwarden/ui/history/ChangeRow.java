package org.doorwarden.ui.history;

import java.util.stream.DoubleStream;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.ChangeState;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Texts;

/** One change of a run: what was before, what was set, what is now. */
final class ChangeRow extends GridPane {

    private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");
    private static final double[] WIDTHS = {34, 17.5, 17.5, 17.5, 13.5};

    private final ChangeItem item;
    private final boolean tickable;
    private final Messages messages;

    /** @param tickable whether parts of its run can be undone */
    ChangeRow(ChangeItem item, boolean tickable, Messages messages) {
        this.item = item;
        this.tickable = tickable;
        this.messages = messages;
        getStyleClass().add("change-row");
        columns(this);
        add(name(), 0, 0);
        add(value(item.past().before()), 1, 0);
        add(value(item.past().set()), 2, 0);
        add(now(), 3, 0);
        add(state(), 4, 0);
        getChildren().forEach(cell -> setValignment(cell, VPos.TOP));
        remark();
    }

    /** What stands above the columns. */
    static final class Header extends GridPane {

        Header(Messages messages) {
            getStyleClass().addAll("change-row", "change-header");
            columns(this);
            add(head(messages.say("ui.history.column.change")), 0, 0);
            add(head(messages.say("ui.history.column.before")), 1, 0);
            add(head(messages.say("ui.history.column.set")), 2, 0);
            add(head(messages.say("ui.history.column.now")), 3, 0);
            add(head(messages.say("ui.history.column.state")), 4, 0);
        }

        private static Label head(String text) {
            Label label = new Label(text);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            return label;
        }
    }

    private static void columns(GridPane grid) {
        DoubleStream.of(WIDTHS).forEach(width -> {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
        });
    }

    /** The service, or what of it is set, to be ticked while there is something to undo. */
    private Node name() {
        String displayName = Printable.of(item.past().displayName());
        boolean setting = item.past().change() instanceof Change.SetSetting;
        String title = setting ? kind() : displayName;
        Labeled name;
        if (item.isUndoable() && tickable) {
            CheckBox box = new CheckBox(title);
            box.setId("change-" + item.id());
            box.selectedProperty().bindBidirectional(item.selected());
            box.setAccessibleText(messages.say(
                    "ui.history.change.accessible",
                    displayName,
                    kind(),
                    word(item.past().before()),
                    word(item.past().set()),
                    nowWord(),
                    stateWord()));
            name = box;
        } else {
            name = Texts.heading(title);
            name.getStyleClass().add("change-indent");
        }
        name.setMnemonicParsing(false);
        name.setWrapText(true);
        name.getStyleClass().add("change-name");
        Label what = Texts.meta(
                setting
                        ? displayName
                        : messages.say(
                                "ui.history.change.of", item.past().change().service(), kind()));
        what.getStyleClass().add("change-indent");
        what.setTooltip(new Tooltip(what.getText()));
        return new VBox(name, what);
    }

    private String kind() {
        return item.past().change() instanceof Change.SetSetting set
                ? messages.title(SettingWords.subject(set.setting()))
                : messages.say("change.kind." + item.past().change().kind().id());
    }

    private Label value(ChangeValue value) {
        return Texts.paragraph(word(value));
    }

    private Label now() {
        Label label = Texts.paragraph(nowWord());
        label.getStyleClass().add("change-now");
        label.pseudoClassStateChanged(ATTENTION, item.isUndoable() && item.isConflict());
        return label;
    }

    private Label state() {
        Label label = Texts.paragraph(stateWord());
        label.getStyleClass()
                .addAll("change-state", "change-" + item.past().state().id());
        return label;
    }

    /** Below the rest: why it could not be brought back, or that somebody else changed it since. */
    private void remark() {
        if (item.problem().isPresent()) {
            remark(messages.say(item.problem().get()), "danger-text");
        } else if (item.past().state() == ChangeState.RESIDUE && !item.isConflict()) {
            remark(messages.say("ui.history.residue.before"), "danger-text");
        } else if (item.isUndoable() && item.isConflict()) {
            remark(messages.say("ui.history.conflict.short"), "warning-text");
        }
    }

    private void remark(String text, String style) {
        Label label = Texts.paragraph(text);
        label.getStyleClass().addAll("change-indent", "change-remark", style);
        add(label, 0, 1, WIDTHS.length, 1);
    }

    private String word(ChangeValue value) {
        return messages.say(value.words());
    }

    private String nowWord() {
        return item.now().map(this::word).orElse(messages.say("ui.history.now.unknown"));
    }

    private String stateWord() {
        return messages.say("ui.history.state." + item.past().state().id());
    }
}
