package org.doorwarden.ui.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.PastRun;
import org.doorwarden.apply.PastRun.PastChange;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.RunReport.ChangeReport;
import org.doorwarden.model.Inventory;
import org.doorwarden.text.Message;

/**
 * The changes of a run beside what its server has now.
 *
 * @param reading the server of the run as it is now; empty if that is not known
 * @param settings what was asked for besides
 * @param report what came of undoing just now, if anything was undone
 */
record RunChanges(PastRun run, Optional<Inventory> reading, SettingsNow settings, Optional<RunReport> report) {

    /** @param ticked ids of the changes that are ticked */
    List<ChangeItem> items(Set<String> ticked) {
        Map<String, Message> problems = problems();
        List<ChangeItem> items = run.changes().stream()
                .map(past -> new ChangeItem(
                        past,
                        now(past),
                        Optional.ofNullable(problems.get(past.change().id()))))
                .toList();
        items.forEach(item -> item.selected().set(item.isUndoable() && ticked.contains(item.id())));
        return items;
    }

    /** As read just now; until that is done, as the undoing read it back. */
    private Optional<ChangeValue> now(PastChange past) {
        return reading.flatMap(taken -> ChangeValue.in(taken, past.change()).or(() -> settings.of(past.change())))
                .or(() -> reported()
                        .filter(change ->
                                change.change().id().equals(past.change().id()))
                        .flatMap(change -> change.now().stream())
                        .findFirst());
    }

    private Stream<ChangeReport> reported() {
        return report.stream()
                .filter(made -> made.run().equals(Optional.of(run.id())))
                .flatMap(made -> made.changes().stream());
    }

    /** Why changes could not be brought back, as the report says. */
    private Map<String, Message> problems() {
        return reported()
                .filter(change -> change.problem().isPresent())
                .collect(Collectors.toMap(change -> change.change().id(), RunChanges::problem));
    }

    private static Message problem(ChangeReport change) {
        return change.problem().orElseThrow();
    }
}
