package org.doorwarden.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;

/**
 * What came of applying, undoing or recovering.
 *
 * @param run its id; empty if none was begun
 * @param changes how each change of the plan stands
 * @param failure why it is not as was asked for, if so
 * @param observations what else is to be said: differences on the server that the run did not make, for example
 */
public record RunReport(
        Optional<String> run,
        RunOutcome outcome,
        List<ChangeReport> changes,
        Optional<Message> failure,
        List<Message> observations) {

    /**
     * How one change stands.
     *
     * @param before the value found before the run
     * @param set the value the run sets
     * @param now the value last read back; empty if it could not be read
     * @param problem why it could not be made or not be undone, if so
     */
    public record ChangeReport(
            Change change,
            ChangeState state,
            ChangeValue before,
            ChangeValue set,
            Optional<ChangeValue> now,
            Optional<Message> problem) {}

    public RunReport {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(outcome, "outcome");
        changes = List.copyOf(changes);
        Objects.requireNonNull(failure, "failure");
        observations = List.copyOf(observations);
    }

    /** The same, and one thing more to be said. */
    public RunReport observing(Message more) {
        List<Message> all = new ArrayList<>(observations);
        all.add(more);
        return new RunReport(run, outcome, changes, failure, all);
    }

    /** Nothing was begun. */
    static RunReport refused(Message why) {
        return new RunReport(Optional.empty(), RunOutcome.REFUSED, List.of(), Optional.of(why), List.of());
    }

    /** The plan holds no change; the server already is as it should be. */
    static RunReport nothingToDo() {
        return new RunReport(
                Optional.empty(),
                RunOutcome.APPLIED,
                List.of(),
                Optional.empty(),
                List.of(Message.of("apply.nothing")));
    }

    /** Nothing was begun, because an earlier run is still open. */
    static RunReport blockedBy(String openRun) {
        return new RunReport(
                Optional.of(openRun),
                RunOutcome.NEEDS_RECOVERY,
                List.of(),
                Optional.of(Message.of("apply.open.run", openRun)),
                List.of());
    }
}
