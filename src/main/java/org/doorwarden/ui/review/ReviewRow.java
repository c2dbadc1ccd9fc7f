package org.doorwarden.ui.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;

/**
 * What would become of one service.
 *
 * @param numbers of its changes in the order of all changes, as {@code 3, 4}
 * @param displayName fit to be shown, as all texts here
 * @param why its changes are in the plan
 * @param dependent whether it is stopped only because it needs another one
 * @param remote whether administrators' remote sessions come through it
 */
public record ReviewRow(
        String numbers,
        ServiceName service,
        String displayName,
        ServiceState stateBefore,
        ServiceState stateAfter,
        StartType startBefore,
        StartType startAfter,
        String why,
        boolean dependent,
        boolean remote) {

    public boolean stateChanges() {
        return stateBefore != stateAfter;
    }

    public boolean startTypeChanges() {
        return startBefore != startAfter;
    }

    /** One row a service, in the order of the changes. */
    static List<ReviewRow> of(Plan plan, Inventory inventory, Messages messages) {
        Map<ServiceName, List<Change>> byService = new LinkedHashMap<>();
        plan.changes()
                .forEach(change -> byService
                        .computeIfAbsent(change.service(), name -> new ArrayList<>())
                        .add(change));
        List<ReviewRow> rows = new ArrayList<>();
        byService.forEach((name, changes) ->
                inventory.find(name).ifPresent(service -> rows.add(row(plan, service, changes, messages))));
        return rows;
    }

    private static ReviewRow row(Plan plan, Service service, List<Change> changes, Messages messages) {
        ServiceState stateAfter = service.state();
        StartType startAfter = service.startType();
        List<String> numbers = new ArrayList<>();
        List<String> why = new ArrayList<>();
        boolean dependent = false;
        for (Change change : changes) {
            numbers.add(String.valueOf(plan.changes().indexOf(change) + 1));
            if (change instanceof Change.SetStartType set) {
                startAfter = set.after();
            } else if (change instanceof Change.StopService) {
                stateAfter = ServiceState.STOPPED;
                dependent = change.cause().kind() == Cause.Kind.DEPENDENT;
            }
            String reason = why(change.cause(), messages);
            if (!why.contains(reason)) {
                why.add(reason);
            }
        }
        return new ReviewRow(
                String.join(", ", numbers),
                service.name(),
                Printable.of(service.displayName()),
                service.state(),
                stateAfter,
                service.startType(),
                startAfter,
                String.join("; ", why),
                dependent,
                plan.impact().mayLockOut().contains(service.name()));
    }

    private static String why(Cause cause, Messages messages) {
        return cause.note().isEmpty() || cause.kind() == Cause.Kind.DEPENDENT
                ? messages.say("cause." + cause.kind().id(), cause.chosen())
                : Printable.of(cause.note());
    }
}
