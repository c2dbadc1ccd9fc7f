package org.doorwarden.ui.knowledge;

import org.doorwarden.catalogue.Position.Stance;
import org.doorwarden.catalogue.Risk;
import org.doorwarden.model.Verdict;
import org.doorwarden.ui.component.Badge.Tone;

/** What judgements look like. */
public final class Tones {

    private Tones() {}

    public static Tone of(Risk.Severity severity) {
        return switch (severity) {
            case HIGH -> Tone.DANGER;
            case MEDIUM -> Tone.WARNING;
            case LOW -> Tone.QUIET;
        };
    }

    public static Tone of(Verdict verdict) {
        return switch (verdict) {
            case UNINSTALL, DISABLE -> Tone.DANGER;
            case RESTRICT -> Tone.WARNING;
            case UNKNOWN -> Tone.QUIET;
            case KEEP, REQUIRED -> Tone.SUCCESS;
        };
    }

    /** Only what warns of closing the service stands out: all else is one opinion among others. */
    static Tone of(Stance stance) {
        return stance == Stance.DO_NOT_DISABLE ? Tone.WARNING : Tone.QUIET;
    }
}
