package org.doorwarden.ui.component;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;

/** Says what went wrong where it went wrong: what happened, what to do, a code, and all of it to copy. Gone when nothing did. */
public final class FailurePane extends HBox {

    private final Messages messages;
    private final Label what = Texts.paragraph("");
    private final Label advice = Texts.muted("");
    private final Label code = Texts.meta("");

    public FailurePane(Messages messages, ReadOnlyObjectProperty<Optional<Failure>> failure) {
        this.messages = messages;
        getStyleClass().addAll("notice", "danger");
        setId("failure");
        what.setId("failure-what");
        Button copy = new Button(messages.say("ui.failure.copy"), Icon.COPY.node());
        copy.setId("failure-copy");
        copy.getStyleClass().add("quiet");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> copy());
        VBox words = new VBox(what, advice, code);
        words.getStyleClass().add("notice-words");
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icon.FAILED.node("danger"), words, copy);
        failure.addListener((property, before, now) -> show(now));
        show(failure.get());
    }

    private void show(Optional<Failure> failure) {
        setVisible(failure.isPresent());
        setManaged(failure.isPresent());
        failure.ifPresent(shown -> {
            what.setText(messages.say(shown.what()));
            advice.setText(messages.say(shown.advice()));
            code.setText(messages.say("ui.failure.code", shown.code()));
        });
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", what.getText(), advice.getText(), code.getText()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
