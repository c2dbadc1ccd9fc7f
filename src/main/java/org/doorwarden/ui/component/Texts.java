package org.doorwarden.ui.component;

import javafx.scene.control.Label;

/** Labels in the few kinds of text there are. */
public final class Texts {

    private Texts() {}

    /** A heading within a screen. */
    public static Label heading(String text) {
        return styled(text, "heading");
    }

    /** A paragraph that takes as many lines as it needs. */
    public static Label paragraph(String text) {
        Label label = styled(text, "paragraph");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** As {@link #paragraph}, in the muted colour. */
    public static Label muted(String text) {
        Label label = paragraph(text);
        label.getStyleClass().add("muted");
        return label;
    }

    /** Small print: ports, names of services, counts. One line, ending in an ellipsis where it must. */
    public static Label meta(String text) {
        return styled(text, "meta");
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
