package org.doorwarden.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceBuilder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.testing.VirtualPace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is special to the training server: time, faults, groups, and its state on the disk. */
class LabScmTest {

    private static final ServiceName A = new ServiceName("A");

    private final VirtualPace pace = new VirtualPace();

    @TempDir
    Path folder;

    @Test
    void aPendingStateTakesItsTimeAndCountsItsProgress() throws Exception {
        LabBackend lab = lab(running("A"));
        lab.requestStop(A);
        assertEquals(ServiceState.STOP_PENDING, lab.condition(A).state());
        int first = lab.condition(A).checkPoint();
        assertCode(WindowsError.SERVICE_CANNOT_ACCEPT_CTRL, () -> lab.requestStop(A));
        pace.pause(Duration.ofMillis(199));
        assertEquals(ServiceState.STOP_PENDING, lab.condition(A).state());
        assertTrue(lab.condition(A).checkPoint() >= first);
        pace.pause(Duration.ofMillis(1));
        assertEquals(ServiceState.STOPPED, lab.condition(A).state());
    }

    @Test
    void aServiceThatWasNeverStartedSaysSo() throws Exception {
        assertEquals(
                WindowsError.SERVICE_NEVER_STARTED,
                lab(Service.named("A")).condition(A).exitCode());
    }

    @Test
    void everyFaultAnswersAsItsNameSays() throws Exception {
        assertFault(Fault.Kind.ACCESS_DENIED, WindowsError.ACCESS_DENIED, lab -> lab.requestStop(A));
        assertFault(Fault.Kind.ACCESS_DENIED, WindowsError.ACCESS_DENIED, lab -> lab.setStartType(A, StartType.MANUAL));
        assertFault(Fault.Kind.CONFIG_DENIED, WindowsError.ACCESS_DENIED, lab -> lab.setStartType(A, StartType.MANUAL));
        assertFault(Fault.Kind.STOP_REFUSED, WindowsError.INVALID_SERVICE_CONTROL, lab -> lab.requestStop(A));
        assertFault(Fault.Kind.STOP_TIMES_OUT, WindowsError.SERVICE_REQUEST_TIMEOUT, lab -> lab.requestStop(A));
        assertFault(Fault.Kind.START_TIMES_OUT, WindowsError.SERVICE_REQUEST_TIMEOUT, this::restart);
        assertFault(Fault.Kind.LOGON_FAILS, WindowsError.SERVICE_LOGON_FAILED, this::restart);
    }

    @Test
    void aFaultCanHappenOnceOnly() throws Exception {
        LabBackend lab = lab(running("A"));
        lab.setFaults(List.of(new Fault(Fault.Kind.STOP_TIMES_OUT, A, 1)));
        assertCode(WindowsError.SERVICE_REQUEST_TIMEOUT, () -> lab.requestStop(A));
        assertEquals(List.of(), lab.faults());
        lab.requestStop(A);
    }

    @Test
    void aHangingServiceStaysPendingWithoutProgress() throws Exception {
        LabBackend lab = lab(running("A"));
        lab.setFaults(List.of(new Fault(Fault.Kind.STOP_HANGS, A, Fault.ALWAYS)));
        lab.requestStop(A);
        int checkPoint = lab.condition(A).checkPoint();
        pace.pause(Duration.ofHours(1));
        assertEquals(ServiceState.STOP_PENDING, lab.condition(A).state());
        assertEquals(checkPoint, lab.condition(A).checkPoint());
        lab.setFaults(List.of());
        assertEquals(ServiceState.STOPPED, lab.condition(A).state());
    }

    @Test
    void aServiceThatSomebodyRestartsComesBack() throws Exception {
        LabBackend lab = lab(running("A"));
        lab.setFaults(List.of(new Fault(Fault.Kind.RESTARTS_ITSELF, A, Fault.ALWAYS)));
        lab.requestStop(A);
        pace.pause(Duration.ofSeconds(5));
        assertEquals(ServiceState.RUNNING, lab.condition(A).state());
    }

    @Test
    void aChangeThatIsIgnoredIsAnsweredWithSuccess() throws Exception {
        LabBackend lab = lab(running("A"));
        lab.setFaults(List.of(new Fault(Fault.Kind.CONFIG_IGNORED, A, Fault.ALWAYS)));
        lab.setStartType(A, StartType.DISABLED);
        assertEquals(StartType.AUTOMATIC, lab.condition(A).startType());
    }

    @Test
    void whatIsProtectedDeniesAccess() throws Exception {
        LabBackend lab = lab(running("A").changeability(Changeability.no(Changeability.Kind.PROTECTED, "")));
        assertCode(WindowsError.ACCESS_DENIED, () -> lab.requestStop(A));
        assertCode(WindowsError.ACCESS_DENIED, () -> lab.setStartType(A, StartType.DISABLED));
    }

