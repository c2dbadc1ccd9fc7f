package org.doorwarden.backend.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.lab.LabState.Condition;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;

/**
 * The simulated Service Control Manager: what it answers to a request at one moment, and what becomes of the services.
 * It knows no clock; every question brings its moment along.
 *
 * <p>Faithful to what Windows documents for StartService, ControlService and ChangeServiceConfig. Two things are not
 * documented and are this class' choice: a group of which no member runs is started whole, one with a running member is
 * left alone; and the last running member of a group that a running service needs is not stopped (1051).
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-startservicew">StartServiceW</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-controlservice">ControlService</a>
 */
final class LabScm {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration LEAST_WAIT_HINT = Duration.ofSeconds(2);
    private static final Duration RESTART_DELAY = Duration.ofMillis(500);

    private final LabDefinition definition;
    private final LabState state;
    private final Instant now;
    private final LabFaults faults;
    private final LabComponents components;
    private DependencyGraph built;
    /** Windows itself starts everything, and may. */
    private boolean restarting;

    /** Takes the state at a moment; services whose pending time is over arrive where they were going. */
    LabScm(LabDefinition definition, LabState state, Instant now) {
        this.definition = definition;
        this.state = state;
        this.now = now;
        this.faults = new LabFaults(state);
        this.components = new LabComponents(definition, state);
        settle();
    }

    /** The declared dependencies; only requests need them. */
    private DependencyGraph graph() {
        if (built == null) {
            built = DependencyGraph.of(
                    present().stream().map(LabService::service).toList());
        }
        return built;
    }

    /** What can be set beside the services. */
    LabSettings settings() {
        return new LabSettings(definition, state, now);
    }

    LabComponents components() {
        return components;
    }

    /** The services that are on the server: all but those whose component was uninstalled. */
    List<LabService> present() {
        return definition.services().values().stream()
                .filter(each -> components.hold(each.service().name()))
                .toList();
    }

    /**
     * Restarts the machine: what was waiting for that happens, and the services that start by themselves are started
     * with what they need. A manual service that something starts on this server runs again as well.
     */
    void restart() {
        components.restart();
        built = null;
        restarting = true;
        for (Condition condition : state.conditions.values()) {
            condition.settleAt(ServiceState.STOPPED);
            condition.pid = 0;
            condition.exitCode = WindowsError.SERVICE_NEVER_STARTED;
        }
        for (LabService each : present()) {
            ServiceName name = each.service().name();
            Condition condition = state.conditions.get(name);
            if (comesBack(each.service(), condition.startType) && condition.state == ServiceState.STOPPED) {
                try {
                    requestStart(name);
                } catch (BackendException failed) {
                    condition.exitCode = failed.code();
                }
            }
        }
        restarting = false;
    }

    private static boolean comesBack(Service begun, StartType startType) {
        if (startType == StartType.DISABLED) {
            return false;
        }
        return startType.startsByItself() == begun.startType().startsByItself()
                ? begun.isActive()
                : startType.startsByItself();
    }

    /** The service as it stands now. */
    Service service(LabService each) {
        Condition condition = state.conditions.get(each.service().name());
        boolean settled = condition.state == ServiceState.RUNNING || condition.state == ServiceState.PAUSED;
        return each.service()
                .but()
                .startType(condition.startType)
                .state(condition.state)
                .pid(condition.state.isActive() ? condition.pid : 0)
                .accepts(
                        settled && each.service().acceptsStop(),
                        settled && each.service().acceptsPause())
                .listeners(settled ? each.service().listeners() : List.of())
                .build();
    }

    ServiceCondition condition(ServiceName name) throws BackendException {
        Condition condition = find(Operation.QUERY, name);
        boolean pending = condition.state.isPending();
        // A service that hangs reports no progress; that is how a waiting program can tell.
        int checkPoint = !pending
                ? 0
                : condition.until == null
                        ? 1
                        : 1 + (int) (Duration.between(condition.since, now).toMillis() / STEP.toMillis());
        Duration hint = pending ? longer(LEAST_WAIT_HINT, pendingTime(name, condition.state)) : Duration.ZERO;
        return new ServiceCondition(condition.startType, condition.state, condition.exitCode, checkPoint, hint);
    }

    void setStartType(ServiceName name, StartType startType) throws BackendException {
        Condition condition = find(Operation.SET_START_TYPE, name);
        requireAccess(Operation.SET_START_TYPE, name);
        if (definition.services().get(name).service().type() == ServiceType.USER_INSTANCE) {
            // Windows configures the template only, and says of the instance that the parameter is incorrect.
            throw failure(Operation.SET_START_TYPE, name, WindowsError.INVALID_PARAMETER);
        }
        if (faults.strikes(Fault.Kind.CONFIG_DENIED, name)) {
            throw failure(Operation.SET_START_TYPE, name, WindowsError.ACCESS_DENIED);
        }
        if (!faults.strikes(Fault.Kind.CONFIG_IGNORED, name)) {
            condition.startType = startType;
        }
    }

