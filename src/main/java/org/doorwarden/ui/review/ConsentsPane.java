package org.doorwarden.ui.review;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Texts;

/** Asks for what has to be agreed to by itself; gone where nothing has. */
final class ConsentsPane extends VBox {

    private final Consents consents;
    private final Messages messages;

    ConsentsPane(Consents consents, Messages messages) {
        this.consents = consents;
        this.messages = messages;
        getStyleClass().add("alerts");
        setMinHeight(USE_PREF_SIZE);
        Notice uninstall = uninstall();
        Notice session = session();
        getChildren().addAll(uninstall, session);
        visibleProperty().bind(uninstall.visibleProperty().or(session.visibleProperty()));
        managedProperty().bind(visibleProperty());
    }

    private Notice uninstall() {
        Label what = Texts.heading("");
        what.setId("consent-uninstall-what");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        CheckBox box = new CheckBox(messages.say("ui.review.uninstall.agree"));
        box.setId("consent-uninstall");
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(consents.uninstallProperty());
        Notice notice = new Notice(Notice.Kind.WARNING, what, box);
        notice.visibleProperty().bind(Bindings.isNotEmpty(consents.uninstalled()));
        notice.managedProperty().bind(notice.visibleProperty());
        consents.uninstalled().addListener((ListChangeListener<String>) change -> show(what));
        show(what);
        return notice;
    }

    private void show(Label what) {
        what.setText(messages.say(
                "ui.review.uninstall.what", consents.uninstalled().size(), String.join(", ", consents.uninstalled())));
    }

    private Notice session() {
        Label ask = Texts.paragraph("");
        ask.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.say(
                                "ui.review.session.ask",
                                consents.computerProperty().get()),
                        consents.computerProperty()));
        TextField word = new TextField();
        word.setId("consent-session");
        word.accessibleTextProperty().bind(ask.textProperty());
        word.promptTextProperty().bind(consents.computerProperty());
        word.textProperty().bindBidirectional(consents.wordProperty());
        word.setPrefColumnCount(14);
        word.setMinWidth(USE_PREF_SIZE);
        ask.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(ask, Priority.ALWAYS);
        HBox line = new HBox(ask, word);
        line.getStyleClass().add("row");
        Notice notice = new Notice(Notice.Kind.DANGER, Texts.heading(messages.say("ui.review.session")), line);
        notice.visibleProperty().bind(consents.sessionProperty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }
}
