package org.doorwarden.ui.services;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.BulletList;
import org.doorwarden.ui.component.Part;
import org.doorwarden.ui.component.SideBySide;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.knowledge.CitedText;
import org.doorwarden.ui.knowledge.KnownWords;

/** What is recommended, why, who says so; who may miss the service; and what else could be done. */
final class AdvicePane extends VBox {

    private final Messages messages;

    AdvicePane(Messages messages) {
        this.messages = messages;
        getStyleClass().add("service-advice");
    }

    void show(ServiceDetail detail) {
        Part recommendation = new Part(detail.recommendation());
        detail.reasons().forEach(reason -> recommendation.getChildren().add(new CitedText(reason)));
        getChildren().setAll(recommendation);
        detail.known().ifPresent(known -> getChildren().add(use(known)));
        if (!detail.alternatives().isEmpty()) {
            BulletList alternatives = new BulletList();
            detail.alternatives().forEach(each -> alternatives.add(Printable.of(each), false));
            getChildren().add(new Part(messages.say("ui.services.alternatives"), alternatives));
        }
        detail.removal()
                .ifPresent(text -> getChildren()
                        .add(new Part(messages.say("ui.services.removal"), Texts.paragraph(Printable.of(text)))));
    }

    private Region use(KnownWords known) {
        return new SideBySide(
                new Part(messages.say("show.used.by"), Texts.paragraph(known.usedBy())),
                new Part(messages.say("show.in.use"), Texts.paragraph(known.inUse())),
                0.5,
                46);
    }
}