    void requestStop(ServiceName name) throws BackendException {
        Condition condition = find(Operation.STOP, name);
        requireAccess(Operation.STOP, name);
        if (hasActiveDependents(name)) {
            throw failure(Operation.STOP, name, WindowsError.DEPENDENT_SERVICES_RUNNING);
        }
        requireControllable(Operation.STOP, name, condition);
        if (!definition.services().get(name).service().acceptsStop() || faults.strikes(Fault.Kind.STOP_REFUSED, name)) {
            throw failure(Operation.STOP, name, WindowsError.INVALID_SERVICE_CONTROL);
        }
        if (faults.strikes(Fault.Kind.STOP_TIMES_OUT, name)) {
            throw failure(Operation.STOP, name, WindowsError.SERVICE_REQUEST_TIMEOUT);
        }
        pend(name, condition, ServiceState.STOP_PENDING, ServiceState.STOPPED, now);
        condition.exitCode = 0;
        if (faults.has(Fault.Kind.STOP_HANGS, name)) {
            condition.until = null;
        }
    }

    void requestPause(ServiceName name) throws BackendException {
        Condition condition = find(Operation.PAUSE, name);
        requireAccess(Operation.PAUSE, name);
        requireControllable(Operation.PAUSE, name, condition);
        if (!definition.services().get(name).service().acceptsPause()) {
            throw failure(Operation.PAUSE, name, WindowsError.INVALID_SERVICE_CONTROL);
        }
        if (condition.state == ServiceState.RUNNING) {
            pend(name, condition, ServiceState.PAUSE_PENDING, ServiceState.PAUSED, now);
        }
    }

    void requestStart(ServiceName name) throws BackendException {
        Condition condition = find(Operation.START, name);
        requireAccess(Operation.START, name);
        requireStartable(name, condition);
        List<ServiceName> missing = graph().missing(name);
        if (!missing.isEmpty()) {
            throw failure(Operation.START, name, WindowsError.SERVICE_DEPENDENCY_DELETED);
        }
        Instant ready = startNeeds(name, new HashSet<>(Set.of(name)));
        start(name, condition, ready);
    }

    private void requireStartable(ServiceName name, Condition condition) throws BackendException {
        if (condition.startType == StartType.DISABLED) {
            throw failure(Operation.START, name, WindowsError.SERVICE_DISABLED);
        }
        if (condition.state.isActive()) {
            throw failure(Operation.START, name, WindowsError.SERVICE_ALREADY_RUNNING);
        }
        if (faults.strikes(Fault.Kind.LOGON_FAILS, name)) {
            throw failure(Operation.START, name, WindowsError.SERVICE_LOGON_FAILED);
        }
        if (faults.strikes(Fault.Kind.START_TIMES_OUT, name)) {
            throw failure(Operation.START, name, WindowsError.SERVICE_REQUEST_TIMEOUT);
        }
    }

    /** Starts what a service needs, one after the other, and tells when the last of them will be running. */
    private Instant startNeeds(ServiceName name, Set<ServiceName> onTheWay) throws BackendException {
        Instant ready = now;
        for (ServiceName needed : graph().dependsOn(name)) {
            ready = later(ready, startNeeded(name, needed, onTheWay));
        }
        for (String group : graph().dependsOnGroups(name)) {
            ready = later(ready, startGroup(name, group, onTheWay));
        }
        return ready;
    }

    private Instant startNeeded(ServiceName name, ServiceName needed, Set<ServiceName> onTheWay)
            throws BackendException {
        Condition condition = state.conditions.get(needed);
        if (condition.state == ServiceState.RUNNING || condition.state == ServiceState.PAUSED) {
            return now;
        }
        if (condition.state == ServiceState.START_PENDING && condition.until != null) {
            return condition.until;
        }
        if (!onTheWay.add(needed)) {
            throw failure(Operation.START, name, WindowsError.CIRCULAR_DEPENDENCY);
        }
        try {
            requireAccess(Operation.START, needed);
            requireStartable(needed, condition);
            if (!graph().missing(needed).isEmpty()) {
                throw failure(Operation.START, needed, WindowsError.SERVICE_DEPENDENCY_DELETED);
            }
            return start(needed, condition, startNeeds(needed, onTheWay));
        } catch (BackendException failed) {
            int code = failed.code() == WindowsError.CIRCULAR_DEPENDENCY
                    ? failed.code()
                    : WindowsError.SERVICE_DEPENDENCY_FAIL;
            throw failure(Operation.START, name, code);
        } finally {
            onTheWay.remove(needed);
        }
    }

    private Instant startGroup(ServiceName name, String group, Set<ServiceName> onTheWay) throws BackendException {
        List<ServiceName> members = graph().members(group);
        if (members.isEmpty() || members.stream().anyMatch(member -> isUp(state.conditions.get(member)))) {
            return now;
        }
        List<Instant> ready = new ArrayList<>();
        for (ServiceName member : members) {
            try {
                ready.add(startNeeded(name, member, onTheWay));
            } catch (BackendException memberFailed) {
                // one member is enough; whether there is one is known after all were tried
            }
        }
        if (ready.isEmpty()) {
            throw failure(Operation.START, name, WindowsError.SERVICE_DEPENDENCY_FAIL);
        }
        return Collections.max(ready);
    }

