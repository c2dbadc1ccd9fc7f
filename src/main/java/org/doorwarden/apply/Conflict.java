package org.doorwarden.apply;

import org.doorwarden.plan.Change;

/**
 * What is to be undone is neither as the run set it nor as it was before: somebody else changed it since.
 *
 * @param before the value the run found
 * @param set the value the run set
 * @param now the value found now
 */
public record Conflict(Change change, String before, String set, String now) {

    /** Decides about a conflict. */
    @FunctionalInterface
    public interface Decider {

        /** Leaves what somebody else did. */
        Decider KEEP = conflict -> false;

        /** Whether to put back the value from before the run in spite of it. */
        boolean restore(Conflict conflict);
    }
}
