package org.doorwarden.ui.component;

import java.util.Objects;
import org.doorwarden.text.Explained;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;

/**
 * Something that went wrong, to be shown in its place.
 *
 * @param what happened, and what was left as it was
 * @param advice what to do now
 * @param code short, to be named when asking somebody for help
 */
public record Failure(Message what, Message advice, String code) {

    public Failure {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(code, "code");
    }

    /**
     * What is to be said of an exception.
     *
     * @param code of the place where it was met
     */
    public static Failure of(Exception exception, Message advice, String code) {
        if (exception instanceof Explained explained) {
            return new Failure(explained.explanation(), advice, code);
        }
        if (exception instanceof java.io.IOException failed) {
            return new Failure(Message.of("ui.failure.io", IoReason.of(failed)), advice, code);
        }
        return new Failure(Message.of("ui.failure.unexpected", exception.toString()), advice, code);
    }
}
