package org.doorwarden.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.backend.BackendException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Message;

/** Looks whether a plan still fits the server it was made for. */
final class PlanFit {

    private final Plan plan;
    private final Inventory now;
    private final DependencyGraph graph;
    private final ChangeExecutor executor;

    PlanFit(Plan plan, Inventory now, DependencyGraph graph, ChangeExecutor executor) {
        this.plan = plan;
        this.now = now;
        this.graph = graph;
        this.executor = executor;
    }

    /** The first way in which the server is no longer as it was when the plan was made. */
    Optional<Message> drift() throws BackendException {
        Set<ServiceName> stops = new HashSet<>();
        for (Change change : plan.changes()) {
            Optional<Message> drift = change instanceof SetSetting set ? drift(set) : drift(change);
            if (drift.isPresent()) {
                return drift;
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

    private Optional<Message> drift(Change change) {
        Optional<ChangeValue> value = ChangeValue.in(now, change);
        if (value.isEmpty()) {
            return Optional.of(Message.of("plan.drift.gone", change.service()));
        }
        if (!value.get().text().equals(ChangeValue.before(change).text())) {
            return Optional.of(Message.of(
                    "plan.drift.value",
                    change.service(),
                    ChangeValue.before(change).words(),
                    value.get().words()));
        }
        boolean changeable =
                now.services().get(change.service()).changeability().isChangeable();
        return changeable || change.kind() != Change.Kind.SET_START_TYPE
                ? Optional.empty()
                : Optional.of(Message.of("plan.drift.unchangeable", change.service()));
    }

    private Optional<Message> drift(SetSetting change) throws BackendException {
        if (isMadeByThePlan(change)) {
            return Optional.empty();
        }
        SettingValue found = executor.read(change);
        return found.matches(change.before())
                ? taken(change)
                : Optional.of(Message.of(
                        "plan.drift.value",
                        SettingWords.subject(change.setting()),
                        SettingWords.value(change.setting(), change.before()),
                        SettingWords.value(change.setting(), found)));
    }

    /** What a component would take with it by now that nobody was told of. */
    private Optional<Message> taken(SetSetting change) throws BackendException {
        Optional<FeatureDetail> detail = change.setting() instanceof WindowsFeature feature
                ? executor.feature(feature).filter(found -> found.state().isInstalled())
                : Optional.empty();
        return detail.flatMap(found -> found.takesAlong().stream()
                .filter(part -> !isPlanned(new WindowsFeature(part)))
                .findFirst()
                .map(part -> Message.of("plan.drift.part", found.name(), part)));
    }

    private boolean isPlanned(Setting setting) {
        return plan.changes().stream()
                .anyMatch(change -> change instanceof SetSetting set
                        && set.setting().identity().equals(setting.identity()));
    }

    /** A group that the plan makes has no members yet that could be read. */
    private boolean isMadeByThePlan(SetSetting change) {
        return change.setting() instanceof GroupMembers members
                && plan.changes().stream()
                        .anyMatch(each -> each instanceof SetSetting made
                                && made.before() instanceof Absent
                                && made.setting().identity().equals(new LocalGroup(members.group()).identity()));
    }
}
