package org.doorwarden.ui.services;

import java.util.List;
import java.util.Optional;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.plan.Choice;
import org.doorwarden.ui.component.Badge.Tone;

/**
 * All that is shown of the chosen service, in words.
 *
 * @param title the display name
 * @param subtitle the name, and what the service is for
 * @param ports which ports it can be reached by
 * @param impact what closing it means, the gravest first
 * @param removal how it is uninstalled, where that is known
 * @param refused why what is not possible is not
 */
public record ServiceDetail(
        ServiceName service,
        Verdict verdict,
        String title,
        String subtitle,
        String state,
        String startType,
        String ports,
        RiskWords risk,
        List<DependencyBranch> dependsOn,
        List<DependencyBranch> neededBy,
        List<Consequence> impact,
        String recommendation,
        List<ReasonWords> reasons,
        List<String> alternatives,
        Optional<String> removal,
        List<ChoiceOption> options,
        List<String> refused) {

    /** Whether the service can be decided so. */
    boolean allows(Choice.Action action) {
        return options.stream()
                .anyMatch(option -> option.possible() && option.action().equals(Optional.of(action)));
    }

    /**
     * The risk.
     *
     * @param lead how bad, in two words
     * @param flaws all known ones, oldest first
     * @param worst the few to be shown first
     */
    public record RiskWords(
            Tone tone, String lead, String text, String history, List<FlawWords> flaws, List<FlawWords> worst) {}

    /**
     * A flaw that was published.
     *
     * @param id the CVE's or the bulletin's; empty for neither
     * @param text what it gives away, and the names it is known by
     */
    public record FlawWords(String year, String id, String text, Optional<String> link) {}

    /** Something that follows from closing the service. */
    public record Consequence(String text, boolean grave) {}

    /**
     * Why the recommendation is what it is.
     *
     * @param source who says so
     */
    public record ReasonWords(String text, String source) {}
}
