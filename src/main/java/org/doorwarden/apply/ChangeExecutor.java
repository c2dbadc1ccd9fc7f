package org.doorwarden.apply;

import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.plan.Change.SetStartType;
import org.doorwarden.plan.Change.StopService;
import org.doorwarden.text.Message;

/** Makes single changes and undoes them, and believes only what it reads back. */
final class ChangeExecutor {

    private final ServerBackend backend;
    private final StateWaiter waiter;
    private final SettingExecutor settings;

    ChangeExecutor(ServerBackend backend, Pace pace) {
        this.backend = backend;
        this.waiter = new StateWaiter(backend, pace);
        this.settings = new SettingExecutor(backend);
    }

    /**
     * Makes a change. What already is as the change would make it is left alone; what is neither so nor as planned was
     * changed by somebody else meanwhile, and is left alone, too.
     *
     * @param resumed whether an earlier try was interrupted, so that a state in between is our own
     * @return the value read back
     */
    ChangeValue apply(Change change, boolean resumed, ChangeProgress progress) throws BackendException, ChangeFailure {
        if (change instanceof SetStartType set) {
            return apply(set);
        }
        return change instanceof StopService stop
                ? apply(stop, progress)
                : settings.apply((SetSetting) change, resumed, progress);
    }

    /**
     * Undoes a change by comparing three values: what was before, what the run set, what is now.
     *
     * @param startType the start type the service shall have once this change is undone
     * @param from how far the change, or an earlier try to undo it, had come
     * @return the value read back
     */
    ChangeValue undo(
            Change change, StartType startType, ChangeState from, Conflict.Decider decider, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        boolean resumed = from == ChangeState.UNDO_BEGUN;
        if (change instanceof SetStartType set) {
            return undo(set, decider);
        }
        if (change instanceof SetSetting set) {
            return settings.undo(set, resumed || from == ChangeState.BEGUN, decider, progress);
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
        return settings.read(change);
    }

    /** What is to be known of a component now. */
    Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
        return backend.feature(feature);
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

    static void requireDecision(Change change, ChangeValue now, Conflict.Decider decider) throws ChangeFailure {
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

    static ChangeFailure drifted(Change change, ChangeValue now) {
        return new ChangeFailure(Message.of(
                "change.drifted", subject(change), ChangeValue.before(change).words(), now.words()));
    }

    /** What a complaint about a change is about. */
    static Object subject(Change change) {
        return change instanceof SetSetting set ? SettingWords.subject(set.setting()) : change.service();
    }
}
