package org.doorwarden.restrict;

import java.util.List;

/**
 * What limits turn into.
 *
 * @param steps in the order in which to take them; none where everything is as wanted
 * @param problems why they cannot be taken, if so; then none is
 */
public record Steps(List<Step> steps, List<LimitProblem> problems) {

    public Steps {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }
}
