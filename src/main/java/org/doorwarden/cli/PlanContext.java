package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.SessionRisk;

/**
 * What the server has to say on a plan, besides the plan itself.
 *
 * @param inventory the server as it is now; empty if the plan is for another one
 * @param seat where the person sits
 * @param cutting the ids of the changes that touch what carries the person's session
 * @param uninstalled what the plan uninstalls
 */
record PlanContext(Optional<Inventory> inventory, Seat seat, Set<String> cutting, List<FeatureDetail> uninstalled) {

    static PlanContext of(Plan plan, Inventory inventory, ServerBackend backend) throws BackendException {
        if (!plan.serverId().equals(inventory.server().id())) {
            return new PlanContext(Optional.empty(), Seat.UNKNOWN, Set.of(), List.of());
        }
        List<FeatureDetail> uninstalled = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.SetSetting set && set.setting() instanceof WindowsFeature feature) {
                backend.feature(feature).ifPresent(uninstalled::add);
            }
        }
        Set<String> cutting =
                SessionRisk.of(plan, inventory).stream().map(Change::id).collect(Collectors.toSet());
        return new PlanContext(Optional.of(inventory), inventory.access().seat(), cutting, uninstalled);
    }
}
