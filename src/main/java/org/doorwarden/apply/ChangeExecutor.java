package org.doorwarden.apply;

import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.plan.Change.SetStartType;
import org.doorwarden.plan.Change.StopService;
import org.doorwarden.text.Message;

/** Makes single changes and undoes them, and believes only what it reads back. */
final class ChangeExecutor {

    private final ServerBackend backend;
    private final StateWaiter waiter;

    ChangeExecutor(ServerBackend backend, Pace pace) {
        this.backend = backend;
        this.waiter = new StateWaiter(backend, pace);
    }

    /**
     * Makes a change. What already is as the change would make it is left alone; what is neither so nor as planned was
     * changed by somebody else meanwhile, and is left alone, too.
     *
     * @return the value read back
     */
    ChangeValue apply(Change change, ChangeProgress progress) throws BackendException, ChangeFailure {
        if (change instanceof SetStartType set) {
            return apply(set);
        }
        return change instanceof StopService stop ? apply(stop, progress) : apply((SetSetting) change, progress);
    }

    /**
     * Undoes a change by comparing three values: what was before, what the run set, what is now.
     *
     * @param startType the start type the service shall have once this change is undone
     * @param resumed whether an earlier try was interrupted, so that a state in between is our own
     * @return the value read back
     */
    ChangeValue undo(
            Change change, StartType startType, boolean resumed, Conflict.Decider decider, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        if (change instanceof SetStartType set) {
            return undo(set, decider);
        }
        if (change instanceof SetSetting set) {
            return undo(set, decider, progress);
        }
        ChangeValue readBack = undo((StopService) change, resumed, decider, progress);
        if (resumed
                && startType == StartType.DISABLED
                && backend.condition(change.service()).startType() == StartType.MANUAL) {
            backend.setStartType(change.service(), StartType.DISABLED);
        }
        return readBack;
    }

    /** The value that a change is about, as the server has it now. */
    ChangeValue now(Change change) throws BackendException {
        if (change instanceof SetSetting set) {
            return ChangeValue.of(set.setting(), read(set));
        }
        ServiceCondition condition = backend.condition(change.service());
        return change instanceof SetStartType
                ? ChangeValue.of(condition.startType())
                : ChangeValue.of(condition.state());
    }

    /** What is at the setting of a change now. */
    SettingValue read(SetSetting change) throws BackendException {
        return backend.setting(change.setting());
    }

    private ChangeValue apply(SetSetting change, ChangeProgress progress) throws BackendException, ChangeFailure {
        SettingValue now = read(change);
        if (!now.matches(change.after())) {
            if (!now.matches(change.before())) {
                throw drifted(change, ChangeValue.of(change.setting(), now));
            }
            backend.set(change.setting(), resolved(change.after()), progress::at);
        }
        return confirmed(change, change.after());
    }

    /** A group that was only named when the plan was made is there by now, and has a SID. */
    private SettingValue resolved(SettingValue value) throws BackendException, ChangeFailure {
        if (!(value instanceof AccessList list)) {
            return value;
        }
        AccessList resolved = list;
        for (String group : list.groupsByName()) {
            Account account = backend.account(group)
                    .orElseThrow(() -> new ChangeFailure(Message.of("change.group.missing", group)));
            resolved = resolved.with(group, account);
        }
        return resolved;
    }

    private ChangeValue undo(SetSetting change, Conflict.Decider decider, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        SettingValue now = read(change);
        if (!now.matches(change.before())) {
            if (!now.matches(change.after())) {
                requireDecision(change, ChangeValue.of(change.setting(), now), decider);
            }
            if (change.before() instanceof Absent && change.setting() instanceof LocalGroup group) {
                requireEmpty(group);
            }
            backend.set(change.setting(), change.before(), progress::at);
        }
        return confirmed(change, change.before());
    }

    /** Somebody else may use the group by now, and would lose it. */
    private void requireEmpty(LocalGroup group) throws BackendException, ChangeFailure {
        SettingValue members = backend.setting(new GroupMembers(group.name()));
        if (members instanceof Members some && !some.accounts().isEmpty()) {
            throw new ChangeFailure(Message.of(
                    "change.group.not.empty",
                    group.name(),
                    SettingWords.value(new GroupMembers(group.name()), members)));
        }
    }

    /** Reads back and refuses to call it done unless the server says so. */
    private ChangeValue confirmed(SetSetting change, SettingValue wanted) throws BackendException, ChangeFailure {
        SettingValue now = read(change);
        if (!now.matches(wanted)) {
            throw new ChangeFailure(Message.of(
                    "change.no.effect",
                    subject(change),
                    SettingWords.value(change.setting(), wanted),
                    SettingWords.value(change.setting(), now)));
        }
        return ChangeValue.of(change.setting(), now);
    }

