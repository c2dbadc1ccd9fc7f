package org.doorwarden.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.doorwarden.model.Direction;
import org.doorwarden.model.Identified;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.UndoCause;

/** One line of a run's journal. */
public sealed interface JournalRecord {

    /** When it was written. */
    Instant at();

    Kind kind();

    /** The kinds of records. */
    enum Kind implements Identified {
        OPENED("opened"),
        INTENDED("intended"),
        DONE("done"),
        FAILED("failed"),
        UNDO_OPENED("undo-opened"),
        CLOSED("closed");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /**
     * The first record.
     *
     * @param snapshotDigest SHA-256 of the bytes of {@code snapshot.json}
     * @param operator the account that applies the plan
     */
    record Opened(Instant at, String run, String serverId, String serverName, String snapshotDigest, String operator)
            implements JournalRecord {

        public Opened {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(serverId, "serverId");
            Objects.requireNonNull(serverName, "serverName");
            Objects.requireNonNull(snapshotDigest, "snapshotDigest");
            Objects.requireNonNull(operator, "operator");
        }

        @Override
        public Kind kind() {
            return Kind.OPENED;
        }
    }

    /** A change is about to be made, or undone. */
    record Intended(Instant at, Direction direction, String change) implements JournalRecord {

        public Intended {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(change, "change");
        }

        @Override
        public Kind kind() {
            return Kind.INTENDED;
        }
    }

    /**
     * A change was made, or undone.
     *
     * @param readBack the value read back from the server afterwards
     */
    record Done(Instant at, Direction direction, String change, String readBack) implements JournalRecord {

        public Done {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(readBack, "readBack");
        }

        @Override
        public Kind kind() {
            return Kind.DONE;
        }
    }

    /** A change could not be made, or not be undone. */
    record Failed(Instant at, Direction direction, String change, String reason) implements JournalRecord {

        public Failed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /**
     * Undoing begins.
     *
     * @param changes which changes, in the order in which they are undone
     */
    record UndoOpened(Instant at, UndoCause cause, List<String> changes, String operator) implements JournalRecord {

        public UndoOpened {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(cause, "cause");
            changes = List.copyOf(changes);
            Objects.requireNonNull(operator, "operator");
        }

        @Override
        public Kind kind() {
            return Kind.UNDO_OPENED;
        }
    }

    /** Nothing is under way any more. */
    record Closed(Instant at, RunOutcome outcome) implements JournalRecord {

        public Closed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(outcome, "outcome");
        }

        @Override
        public Kind kind() {
            return Kind.CLOSED;
        }
    }
}
