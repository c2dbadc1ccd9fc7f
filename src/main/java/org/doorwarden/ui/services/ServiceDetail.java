package org.doorwarden.ui.services;

import java.util.List;
import java.util.Optional;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.plan.Choice;
import org.doorwarden.ui.component.Tags.Tag;
import org.doorwarden.ui.knowledge.Cited;
import org.doorwarden.ui.knowledge.KnownWords;
import org.doorwarden.ui.knowledge.RiskWords;

/**
 * All that is shown of the chosen service, in words.
 *
 * @param title the display name
 * @param subtitle the name, and what the service is for
 * @param tags what stands out about it, in a few words each
 * @param ports which ports it can be reached by
 * @param told what can be told of a service that nothing is known of
 * @param impact what closing it means, the gravest first
 * @param reasons why the recommendation is what it is
 * @param known what else is known; empty for a service that nothing is known of
 * @param removal how it is uninstalled, where that is known
 * @param refused why what is not possible is not
 */
public record ServiceDetail(
        ServiceName service,
        Verdict verdict,
        String title,
        String subtitle,
        List<Tag> tags,
        String state,
        String startType,
        String ports,
        RiskWords risk,
        List<Consequence> told,
        List<DependencyBranch> dependsOn,
        List<DependencyBranch> neededBy,
        List<Consequence> impact,
        String recommendation,
        List<Cited> reasons,
        Optional<KnownWords> known,
        List<String> alternatives,
        Optional<String> removal,
        List<ChoiceOption> options,
        List<String> refused) {

    /** Whether the service can be decided so. */
    boolean allows(Choice.Action action) {
        return options.stream().anyMatch(option -> option.possible() && option.action() == action);
    }

    /** Something to know before the service is closed. */
    public record Consequence(String text, boolean grave) {}
}
