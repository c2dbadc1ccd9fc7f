package org.doorwarden.ui.apply;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.component.TwoLines;

/** A line of the log: an icon, what was done, and what the server said then. */
final class LogCell extends ListCell<LogLine> {

    private final Messages messages;

    LogCell(Messages messages) {
        this.messages = messages;
        setPrefWidth(0);
        getStyleClass().add("log-cell");
    }

    @Override
    protected void updateItem(LogLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        StackPane mark = new StackPane(mark(line.kind()));
        mark.getStyleClass().add("log-mark");
        Label text = TwoLines.whole(new Label(line.text()));
        text.getStyleClass().add("log-text");
        Label detail = TwoLines.whole(Texts.meta(line.detail()));
        detail.getStyleClass().add("log-detail");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(mark, text, space, detail);
        row.getStyleClass().addAll("log-line", "log-" + line.kind().id());
        setGraphic(row);
        setAccessibleText(messages.say(
                "ui.apply.line.words",
                messages.say("ui.apply.kind." + line.kind().id()),
                line.text(),
                line.detail()));
    }

    private static Region mark(LogLine.Kind kind) {
        return switch (kind) {
            case NOTE -> Icon.INFORMATION.node("accent");
            case WORKING -> new ProgressIndicator();
            case DONE -> Icon.CHECK.node("success");
            case FAILED -> Icon.FAILED.node("danger");
            case UNDONE -> Icon.UNDO.node("warning");
        };
    }
}