    /** Lets a service start once what it needs is running; returns when it will be running itself. */
    private Instant start(ServiceName name, Condition condition, Instant ready) throws BackendException {
        boolean dies = faults.strikes(Fault.Kind.START_FAILS, name);
        pend(name, condition, ServiceState.START_PENDING, dies ? ServiceState.STOPPED : ServiceState.RUNNING, ready);
        condition.exitCode = dies ? WindowsError.PROCESS_ABORTED : 0;
        condition.pid = pidFor(name);
        LabShares.serviceStarts(name, definition, state);
        return condition.until;
    }

    private void pend(ServiceName name, Condition condition, ServiceState pending, ServiceState target, Instant from) {
        condition.state = pending;
        condition.target = target;
        condition.since = now;
        condition.until = from.plus(pendingTime(name, pending));
    }

    private Duration pendingTime(ServiceName name, ServiceState pending) {
        LabService service = definition.services().get(name);
        Duration life = pending == ServiceState.START_PENDING ? service.starting() : service.stopping();
        return life.dividedBy(state.speed);
    }

    private void requireAccess(Operation operation, ServiceName name) throws BackendException {
        Changeability changeability = definition.services().get(name).service().changeability();
        boolean denied = changeability.kind() == Changeability.Kind.PROTECTED
                || changeability.kind() == Changeability.Kind.RIGHT_MISSING
                || changeability.kind() == Changeability.Kind.NOT_READ;
        if (!restarting && (denied || faults.strikes(Fault.Kind.ACCESS_DENIED, name))) {
            throw failure(operation, name, WindowsError.ACCESS_DENIED);
        }
    }

    private static void requireControllable(Operation operation, ServiceName name, Condition condition)
            throws BackendException {
        if (condition.state == ServiceState.STOPPED) {
            throw failure(operation, name, WindowsError.SERVICE_NOT_ACTIVE);
        }
        if (condition.state == ServiceState.START_PENDING || condition.state == ServiceState.STOP_PENDING) {
            throw failure(operation, name, WindowsError.SERVICE_CANNOT_ACCEPT_CTRL);
        }
    }

    private boolean hasActiveDependents(ServiceName name) {
        for (ServiceName dependent : graph().neededBy(name)) {
            if (!dependent.equals(name) && state.conditions.get(dependent).state.isActive()) {
                return true;
            }
        }
        String group = definition.services().get(name).service().loadOrderGroup();
        boolean lastMember = graph().members(group).stream()
                .noneMatch(member -> !member.equals(name)
                        && state.conditions.get(member).state.isActive());
        return lastMember
                && graph().neededByThroughGroup(name).stream()
                        .anyMatch(dependent -> !dependent.equals(name)
                                && state.conditions.get(dependent).state.isActive());
    }

    private void settle() {
        settings().settle();
        for (LabService each : definition.services().values()) {
            ServiceName name = each.service().name();
            Condition condition = state.conditions.get(name);
            if (condition.until == null && !faults.has(Fault.Kind.STOP_HANGS, name)) {
                condition.until = now;
            }
            while (condition.state.isPending() && condition.until != null && !condition.until.isAfter(now)) {
                arrive(name, condition);
            }
        }
    }

    private void arrive(ServiceName name, Condition condition) {
        Instant arrived = condition.until;
        boolean wasStopped = condition.state == ServiceState.STOP_PENDING;
        condition.settleAt(condition.target);
        if (wasStopped
                && condition.startType != StartType.DISABLED
                && faults.strikes(Fault.Kind.RESTARTS_ITSELF, name)) {
            condition.state = ServiceState.START_PENDING;
            condition.target = ServiceState.RUNNING;
            condition.since = arrived;
            condition.until = arrived.plus(RESTART_DELAY.dividedBy(state.speed))
                    .plus(pendingTime(name, ServiceState.START_PENDING));
        }
    }

    /** Services of one process share its number while one of them is active. */
    private long pidFor(ServiceName name) {
        String process = definition.services().get(name).process();
        for (LabService each : definition.services().values()) {
            Condition condition = state.conditions.get(each.service().name());
            if (each.process().equals(process)
                    && !each.service().name().equals(name)
                    && condition.state.isActive()
                    && condition.pid != 0) {
                return condition.pid;
            }
        }
        if (definition.services().get(name).service().isDriver()) {
            return 0;
        }
        state.nextPid += 4;
        return state.nextPid;
    }

    private Condition find(Operation operation, ServiceName name) throws BackendException {
        Condition condition = state.conditions.get(name);
        if (condition == null || !components.hold(name)) {
            throw failure(operation, name, WindowsError.SERVICE_DOES_NOT_EXIST);
        }
        return condition;
    }

    private static boolean isUp(Condition condition) {
        return condition.state == ServiceState.RUNNING
                || condition.state == ServiceState.PAUSED
                || condition.state == ServiceState.START_PENDING;
    }

    private static BackendException failure(Operation operation, ServiceName name, int code) {
        return new BackendException(operation, name.value(), code);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
