package org.doorwarden.ui.knowledge;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.doorwarden.ui.component.Texts;

/** A paragraph with its source in small print below. */
public final class CitedText extends VBox {

    public CitedText(Cited cited) {
        getStyleClass().add("reason");
        getChildren().add(Texts.paragraph(cited.text()));
        if (!cited.source().isEmpty()) {
            Label source = Texts.meta(cited.source());
            source.setWrapText(true);
            source.setMinHeight(Label.USE_PREF_SIZE);
            getChildren().add(source);
        }
    }
}
