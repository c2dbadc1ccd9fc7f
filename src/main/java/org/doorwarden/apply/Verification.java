package org.doorwarden.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.journal.Snapshot;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;

/** Compares a whole server, read after a run, with its snapshot and its plan. */
final class Verification {

    private final Snapshot snapshot;
    private final Inventory after;

    Verification(Snapshot snapshot, Inventory after) {
        this.snapshot = snapshot;
        this.after = after;
    }

    /** The first thing that the plan promised and the server does not keep. */
    Optional<Message> firstBrokenPromise() {
        for (Change change : snapshot.plan().changes()) {
            Optional<Service> service = after.find(change.service());
            if (service.isEmpty()) {
                return Optional.of(Message.of("verify.gone", change.service()));
            }
            ServiceCondition condition = new ServiceCondition(
                    service.get().startType(), service.get().state());
            String now = ChangeExecutor.value(change, condition);
            if (!now.equals(ChangeExecutor.after(change))) {
                String prefix = change.kind() == Change.Kind.SET_START_TYPE ? "start.type." : "state.";
                return Optional.of(Message.of("verify.not.as.planned", change.service(), Message.of(prefix + now)));
            }
        }
        for (ServiceName name : snapshot.plan().keepsRunning()) {
            Optional<Service> service = after.find(name);
            if (service.isEmpty() || !service.get().isActive()) {
                return Optional.of(Message.of("verify.needed.stopped", name));
            }
        }
        return Optional.empty();
    }

    /** What else is different from before, on services that are not in the plan: somebody or something else did that. */
    List<Message> otherDifferences() {
        Set<ServiceName> planned = new HashSet<>();
        snapshot.plan().changes().forEach(change -> planned.add(change.service()));
        List<Message> differences = new ArrayList<>();
        for (Service before : snapshot.before().services().values()) {
            if (!planned.contains(before.name())) {
                after.find(before.name()).ifPresent(now -> compare(before, now, differences));
            }
        }
        return differences;
    }

    private static void compare(Service before, Service now, List<Message> differences) {
        if (before.startType() != now.startType()) {
            differences.add(Message.of(
                    "verify.other.difference",
                    before.name(),
                    Message.of("start.type." + before.startType().id()),
                    Message.of("start.type." + now.startType().id())));
        }
        if (before.state() != now.state()) {
            differences.add(Message.of(
                    "verify.other.difference",
                    before.name(),
                    Message.of("state." + before.state().id()),
                    Message.of("state." + now.state().id())));
        }
    }
}
