package org.doorwarden.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ReadProblem;
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
    void faultsOfTheBeginningAreThereUntilClearedAndBackAfterAReset() throws Exception {
        LabDefinition definition =
                LabDefinitions.read("lab.json", json("""
                "faults": [{"fault": "access-denied", "service": "A"}, {"fault": "stop-refused", "service": "a", "times": 2}],
                "services": [%s]""".formatted(service("A", "own-process", ""))));
        LabBackend lab = TrainingServers.of(pace, definition);
        List<Fault> faults = List.of(
                new Fault(Fault.Kind.ACCESS_DENIED, A, Fault.ALWAYS),
                new Fault(Fault.Kind.STOP_REFUSED, new ServiceName("a"), 2));
        assertEquals(faults, lab.faults());
        assertCode(WindowsError.ACCESS_DENIED, () -> lab.setStartType(A, StartType.MANUAL));
        lab.setFaults(List.of());
        assertEquals(List.of(), lab.faults());
        lab.setStartType(A, StartType.MANUAL);
        assertEquals(List.of(), lab.faults());
        lab.reset();
        assertEquals(faults, lab.faults());
        assertCode(WindowsError.ACCESS_DENIED, () -> lab.setStartType(A, StartType.MANUAL));
    }

    @Test
    void aFaultOfTheBeginningNamesAServiceThatIsThere() {
        byte[] nobody = json("""
                "faults": [{"fault": "access-denied", "service": "B"}], "services": [%s]""".formatted(service("A", "own-process", "")));
        DocumentException refused =
                assertThrows(DocumentException.class, () -> LabDefinitions.read("lab.json", nobody));
        assertTrue(refused.getMessage().contains("faults[0].service"), refused.getMessage());
    }

    @Test
    void whyAServiceCannotBeChangedIsReadOrFollowsFromItsType() throws Exception {
        LabDefinition definition = LabDefinitions.read("lab.json", json("""
                "services": [%s, %s, %s, %s]""".formatted(
                service("A", "own-process", ", \"changeability\": {\"kind\": \"policy\", \"detail\": \"GPO 1\"}"),
                service("Template", "user-template", ""),
                service("Template_1", "user-instance", ""),
                service("Hidden", "own-process", ", \"changeability\": {\"kind\": \"not-read\"}"))));
        LabBackend lab = TrainingServers.of(pace, definition);
        Inventory inventory = lab.read();
        assertEquals(Changeability.no(Changeability.Kind.POLICY, "GPO 1"), changeability(inventory, "A"));
        assertEquals(Changeability.no(Changeability.Kind.PER_USER, ""), changeability(inventory, "Template"));
        assertEquals(Changeability.no(Changeability.Kind.PER_USER, ""), changeability(inventory, "Template_1"));
        assertEquals(
                List.of(new ReadProblem(ReadProblem.Part.CONFIGURATION, "Hidden", WindowsError.ACCESS_DENIED)),
                inventory.problems());
        assertCode(WindowsError.ACCESS_DENIED, () -> lab.setStartType(new ServiceName("Hidden"), StartType.DISABLED));
        // Windows itself lets what a policy sets be changed, until the policy comes round again.
        lab.setStartType(A, StartType.DISABLED);
        lab.setStartType(new ServiceName("Template"), StartType.DISABLED);
        assertCode(
                WindowsError.INVALID_PARAMETER,
                () -> lab.setStartType(new ServiceName("Template_1"), StartType.DISABLED));
    }

    private static Changeability changeability(Inventory inventory, String name) {
        return inventory.find(new ServiceName(name)).orElseThrow().changeability();
    }

    private static byte[] json(String fields) {
        return """
                {"document": "doorwarden-training-server", "formatVersion": 1, "name": "test", "computer": "TEST",
                 "operatingSystem": "Test", "description": "A server for tests.", %s}""".formatted(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static String service(String name, String type, String more) {
        return """
                {"name": "%s", "displayName": "%s", "type": "%s", "startType": "automatic", "running": true%s}""".formatted(name, name, type, more);
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
