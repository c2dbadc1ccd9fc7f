package org.doorwarden.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.journal.Snapshot;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.text.Message;

/** Compares a whole server, read after a run, with its snapshot and its plan. */
final class Verification {

    private final Snapshot snapshot;
    private final Inventory after;
    private final ChangeExecutor executor;

    Verification(Snapshot snapshot, Inventory after, ChangeExecutor executor) {
        this.snapshot = snapshot;
        this.after = after;
        this.executor = executor;
    }

    /** The first thing that the plan promised and the server does not keep. */
    Optional<Message> firstBrokenPromise() throws BackendException {
        for (Change change : snapshot.plan().changes()) {
            Optional<Message> broken = change instanceof SetSetting set ? broken(set) : broken(change);
            if (broken.isPresent()) {
                return broken;
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

    private Optional<Message> broken(Change change) {
        Optional<ChangeValue> now = ChangeValue.in(after, change);
        if (now.isEmpty()) {
            return uninstallsSomething() ? Optional.empty() : Optional.of(Message.of("verify.gone", change.service()));
        }
        return now.get().text().equals(ChangeValue.after(change).text())
                ? Optional.empty()
                : Optional.of(Message.of(
                        "verify.not.as.planned", change.service(), now.get().words()));
    }

    private Optional<Message> broken(SetSetting change) throws BackendException {
        SettingValue now = executor.read(change);
        return now.matches(change.after())
                ? Optional.empty()
                : Optional.of(Message.of(
                        "verify.not.as.planned",
                        SettingWords.subject(change.setting()),
                        SettingWords.value(change.setting(), now)));
    }

    /** A component may take along every service that was stopped or disabled for it: what is not there is closed. */
    private boolean uninstallsSomething() {
        return snapshot.plan().changes().stream().anyMatch(change -> change.kind() == Change.Kind.SET_WINDOWS_FEATURE);
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
