package org.doorwarden.ui.result;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.doorwarden.model.ChangeState;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Columns;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.component.TwoLines;

/** The changes of the run: before, set, and what the server says now. */
final class ResultTable extends TableView<ResultRow> {

    private final Messages messages;

    ResultTable(ResultViewModel model, Messages messages) {
        super(model.rows());
        this.messages = messages;
        setId("result-table");
        setAccessibleText(messages.say("ui.result.table"));
        setPlaceholder(Texts.muted(messages.say("ui.result.empty")));
        new Columns<>(this)
                .add(messages.say("ui.result.column.service"), 0, this::service, this::serviceWords)
                .add(messages.say("ui.result.column.before"), 7.7, 0.16, row -> value(row.before()), ResultRow::before)
                .add(messages.say("ui.result.column.set"), 5.6, 0.13, row -> value(row.set()), ResultRow::set)
                .add(messages.say("ui.result.column.now"), 6.1, 0.13, ResultTable::now, ResultRow::now)
                .add(messages.say("ui.result.column.outcome"), 9.2, this::outcome, this::outcomeWords);
    }

    private Node service(ResultRow row) {
        TwoLines lines = new TwoLines(
                row.title(),
                row.problem()
                        .map(problem -> messages.say("ui.result.what.problem", row.about(), problem))
                        .orElse(row.about()));
        lines.getStyleClass().add("named");
        return lines;
    }

    private static Label value(String text) {
        Label label = TwoLines.whole(new Label(text));
        label.getStyleClass().addAll("value", "was");
        return label;
    }

    private static Label now(ResultRow row) {
        Label label = TwoLines.whole(new Label(row.now()));
        label.getStyleClass().addAll("value", "becomes");
        return label;
    }

    private Node outcome(ResultRow row) {
        Badge badge = new Badge(state(row), tone(row.state()));
        badge.setMinWidth(0);
        badge.setTooltip(new Tooltip(outcomeWords(row)));
        return badge;
    }

    private static Badge.Tone tone(ChangeState state) {
        return switch (state) {
            case APPLIED -> Badge.Tone.SUCCESS;
            case PLANNED, UNDONE -> Badge.Tone.QUIET;
            case BEGUN, UNDO_BEGUN -> Badge.Tone.WARNING;
            case RESIDUE -> Badge.Tone.DANGER;
        };
    }

    private String state(ResultRow row) {
        return row.state() == ChangeState.RESIDUE
                ? messages.say("ui.result.not.brought.back")
                : messages.say("change.state." + row.state().id());
    }

    private String serviceWords(ResultRow row) {
        return messages.say("ui.result.row.words", row.title(), row.about());
    }

    private String outcomeWords(ResultRow row) {
        return row.problem()
                .map(problem -> messages.say("ui.result.row.words", state(row), problem))
                .orElseGet(() -> state(row));
    }
}
