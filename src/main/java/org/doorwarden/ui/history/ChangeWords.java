package org.doorwarden.ui.history;

import org.doorwarden.apply.PastRun.PastChange;
import org.doorwarden.model.Direction;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Messages;

/** Changes and their values in words. */
final class ChangeWords {

    private final Messages messages;

    ChangeWords(Messages messages) {
        this.messages = messages;
    }

    /** A start type or a state. */
    String value(Change change, String value) {
        return messages.say((change.kind() == Change.Kind.SET_START_TYPE ? "start.type." : "state.") + value);
    }

    /** What is done to make the change, or to undo it. */
    String step(PastChange past, Direction direction) {
        return messages.say(
                "ui.history.step." + past.change().kind().id() + "." + direction.id(),
                past.displayName(),
                value(past.change(), direction == Direction.APPLY ? past.set() : past.before()));
    }
}
