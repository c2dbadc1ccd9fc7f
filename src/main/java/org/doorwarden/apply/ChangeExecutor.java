package org.doorwarden.apply;

import java.util.function.Consumer;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Change;
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
    String apply(Change change, Consumer<ServiceState> progress) throws BackendException, ChangeFailure {
        return switch (change.kind()) {
            case SET_START_TYPE -> apply((SetStartType) change);
            case STOP_SERVICE -> apply((StopService) change, progress);
        };
    }

    /**
     * Undoes a change by comparing three values: what was before, what the run set, what is now.
     *
     * @param startType the start type the service shall have once this change is undone
     * @param resumed whether an earlier try was interrupted, so that a state in between is our own
     * @return the value read back
     */
    String undo(
            Change change,
            StartType startType,
            boolean resumed,
            Conflict.Decider decider,
            Consumer<ServiceState> progress)
            throws BackendException, ChangeFailure {
        if (change.kind() == Change.Kind.SET_START_TYPE) {
            return undo((SetStartType) change, decider);
        }
        String readBack = undo((StopService) change, resumed, decider, progress);
        if (resumed
                && startType == StartType.DISABLED
                && backend.condition(change.service()).startType() == StartType.MANUAL) {
            backend.setStartType(change.service(), StartType.DISABLED);
        }
        return readBack;
    }

    /** The value that a change is about, as the server has it now. */
    String now(Change change) throws BackendException {
        ServiceCondition condition = backend.condition(change.service());
        return value(change, condition);
    }

    static String value(Change change, ServiceCondition condition) {
        return switch (change.kind()) {
            case SET_START_TYPE -> condition.startType().id();
            case STOP_SERVICE -> condition.state().id();
        };
    }

    static String before(Change change) {
        return switch (change.kind()) {
            case SET_START_TYPE -> ((SetStartType) change).before().id();
            case STOP_SERVICE -> ((StopService) change).before().id();
        };
    }

    static String after(Change change) {
        return switch (change.kind()) {
            case SET_START_TYPE -> ((SetStartType) change).after().id();
            case STOP_SERVICE -> ServiceState.STOPPED.id();
        };
    }

    private String apply(SetStartType change) throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        var now = backend.condition(service).startType();
        if (now != change.after()) {
            if (now != change.before()) {
                throw drifted(change, now.id());
            }
            backend.setStartType(service, change.after());
        }
        return confirmed(change, change.after().id());
    }

    private String apply(StopService change, Consumer<ServiceState> progress) throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        ServiceState now = waiter.settled(service, progress).state();
        if (now != ServiceState.STOPPED) {
            if (now != change.before()) {
                throw drifted(change, now.id());
            }
            backend.requestStop(service);
            waiter.reached(service, now, ServiceState.STOPPED, progress);
        }
        return confirmed(change, ServiceState.STOPPED.id());
    }

    private String undo(SetStartType change, Conflict.Decider decider) throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        var now = backend.condition(service).startType();
        if (now != change.before()) {
            if (now != change.after()) {
                requireDecision(change, now.id(), decider);
            }
            backend.setStartType(service, change.before());
        }
        return confirmed(change, change.before().id());
    }

    private String undo(StopService change, boolean resumed, Conflict.Decider decider, Consumer<ServiceState> progress)
            throws BackendException, ChangeFailure {
        ServiceName service = change.service();
        ServiceState now = waiter.settled(service, progress).state();
        if (now != change.before()) {
            boolean ownHalfWay = resumed && now == ServiceState.RUNNING;
            if (now != ServiceState.STOPPED && !ownHalfWay) {
                requireDecision(change, now.id(), decider);
            }
            bringBack(change, now, progress);
        }
        return confirmed(change, change.before().id());
    }

    /** Starts and, if it was paused before, pauses. A paused service that ran is stopped first to be started. */
    private void bringBack(StopService change, ServiceState now, Consumer<ServiceState> progress)
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
    private ServiceState start(ServiceName service, Consumer<ServiceState> progress)
            throws BackendException, ChangeFailure {
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

    /** Reads back and refuses to call it done unless the server says so. */
    private String confirmed(Change change, String wanted) throws BackendException, ChangeFailure {
        String now = now(change);
        if (!now.equals(wanted)) {
            throw new ChangeFailure(
                    Message.of("change.no.effect", change.service(), word(change, wanted), word(change, now)));
        }
        return now;
    }

    private static void requireDecision(Change change, String now, Conflict.Decider decider) throws ChangeFailure {
        Conflict conflict = new Conflict(change, before(change), after(change), now);
        if (!decider.restore(conflict)) {
            throw new ChangeFailure(Message.of(
                    "change.conflict",
                    change.service(),
                    word(change, conflict.before()),
                    word(change, conflict.set()),
                    word(change, now)));
        }
    }

    private static ChangeFailure drifted(Change change, String now) {
        return new ChangeFailure(
                Message.of("change.drifted", change.service(), word(change, before(change)), word(change, now)));
    }

    private static Message word(Change change, String value) {
        String prefix = change.kind() == Change.Kind.SET_START_TYPE ? "start.type." : "state.";
        return Message.of(prefix + value);
    }
}
