package org.doorwarden.ui.review;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Columns;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.component.TwoLines;
import org.doorwarden.ui.review.ReviewRow.Mark;
import org.doorwarden.ui.review.ReviewRow.Value;

/** The services that would be changed, as they are and as they would be. */
final class ReviewTable extends TableView<ReviewRow> {

    private static final double VALUE_SHARE = 0.13;

    private final ReviewViewModel model;
    private final Messages messages;

    ReviewTable(ReviewViewModel model, Messages messages) {
        super(model.rows());
        this.model = model;
        this.messages = messages;
        setId("review-table");
        setAccessibleText(messages.say("ui.review.table"));
        setPlaceholder(Texts.muted(messages.say("ui.review.empty")));
        new Columns<>(this)
                .add(messages.say("ui.review.column.number"), 4.2, this::numbers, ReviewRow::numbers)
                .add(messages.say("ui.review.column.service"), 0, this::service, this::serviceWords)
                .add(messages.say("ui.review.column.before"), 7.9, VALUE_SHARE, this::before, this::beforeWords)
                .add(messages.say("ui.review.column.after"), 7.9, VALUE_SHARE, this::after, this::afterWords)
                .add(
                        messages.say("ui.review.column.edit"),
                        5.6,
                        this::editButton,
                        row -> messages.say("ui.review.edit.accessible", row.title()));
        // A filter, so that Enter is never taken for the button that applies the plan.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            ReviewRow chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                if (chosen != null) {
                    model.edit(chosen.service());
                }
            }
        });
        setRowFactory(table -> row());
    }

    private TableRow<ReviewRow> row() {
        TableRow<ReviewRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                model.edit(row.getItem().service());
            }
        });
        return row;
    }

    private Node numbers(ReviewRow row) {
        Label label = TwoLines.whole(Texts.meta(row.numbers()));
        label.getStyleClass().add("review-number");
        return label;
    }

    private Node service(ReviewRow row) {
        TwoLines lines = new TwoLines(row.title(), row.meta());
        lines.getStyleClass().add("named");
        if (row.marks().contains(Mark.DEPENDENT)) {
            lines.beside(new Badge(messages.say("ui.review.dependent"), Badge.Tone.QUIET));
        }
        if (row.marks().contains(Mark.SESSION)) {
            lines.below(new Badge(messages.say("ui.review.your.session"), Badge.Tone.DANGER));
        } else if (row.marks().contains(Mark.REMOTE)) {
            lines.beside(new Badge(messages.say("ui.review.remote"), Badge.Tone.DANGER));
        }
        if (row.marks().contains(Mark.UNINSTALL)) {
            lines.below(new Badge(messages.say("ui.review.uninstalls"), Badge.Tone.WARNING));
        }
        return lines;
    }

    private Node before(ReviewRow row) {
        return values(
                row.values().stream().map(each -> value(each.before(), "was")).toList());
    }

    private Node after(ReviewRow row) {
        return values(row.values().stream()
                .map(each -> value(each.after(), each.changes() ? "becomes" : "stays"))
                .toList());
    }

    private static Node values(List<Label> values) {
        VBox lines = new VBox();
        lines.getChildren().addAll(values);
        lines.getStyleClass().add("two-lines");
        return lines;
    }

    private static Label value(String text, String styleClass) {
        Label label = TwoLines.whole(new Label(text));
        label.getStyleClass().addAll("value", styleClass);
        return label;
    }

    private Node editButton(ReviewRow row) {
        Button button = new Button(messages.say("ui.review.edit"));
        button.getStyleClass().add("quiet");
        button.setFocusTraversable(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(messages.say("ui.review.edit.accessible", row.title()));
        button.setOnAction(event -> model.edit(row.service()));
        return button;
    }

    private String serviceWords(ReviewRow row) {
        return messages.say("ui.review.row.words", row.title(), row.meta());
    }

    private String beforeWords(ReviewRow row) {
        return words(row, Value::before);
    }

    private String afterWords(ReviewRow row) {
        return words(
                row, value -> value.changes() ? value.after() : messages.say("ui.review.unchanged", value.after()));
    }

    private String words(ReviewRow row, Function<Value, String> word) {
        List<String> words = row.values().stream().map(word).toList();
        return words.size() == 2 ? messages.say("ui.review.value.words", words.get(0), words.get(1)) : words.get(0);
    }
}
