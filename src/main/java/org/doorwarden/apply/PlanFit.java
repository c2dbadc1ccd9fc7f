package org.doorwarden.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Message;

/** Looks whether a plan still fits the server it was made for. */
final class PlanFit {

    private final Plan plan;
    private final Inventory now;
    private final DependencyGraph graph;

    PlanFit(Plan plan, Inventory now, DependencyGraph graph) {
        this.plan = plan;
        this.now = now;
        this.graph = graph;
    }

    /** The first way in which the server is no longer as it was when the plan was made. */
    Optional<Message> drift() {
        Set<ServiceName> stops = new HashSet<>();
        for (Change change : plan.changes()) {
            Optional<Service> service = now.find(change.service());
            if (service.isEmpty()) {
                return Optional.of(Message.of("plan.drift.gone", change.service()));
            }
            ServiceCondition condition = new ServiceCondition(
                    service.get().startType(), service.get().state());
            String value = ChangeExecutor.value(change, condition);
            if (!value.equals(ChangeExecutor.before(change))) {
                return Optional.of(
                        Message.of("plan.drift.value", change.service(), ChangeExecutor.before(change), value));
            }
            if (!service.get().changeability().isChangeable() && change.kind() == Change.Kind.SET_START_TYPE) {
                return Optional.of(Message.of("plan.drift.unchangeable", change.service()));
            }
            if (change.kind() == Change.Kind.STOP_SERVICE) {
                stops.add(change.service());
            }
        }
        List<ServiceName> unlisted = graph.stopsWith(stops);
        if (!unlisted.isEmpty()) {
            return Optional.of(Message.of("plan.drift.dependent", unlisted.get(0)));
        }
        return plan.keepsRunning().stream()
                .filter(name ->
                        now.find(name).map(service -> !service.isActive()).orElse(true))
                .findFirst()
                .map(name -> Message.of("plan.drift.needed.stopped", name));
    }
}