    @Test
    void oneRunningMemberSatisfiesWhoeverNeedsTheGroup() throws Exception {
        ServiceName needs = new ServiceName("Needs");
        ServiceName one = new ServiceName("One");
        ServiceName two = new ServiceName("Two");
        LabBackend lab = lab(
                running("One").loadOrderGroup("G"),
                Service.named("Two").loadOrderGroup("g").accepts(true, false),
                running("Needs").dependsOnGroups(List.of("G")));
        assertCode(WindowsError.DEPENDENT_SERVICES_RUNNING, () -> lab.requestStop(one));
        lab.requestStart(two);
        pace.pause(Duration.ofSeconds(1));
        lab.requestStop(one);
        pace.pause(Duration.ofSeconds(1));
        lab.requestStop(needs);
        pace.pause(Duration.ofSeconds(1));
        lab.requestStop(two);
        pace.pause(Duration.ofSeconds(1));
        lab.requestStart(needs);
        pace.pause(Duration.ofSeconds(1));
        assertEquals(ServiceState.RUNNING, lab.condition(one).state());
        assertEquals(ServiceState.RUNNING, lab.condition(needs).state());
    }

    @Test
    void circlesDoNotStart() throws Exception {
        LabBackend lab =
                lab(Service.named("A").dependsOn("B"), Service.named("B").dependsOn("A"));
        assertCode(WindowsError.CIRCULAR_DEPENDENCY, () -> lab.requestStart(A));
    }

    @Test
    void theStateOnDiskIsThereForTheNextProcess() throws Exception {
        LabDefinition definition = definition(running("A"), Service.named("B"));
        LabBackend first = LabBackend.onDisk(definition, folder.resolve("lab"), pace);
        assertTrue(Files.notExists(folder.resolve("lab")), "looking leaves nothing behind");
        first.read();
        assertTrue(Files.notExists(folder.resolve("lab")), "looking leaves nothing behind");
        first.requestStop(A);
        LabBackend second = LabBackend.onDisk(definition, folder.resolve("lab"), pace);
        assertEquals(ServiceState.STOP_PENDING, second.condition(A).state());
        pace.pause(Duration.ofSeconds(1));
        assertEquals(ServiceState.STOPPED, second.condition(A).state());
        first.reset();
        assertEquals(ServiceState.RUNNING, second.condition(A).state());
    }

    @Test
    void aDamagedStateIsNamedAndNotTakenForAFreshServer() throws Exception {
        LabDefinition definition = definition(running("A"));
        LabBackend lab = LabBackend.onDisk(definition, folder, pace);
        lab.setSpeed(2);
        Path state = folder.resolve("state.json");
        Files.writeString(state, Files.readString(state).replace("\"running\"", "\"flying\""));
        BackendException damaged = assertThrows(BackendException.class, lab::read);
        assertTrue(
                damaged.getCause().getMessage().contains("services[0].state"),
                damaged.getCause().getMessage());
    }

    @Test
    void theShippedServersHoldTogether() {
        LabDefinitions definitions = new LabDefinitions();
        assertEquals(List.of("iis5-2001"), definitions.names());
        for (String name : definitions.names()) {
            LabDefinition definition = definitions.find(name).orElseThrow();
            Inventory inventory = read(definition);
            for (Service service : inventory.services().values()) {
                for (ServiceName needed : service.dependsOn()) {
                    Service there = inventory
                            .find(needed)
                            .orElseThrow(() -> new AssertionError(service.name() + " needs " + needed));
                    assertTrue(!service.isActive() || there.isActive(), service.name() + " runs over " + needed);
                }
            }
        }
        assertTrue(definitions.find("../catalogue/roles").isEmpty());
    }

    private Inventory read(LabDefinition definition) {
        try {
            return TrainingServers.of(pace, definition).read();
        } catch (BackendException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void on(LabBackend lab) throws BackendException;
    }

    private void restart(LabBackend lab) throws BackendException {
        lab.requestStop(A);
        pace.pause(Duration.ofSeconds(1));
        lab.requestStart(A);
    }

    private void assertFault(Fault.Kind kind, int code, Attempt attempt) throws BackendException {
        LabBackend lab = lab(running("A"));
        lab.setFaults(List.of(new Fault(kind, A, Fault.ALWAYS)));
        BackendException failed = assertThrows(BackendException.class, () -> attempt.on(lab));
        assertEquals(code, failed.code(), kind.id());
    }

    private static void assertCode(int code, org.junit.jupiter.api.function.Executable attempt) {
        assertEquals(code, assertThrows(BackendException.class, attempt).code());
    }

    private LabBackend lab(ServiceBuilder... services) {
        return TrainingServers.of(pace, definition(services));
    }

    private static LabDefinition definition(ServiceBuilder... services) {
        return TrainingServers.definition(Arrays.stream(services)
                .map(service -> TrainingServers.service(service.build()))
                .toList());
    }

    private static ServiceBuilder running(String name) {
        return Service.named(name)
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, false);
    }
}
