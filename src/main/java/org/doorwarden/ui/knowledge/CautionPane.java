package org.doorwarden.ui.knowledge;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Texts;

/** What closing the service is known to break; gone where that is nothing. */
public final class CautionPane extends VBox {

    private final Label heading;

    public CautionPane(Messages messages) {
        setId("caution");
        heading = Texts.heading(messages.say("show.caution"));
        show(Optional.empty());
    }

    public void show(Optional<Cited> caution) {
        setVisible(caution.isPresent());
        setManaged(caution.isPresent());
        getChildren().clear();
        caution.ifPresent(said -> getChildren().add(new Notice(Notice.Kind.WARNING, heading, new CitedText(said))));
    }
}
