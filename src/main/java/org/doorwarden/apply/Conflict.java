package org.doorwarden.apply;

import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;

/**
 * What is to be undone is neither as the run set it nor as it was before: somebody else changed it since.
 *
 * @param before the value the run found
 * @param set the value the run set
 * @param now the value found now
 */
public record Conflict(Change change, ChangeValue before, ChangeValue set, ChangeValue now) {

    /** What was changed: the service, or the setting. */
    public Message subject() {
        return change instanceof Change.SetSetting set
                ? SettingWords.subject(set.setting())
                : Message.of("change.subject.service", change.service());
    }

    /** Decides about a conflict. */
    @FunctionalInterface
    public interface Decider {

        /** Leaves what somebody else did. */
        Decider KEEP = conflict -> false;

        /** Whether to put back the value from before the run in spite of it. */
        boolean restore(Conflict conflict);
    }
}