    private ChangeValue apply(SetStartType change) throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        var now = backend.condition(service).startType();
        if (now != change.after()) {
            if (now != change.before()) {
                throw drifted(change, ChangeValue.of(now));
            }
            backend.setStartType(service, change.after());
        }
        return confirmed(change, ChangeValue.of(change.after()));
    }

    private ChangeValue apply(StopService change, ChangeProgress progress) throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        ServiceState now = waiter.settled(service, progress).state();
        if (now != ServiceState.STOPPED) {
            if (now != change.before()) {
                throw drifted(change, ChangeValue.of(now));
            }
            backend.requestStop(service);
            waiter.reached(service, now, ServiceState.STOPPED, progress);
        }
        return confirmed(change, ChangeValue.of(ServiceState.STOPPED));
    }

    private ChangeValue undo(SetStartType change, Conflict.Decider decider) throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        var now = backend.condition(service).startType();
        if (now != change.before()) {
            if (now != change.after()) {
                requireDecision(change, ChangeValue.of(now), decider);
            }
            backend.setStartType(service, change.before());
        }
        return confirmed(change, ChangeValue.of(change.before()));
    }

    private ChangeValue undo(StopService change, boolean resumed, Conflict.Decider decider, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        ServiceState now = waiter.settled(service, progress).state();
        if (now != change.before()) {
            boolean ownHalfWay = resumed && now == ServiceState.RUNNING;
            if (now != ServiceState.STOPPED && !ownHalfWay) {
                requireDecision(change, ChangeValue.of(now), decider);
            }
            bringBack(change, now, progress);
        }
        return confirmed(change, ChangeValue.of(change.before()));
    }

    /** Starts and, if it was paused before, pauses. A paused service that ran is stopped first to be started. */
    private void bringBack(StopService change, ServiceState now, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        ServiceState from = now;
        if (from == ServiceState.PAUSED) {
            backend.requestStop(service);
            from = waiter.reached(service, from, ServiceState.STOPPED, progress).state();
        }
        if (from == ServiceState.STOPPED) {
            from = start(service, progress);
        }
        if (change.before() == ServiceState.PAUSED) {
            backend.requestPause(service);
            waiter.reached(service, from, ServiceState.PAUSED, progress);
        }
    }

    /**
     * Starts a service. One that is disabled, and ran all the same before the run, is made manual for the time it takes
     * to start; a crash in between is mended by {@link #undo} when it is resumed.
     */
    private ServiceState start(ServiceName service, ChangeProgress progress) throws BackendException, ChangeFailure {
        boolean disabled = backend.condition(service).startType() == StartType.DISABLED;
        if (disabled) {
            backend.setStartType(service, StartType.MANUAL);
        }
        try {
            requestStart(service);
            return waiter.reached(service, ServiceState.START_PENDING, ServiceState.RUNNING, progress)
                    .state();
        } finally {
            if (disabled) {
                backend.setStartType(service, StartType.DISABLED);
            }
        }
    }

    private void requestStart(ServiceName service) throws BackendException {
        try {
            backend.requestStart(service);
        } catch (BackendException failed) {
            // Another service that was started a moment ago may have started it: that is what was wanted.
            if (failed.code() != WindowsError.SERVICE_ALREADY_RUNNING) {
                throw failed;
            }
        }
    }

    private ChangeValue confirmed(Change change, ChangeValue wanted) throws BackendException, ChangeFailure {
        ChangeValue now = now(change);
        if (!now.text().equals(wanted.text())) {
            throw new ChangeFailure(Message.of("change.no.effect", change.service(), wanted.words(), now.words()));
        }
        return now;
    }

    private static void requireDecision(Change change, ChangeValue now, Conflict.Decider decider) throws ChangeFailure {
        Conflict conflict = new Conflict(change, ChangeValue.before(change), ChangeValue.after(change), now);
        if (!decider.restore(conflict)) {
            throw new ChangeFailure(Message.of(
                    "change.conflict",
                    subject(change),
                    conflict.before().words(),
                    conflict.set().words(),
                    now.words()));
        }
    }

    private static ChangeFailure drifted(Change change, ChangeValue now) {
        return new ChangeFailure(Message.of(
                "change.drifted", subject(change), ChangeValue.before(change).words(), now.words()));
    }

    /** What a complaint about a change is about. */
    static Object subject(Change change) {
        return change instanceof SetSetting set ? SettingWords.subject(set.setting()) : change.service();
    }
}
