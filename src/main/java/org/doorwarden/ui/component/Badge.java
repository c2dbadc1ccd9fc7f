package org.doorwarden.ui.component;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A word on a coloured ground. The colour repeats what the word says. */
public final class Badge extends Label {

    /** What the colour says. */
    public enum Tone {
        DANGER,
        WARNING,
        SUCCESS,
        ACCENT,
        QUIET
    }

    private static final List<Tone> TONES = List.of(Tone.values());

    public Badge() {
        getStyleClass().add("badge");
        setMinWidth(USE_PREF_SIZE);
    }

    public Badge(String text, Tone tone) {
        this();
        show(text, tone);
    }

    public void show(String text, Tone tone) {
        setText(text);
        for (Tone each : TONES) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == tone);
        }
    }
}
