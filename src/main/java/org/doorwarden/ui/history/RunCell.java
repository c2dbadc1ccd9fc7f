package org.doorwarden.ui.history;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.apply.PastRun;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Texts;

/** A run in the list: when, by whom, where, how much, and what came of it. */
final class RunCell extends ListCell<HistoryItem> {

    private final RunWords words;
    private final Messages messages;
    private final Label when = Texts.heading("");
    private final Label about = Texts.meta("");
    private final Badge outcome = new Badge();
    private final Tooltip whole = new Tooltip();
    private final VBox lines;

    RunCell(RunWords words, Messages messages) {
        this.words = words;
        this.messages = messages;
        when.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(when, Priority.ALWAYS);
        HBox first = new HBox(when, outcome);
        first.getStyleClass().add("row");
        first.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(first, about);
        lines.getStyleClass().add("run-cell");
        // As wide as the list and no wider, whatever a server is called.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(HistoryItem item, boolean none) {
        super.updateItem(item, none);
        setGraphic(none || item == null ? null : lines);
        setTooltip(none || item == null ? null : whole);
        if (none || item == null) {
            setAccessibleText(null);
        } else if (item instanceof HistoryItem.Damaged damaged) {
            show(
                    messages.say("ui.history.damaged.short"),
                    words.say(damaged.what()),
                    messages.say("ui.history.outcome.damaged"),
                    Badge.Tone.DANGER);
        } else if (item instanceof HistoryItem.Past past) {
            PastRun run = past.run();
            show(words.when(run), words.about(run), words.outcome(run), RunWords.tone(run.outcome()));
        }
    }

    private void show(String first, String second, String badge, Badge.Tone tone) {
        when.setText(first);
        about.setText(second);
        outcome.show(badge, tone);
        whole.setText(first + "\n" + second);
        setAccessibleText(first + ", " + badge + ". " + second);
    }
}
