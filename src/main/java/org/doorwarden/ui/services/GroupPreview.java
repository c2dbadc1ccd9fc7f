package org.doorwarden.ui.services;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;

/** What accepting the recommendations of a group would choose. */
public record GroupPreview(Verdict group, List<Item> items) {

    public GroupPreview {
        items = List.copyOf(items);
    }

    /** The open doors of a group that are not decided, in the order of the list; empty if there are none. */
    static Optional<GroupPreview> of(
            List<ServiceRow> rows, Assessment assessment, Verdict group, Predicate<ServiceName> decided) {
        List<Item> items = rows.stream()
                .filter(row -> row.verdict() == group && row.openDoor() && !decided.test(row.name()))
                .map(row -> new Item(
                        row.name(),
                        row.title(),
                        row.meta(),
                        assessment
                                .find(row.name())
                                .flatMap(ServiceAssessment::advice)
                                .map(Advice::because)
                                .orElse("")))
                .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new GroupPreview(group, items));
    }

    /**
     * A service that would be chosen to be closed.
     *
     * @param because the advice
     */
    public record Item(ServiceName service, String title, String meta, String because) {}
}
