package org.doorwarden.ui.result;

import java.util.Optional;
import org.doorwarden.text.Messages;

/**
 * A number before and after the run.
 *
 * @param after empty if the server could not be read again
 * @param meaning what is counted, in a sentence
 */
public record Figure(String id, String heading, String meaning, int before, Optional<Integer> after) {

    /** Both numbers, as they are shown. */
    String value(Messages messages) {
        return after.map(now -> messages.say("ui.result.exposure.change", before, now))
                .orElseGet(() -> messages.say("ui.result.exposure.unread", before));
    }

    /** All of it for somebody who does not see it. */
    String words(Messages messages) {
        return after.map(now -> messages.say("ui.result.exposure.accessible", heading, before, now, meaning))
                .orElseGet(() -> messages.say("ui.result.exposure.accessible.unread", heading, before, meaning));
    }

    /** Whether there is less of it now. */
    boolean isLess() {
        return after.map(now -> now < before).orElse(false);
    }
}
