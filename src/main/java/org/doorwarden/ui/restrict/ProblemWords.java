package org.doorwarden.ui.restrict;

import org.doorwarden.restrict.LimitProblem;
import org.doorwarden.text.Messages;

/** Why something cannot be limited, in words for the screen: without the name of the service, and without commands. */
public final class ProblemWords {

    private static final String KEYS = "ui.services.restrict.problem.";

    private ProblemWords() {}

    /** Whether there are such words for a problem of that id. */
    public static boolean has(String id, Messages messages) {
        return messages.has(KEYS + id);
    }

    /** @param detail of the problem, as {@link LimitProblem} has it */
    public static String of(String id, String detail, Messages messages) {
        boolean limit = id.equals(LimitProblem.Kind.NOT_OFFERED.id()) && messages.has("limit." + detail);
        return messages.say(KEYS + id, limit ? messages.say("limit." + detail) : detail);
    }
}
