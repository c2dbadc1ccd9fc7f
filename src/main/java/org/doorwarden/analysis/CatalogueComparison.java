package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.ServiceName;

/**
 * What another catalogue would say differently.
 *
 * @param verdicts the services of a server whose verdict would change
 * @param added the services that only the other catalogue knows
 * @param removed the services that it does not know any more
 * @param changed how many entries say something different
 */
public record CatalogueComparison(
        List<VerdictChange> verdicts, List<ServiceName> added, List<ServiceName> removed, int changed) {

    /** A service with what is said of it now and what would be said. */
    public record VerdictChange(ServiceAssessment before, ServiceAssessment after) {}

    public CatalogueComparison {
        verdicts = List.copyOf(verdicts);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * Compares two catalogues by what they say of one server.
     *
     * @param before the assessment with the catalogue in use
     * @param after the same with the other one
     */
    public static CatalogueComparison of(Catalogue inUse, Catalogue other, Assessment before, Assessment after) {
        List<VerdictChange> verdicts = new ArrayList<>();
        before.services()
                .forEach((name, said) -> after.find(name)
                        .filter(would -> would.verdict() != said.verdict())
                        .ifPresent(would -> verdicts.add(new VerdictChange(said, would))));
        Map<ServiceName, ServiceKnowledge> now = byName(inUse);
        Map<ServiceName, ServiceKnowledge> then = byName(other);
        return new CatalogueComparison(
                verdicts,
                then.keySet().stream()
                        .filter(name -> !now.containsKey(name))
                        .sorted()
                        .toList(),
                now.keySet().stream()
                        .filter(name -> !then.containsKey(name))
                        .sorted()
                        .toList(),
                (int) then.values().stream()
                        .filter(each -> now.containsKey(each.name())
                                && !now.get(each.name()).equals(each))
                        .count());
    }

    private static Map<ServiceName, ServiceKnowledge> byName(Catalogue catalogue) {
        return catalogue.services().stream().collect(Collectors.toMap(ServiceKnowledge::name, Function.identity()));
    }
}
