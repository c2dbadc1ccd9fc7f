package org.doorwarden.ui.knowledge;

import java.util.List;
import org.doorwarden.ui.component.Badge.Tone;

/**
 * How bad a service is.
 *
 * @param lead how bad, in two words
 * @param history how many flaws there are, from when to when
 * @param flaws all known ones, oldest first
 * @param worst the few to be shown first
 */
public record RiskWords(
        Tone tone, String lead, String text, String history, List<FlawWords> flaws, List<FlawWords> worst) {

    public RiskWords {
        flaws = List.copyOf(flaws);
        worst = List.copyOf(worst);
    }
}
