package org.doorwarden.ui.shell;

import java.time.Duration;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.model.Inventory;

/** A server just read, with its dependencies and how long that took. */
public record Reading(Inventory inventory, DependencyGraph graph, Duration took) {

    public static Reading of(Inventory inventory, Duration took) {
        return new Reading(inventory, DependencyGraph.of(inventory.services().values()), took);
    }
}
