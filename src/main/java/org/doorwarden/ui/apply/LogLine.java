package org.doorwarden.ui.apply;

import java.util.Objects;
import org.doorwarden.model.Identified;

/**
 * One line of the log of a run.
 *
 * @param text what is or was done
 * @param detail what the server then said, or why it failed; may be empty
 */
public record LogLine(Kind kind, String text, String detail) {

    /** How it stands. */
    public enum Kind implements Identified {
        NOTE("note"),
        WORKING("working"),
        DONE("done"),
        FAILED("failed"),
        /** Something made before was brought back. */
        UNDONE("undone");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public LogLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(detail, "detail");
    }
}
