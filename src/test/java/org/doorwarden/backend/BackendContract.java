package org.doorwarden.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What every server that can be changed does, be it a training server or Windows itself. The fixture sets up the
 * services named here before the first test; each test brings the states it needs about by itself.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BackendContract {

    /** Manual, stopped, in a process of its own, described, listening on {@link #PORT} of the loopback while it runs. */
    protected static final ServiceName WORKER = new ServiceName("DwWorker");
    /** Manual, needs the worker and the group of the worker. */
    protected static final ServiceName DEPENDENT = new ServiceName("DwDependent");
    /** Accepts to be paused. */
    protected static final ServiceName PAUSABLE = new ServiceName("DwPausable");
    /** Does not accept to be stopped. */
    protected static final ServiceName STUBBORN = new ServiceName("DwStubborn");
    /** Ends with an error as soon as it is started. */
    protected static final ServiceName FAILING = new ServiceName("DwFailing");
    /** Needs a service that is not there. */
    protected static final ServiceName DANGLING = new ServiceName("DwDangling");

    protected static final String GROUP = "DwGroup";
    protected static final String DESCRIPTION = "Works for tests. Prüfung";
    protected static final String DISPLAY_NAME = "Doorwarden test worker";
    protected static final int PORT = 47123;

    protected abstract ServerBackend backend();

    /** Lets time pass until pending services have arrived. */
    protected abstract void letTimePass(Duration duration);

    /** Whether this Service Control Manager looks after dependencies; Wine's does not. */
    protected abstract boolean enforcesDependencies();

    /** Whether this Service Control Manager keeps a delayed start; Wine's does not. */
    protected abstract boolean knowsDelayedStart();

    @Test
    void readsAServiceAsItIsConfigured() throws Exception {
        stop(WORKER);
        Service worker = read(WORKER);
        assertEquals(DISPLAY_NAME, worker.displayName());
        assertEquals(DESCRIPTION, worker.description());
        assertEquals(ServiceType.OWN_PROCESS, worker.type());
        assertEquals(StartType.MANUAL, worker.startType());
        assertEquals(ServiceState.STOPPED, worker.state());
        assertEquals(0, worker.pid());
        assertEquals("LocalSystem", worker.account());
        assertEquals(GROUP, worker.loadOrderGroup());
        assertFalse(worker.imagePath().isEmpty());
        assertFalse(worker.acceptsStop());
        assertTrue(worker.changeability().isChangeable());
        assertEquals(List.of(), worker.listeners());
        Service dependent = read(DEPENDENT);
        assertEquals(List.of(WORKER), dependent.dependsOn());
        assertEquals(List.of(GROUP), dependent.dependsOnGroups());
    }

    @Test
    void readsARunningServiceWithItsProcessAndItsPort() throws Exception {
        start(WORKER);
        Service worker = read(WORKER);
        assertEquals(ServiceState.RUNNING, worker.state());
        assertNotEquals(0, worker.pid());
        assertTrue(worker.acceptsStop());
        assertEquals(List.of(new Listener(Protocol.TCP, "127.0.0.1", PORT, false)), worker.listeners());
        assertTrue(worker.listeners().get(0).loopback());
        stop(WORKER);
        assertEquals(List.of(), read(WORKER).listeners());
    }

    @Test
    void readsNoServiceTwiceAndSaysWhichServerItIs() throws Exception {
        Inventory inventory = backend().read();
        assertEquals(backend().identity(), inventory.server());
        assertEquals(backend().identity(), backend().identity());
        assertTrue(inventory.services().size() >= 6);
        assertEquals(Optional.empty(), backend().readOnly());
    }

    @Test
    void setsEveryStartTypeAndReadsItBack() throws Exception {
        for (StartType type : List.of(
                StartType.AUTOMATIC,
                StartType.DISABLED,
                StartType.AUTOMATIC_DELAYED,
                StartType.DISABLED,
                StartType.AUTOMATIC,
                StartType.MANUAL)) {
            if (type == StartType.AUTOMATIC_DELAYED && !knowsDelayedStart()) {
                continue;
            }
            backend().setStartType(WORKER, type);
            assertEquals(type, condition(WORKER).startType());
            assertEquals(type, read(WORKER).startType());
        }
    }

    @Test
    void settingAStartTypeChangesNothingElse() throws Exception {
        stop(DEPENDENT);
        Service before = read(DEPENDENT);
        backend().setStartType(DEPENDENT, StartType.DISABLED);
        assertEquals(before.but().startType(StartType.DISABLED).build(), read(DEPENDENT));
        backend().setStartType(DEPENDENT, before.startType());
        assertEquals(before, read(DEPENDENT));
    }

    @Test
    void startsAndStopsAServiceByWayOfPendingStates() throws Exception {
        stop(WORKER);
        backend().requestStart(WORKER);
        assertTrue(condition(WORKER).state().isActive());
        settle(WORKER, ServiceState.RUNNING);
        backend().requestStop(WORKER);
        settle(WORKER, ServiceState.STOPPED);
        assertEquals(0, condition(WORKER).exitCode());
    }

    @Test
    void pausesAServiceThatCanBePaused() throws Exception {
        start(PAUSABLE);
        assertTrue(read(PAUSABLE).acceptsPause());
        backend().requestPause(PAUSABLE);
        settle(PAUSABLE, ServiceState.PAUSED);
        backend().requestStop(PAUSABLE);
        settle(PAUSABLE, ServiceState.STOPPED);
        start(WORKER);
        assertFalse(read(WORKER).acceptsPause());
        assertCode(WindowsError.INVALID_SERVICE_CONTROL, () -> backend().requestPause(WORKER));
        stop(WORKER);
    }

    @Test
    void answersWithTheErrorsOfWindows() throws Exception {
        ServiceName nobody = new ServiceName("DwNobody");
        assertCode(WindowsError.SERVICE_DOES_NOT_EXIST, () -> backend().condition(nobody));
        assertCode(WindowsError.SERVICE_DOES_NOT_EXIST, () -> backend().requestStart(nobody));
        assertCode(WindowsError.SERVICE_DOES_NOT_EXIST, () -> backend().requestStop(nobody));
        assertCode(WindowsError.SERVICE_DOES_NOT_EXIST, () -> backend().setStartType(nobody, StartType.MANUAL));
        stop(WORKER);
        assertCode(WindowsError.SERVICE_NOT_ACTIVE, () -> backend().requestStop(WORKER));
        backend().setStartType(WORKER, StartType.DISABLED);
        assertCode(WindowsError.SERVICE_DISABLED, () -> backend().requestStart(WORKER));
        backend().setStartType(WORKER, StartType.MANUAL);
        start(WORKER);
        assertCode(WindowsError.SERVICE_ALREADY_RUNNING, () -> backend().requestStart(WORKER));
        stop(WORKER);
    }

    @Test
    void aServiceThatDoesNotAcceptToBeStoppedSaysSo() throws Exception {
        start(STUBBORN);
        assertFalse(read(STUBBORN).acceptsStop());
        assertCode(WindowsError.INVALID_SERVICE_CONTROL, () -> backend().requestStop(STUBBORN));
        assertEquals(ServiceState.RUNNING, condition(STUBBORN).state());
    }

    @Test
    void aServiceThatFailsLeavesItsExitCode() throws Exception {
        backend().requestStart(FAILING);
        settle(FAILING, ServiceState.STOPPED);
        assertNotEquals(0, condition(FAILING).exitCode());
    }

    @Test
    void startingAServiceStartsWhatItNeeds() throws Exception {
        assumeTrue(enforcesDependencies());
        stop(WORKER);
        backend().requestStart(DEPENDENT);
        settle(DEPENDENT, ServiceState.RUNNING);
        assertEquals(ServiceState.RUNNING, condition(WORKER).state());
        stop(DEPENDENT);
        stop(WORKER);
    }

    @Test
    void aServiceThatOthersNeedIsNotStoppedUnderThem() throws Exception {
        assumeTrue(enforcesDependencies());
        start(DEPENDENT);
        assertCode(WindowsError.DEPENDENT_SERVICES_RUNNING, () -> backend().requestStop(WORKER));
        assertEquals(ServiceState.RUNNING, condition(WORKER).state());
        stop(DEPENDENT);
        stop(WORKER);
    }

    @Test
    void aServiceWhoseNeedsCannotBeMetDoesNotStart() throws Exception {
        assumeTrue(enforcesDependencies());
        assertCode(WindowsError.SERVICE_DEPENDENCY_DELETED, () -> backend().requestStart(DANGLING));
        backend().setStartType(WORKER, StartType.DISABLED);
        assertCode(WindowsError.SERVICE_DEPENDENCY_FAIL, () -> backend().requestStart(DEPENDENT));
        backend().setStartType(WORKER, StartType.MANUAL);
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws BackendException;
    }

    private static void assertCode(int code, Attempt attempt) {
        assertEquals(code, assertThrows(BackendException.class, attempt::make).code());
    }

    private Service read(ServiceName name) throws BackendException {
        return backend().read().find(name).orElseThrow();
    }

    private ServiceCondition condition(ServiceName name) throws BackendException {
        return backend().condition(name);
    }

    private void start(ServiceName name) throws BackendException {
        if (condition(name).state() == ServiceState.STOPPED) {
            backend().requestStart(name);
        }
        settle(name, ServiceState.RUNNING);
    }

    private void stop(ServiceName name) throws BackendException {
        if (condition(name).state() != ServiceState.STOPPED) {
            backend().requestStop(name);
        }
        settle(name, ServiceState.STOPPED);
    }

    private void settle(ServiceName name, ServiceState state) throws BackendException {
        for (int i = 0; i < 200 && condition(name).state() != state; i++) {
            letTimePass(Duration.ofMillis(100));
        }
        assertEquals(state, condition(name).state(), name.value());
    }
}
