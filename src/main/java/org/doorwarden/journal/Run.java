package org.doorwarden.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Direction;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.plan.Change;

/**
 * A run as its snapshot and journal tell it.
 *
 * @param records at least the first one, which opens the run
 */
public record Run(Snapshot snapshot, List<JournalRecord> records) {

    public Run {
        records = List.copyOf(records);
        if (records.isEmpty() || !(records.get(0) instanceof JournalRecord.Opened)) {
            throw new IllegalArgumentException("a run begins with the record that opens it");
        }
    }

    public JournalRecord.Opened opened() {
        return (JournalRecord.Opened) records.get(0);
    }

    public String id() {
        return opened().run();
    }

    public String serverId() {
        return opened().serverId();
    }

    /** When something last happened with it. */
    public Instant lastActive() {
        return records.get(records.size() - 1).at();
    }

    /** Whether it was interrupted: something is begun and not brought to an end. */
    public boolean isOpen() {
        return !(records.get(records.size() - 1) instanceof JournalRecord.Closed);
    }

    /** The undoing that is under way, if the run was interrupted in one. */
    public Optional<JournalRecord.UndoOpened> openUndo() {
        for (int i = records.size() - 1; i >= 0; i--) {
            if (records.get(i) instanceof JournalRecord.Closed) {
                return Optional.empty();
            }
            if (records.get(i) instanceof JournalRecord.UndoOpened undo) {
                return Optional.of(undo);
            }
        }
        return Optional.empty();
    }

    public RunOutcome outcome() {
        return records.get(records.size() - 1) instanceof JournalRecord.Closed closed
                ? closed.outcome()
                : RunOutcome.NEEDS_RECOVERY;
    }

    /** How each change of the plan stands, in the plan's order. */
    public Map<String, ChangeState> changeStates() {
        Map<String, ChangeState> states = new LinkedHashMap<>();
        for (Change change : snapshot.plan().changes()) {
            states.put(change.id(), ChangeState.PLANNED);
        }
        for (JournalRecord record : records) {
            if (record instanceof JournalRecord.Intended intended) {
                states.put(
                        intended.change(),
                        intended.direction() == Direction.APPLY ? ChangeState.BEGUN : ChangeState.UNDO_BEGUN);
            } else if (record instanceof JournalRecord.Done done) {
                states.put(
                        done.change(), done.direction() == Direction.APPLY ? ChangeState.APPLIED : ChangeState.UNDONE);
            } else if (record instanceof JournalRecord.Failed failed) {
                states.put(
                        failed.change(),
                        failed.direction() == Direction.APPLY ? ChangeState.BEGUN : ChangeState.RESIDUE);
            }
        }
        return states;
    }
}
