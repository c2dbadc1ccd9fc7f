package org.doorwarden.ui.services;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.BulletList;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.services.ServiceDetail.ReasonWords;

/** What is recommended, why, who says so, and what else could be done. */
final class AdvicePane extends VBox {

    private final Messages messages;

    AdvicePane(Messages messages) {
        this.messages = messages;
        getStyleClass().add("advice");
    }

    void show(ServiceDetail detail) {
        getChildren().setAll(part(detail.recommendation()));
        for (ReasonWords reason : detail.reasons()) {
            Label source = Texts.meta(reason.source());
            source.setWrapText(true);
            source.setMinHeight(Label.USE_PREF_SIZE);
            VBox words = new VBox(Texts.paragraph(reason.text()), source);
            words.getStyleClass().add("reason");
            getChildren().add(words);
        }
        if (!detail.alternatives().isEmpty()) {
            BulletList alternatives = new BulletList();
            detail.alternatives().forEach(each -> alternatives.add(Printable.of(each), false));
            getChildren().addAll(part(messages.say("ui.services.alternatives")), alternatives);
        }
        detail.removal()
                .ifPresent(text -> getChildren()
                        .addAll(part(messages.say("ui.services.removal")), Texts.paragraph(Printable.of(text))));
    }

    private static Label part(String text) {
        Label heading = Texts.heading(text);
        heading.getStyleClass().addAll("part-heading", "advice-part");
        heading.setWrapText(true);
        return heading;
    }
}
