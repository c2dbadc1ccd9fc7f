package org.doorwarden.apply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.journal.Run;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Service;
import org.doorwarden.plan.Change;

/** A run of before, for whoever shows or undoes it. */
public final class PastRun {

    private final Run run;

    PastRun(Run run) {
        this.run = run;
    }

    /**
     * How one change of the run stands.
     *
     * @param displayName what its service was called when the run began
     */
    public record PastChange(Change change, ChangeState state, String displayName) {

        /** The value the run found. */
        public ChangeValue before() {
            return ChangeValue.before(change);
        }

        /** The value the run sets. */
        public ChangeValue set() {
            return ChangeValue.after(change);
        }
    }

    Run run() {
        return run;
    }

    public String id() {
        return run.id();
    }

    public String serverId() {
        return run.serverId();
    }

    public String serverName() {
        return run.opened().serverName();
    }

    /** The account that began it. */
    public String operator() {
        return run.opened().operator();
    }

    public Instant begunAt() {
        return run.opened().at();
    }

    /** When something last happened with it. */
    public Instant lastActiveAt() {
        return run.lastActive();
    }

    public RunOutcome outcome() {
        return run.outcome();
    }

    /** Whether a crash interrupted it, so that it waits to be recovered. */
    public boolean isOpen() {
        return run.isOpen();
    }

    /** In the order in which they were made. */
    public List<PastChange> changes() {
        Map<String, ChangeState> states = run.changeStates();
        return run.snapshot().plan().changes().stream()
                .map(change -> new PastChange(change, states.get(change.id()), displayName(change)))
                .toList();
    }

    private String displayName(Change change) {
        return Optional.ofNullable(run.snapshot().before().services().get(change.service()))
                .map(Service::displayName)
                .orElse(change.service().value());
    }
}
