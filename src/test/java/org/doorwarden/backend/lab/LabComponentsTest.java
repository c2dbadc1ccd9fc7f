package org.doorwarden.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.doorwarden.apply.Agreement;
import org.doorwarden.apply.CancelToken;
import org.doorwarden.apply.RunListener;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.testing.RandomSettings;
import org.doorwarden.testing.VirtualPace;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components, restarts, seats and faults of settings on the training servers that ship. */
class LabComponentsTest {

    private static final ServiceName FTP = new ServiceName("FTPSVC");
    private static final WindowsFeature WHOLE = new WindowsFeature("IIS-FTPServer");
    private static final WindowsFeature PART = new WindowsFeature("iis-ftpsvc");
    private static final RegistrySetting NOTE = new RegistrySetting("SOFTWARE\\Test", "Note");

    @TempDir
    Path folder;

    private final VirtualPace pace = new VirtualPace();

    private LabBackend lab(String name) {
        return TrainingServers.of(pace, new LabDefinitions().find(name).orElseThrow());
    }

    @Test
    void aWholeTakesItsInstalledPartsAlongAndTheirServices() throws Exception {
        LabBackend lab = lab("iis10-2022");
        FeatureDetail whole = lab.feature(WHOLE).orElseThrow();
        assertEquals(List.of("IIS-FTPSvc"), whole.takesAlong());
        assertEquals(Optional.of(true), whole.sourcePresent());
        assertEquals(List.of(FTP), lab.feature(PART).orElseThrow().services());
        List<Integer> progress = new ArrayList<>();
        Instant begun = pace.now();
        lab.set(WHOLE, FeatureState.UNINSTALLED, progress::add);
        assertEquals(List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100), progress);
        assertEquals(Duration.ofSeconds(4), Duration.between(begun, pace.now()));
        assertEquals(FeatureState.UNINSTALLED, lab.setting(PART));
        Inventory after = lab.read();
        assertTrue(after.find(FTP).isEmpty());
        assertFalse(after.traits().features().contains("Web-Ftp-Service"));
        assertTrue(after.traits().features().contains("Web-Server"));
        assertCode(WindowsError.SERVICE_DOES_NOT_EXIST, () -> lab.condition(FTP));
        assertCode(WindowsError.SERVICE_DOES_NOT_EXIST, () -> lab.requestStart(FTP));
        assertCode(WindowsError.SERVICE_DOES_NOT_EXIST, () -> lab.setStartType(FTP, StartType.MANUAL));
    }

    @Test
    void aPartNeedsItsWholeAndComesBackAsTheSetupMakesIt() throws Exception {
        LabBackend lab = lab("iis10-2022");
        lab.setStartType(FTP, StartType.DISABLED);
        set(lab, WHOLE, FeatureState.UNINSTALLED);
        assertCode(WindowsError.DISM_PARENT_DISABLED, () -> set(lab, PART, FeatureState.INSTALLED));
        set(lab, WHOLE, FeatureState.INSTALLED);
        assertTrue(lab.read().find(FTP).isEmpty());
        set(lab, PART, FeatureState.INSTALLED);
        assertEquals(StartType.AUTOMATIC, lab.condition(FTP).startType());
        assertEquals(ServiceState.STOPPED, lab.condition(FTP).state());
        assertCode(
                WindowsError.CBS_UNKNOWN_FEATURE,
                () -> set(lab, new WindowsFeature("Nothing"), FeatureState.INSTALLED));
        assertEquals(Absent.ITSELF, lab.setting(new WindowsFeature("Nothing")));
    }

    @Test
    void withoutItsSourceAComponentDoesNotComeBack() throws Exception {
        LabBackend lab = lab("messy");
        set(lab, WHOLE, FeatureState.UNINSTALLED);
        assertEquals(FeatureState.REMOVED, lab.setting(WHOLE));
        assertCode(WindowsError.CBS_SOURCE_MISSING, () -> set(lab, WHOLE, FeatureState.INSTALLED));
    }

    @Test
    void whatNeedsARestartIsGoneAndBackOnlyAfterIt() throws Exception {
        LabBackend lab = lab("iis5-2001");
        ServiceName msmq = new ServiceName("MSMQ");
        WindowsFeature feature = new WindowsFeature("msmq");
        set(lab, feature, FeatureState.UNINSTALLED);
        assertEquals(FeatureState.UNINSTALL_PENDING, lab.setting(feature));
        assertEquals(ServiceState.RUNNING, lab.condition(msmq).state());
        set(lab, feature, FeatureState.INSTALLED);
        assertEquals(FeatureState.INSTALLED, lab.setting(feature));
        set(lab, feature, FeatureState.UNINSTALLED);
        lab.restart();
        assertTrue(lab.read().find(msmq).isEmpty());
        set(lab, feature, FeatureState.INSTALLED);
        assertEquals(FeatureState.INSTALL_PENDING, lab.setting(feature));
        assertTrue(lab.read().find(msmq).isEmpty());
        lab.restart();
        pace.pause(Duration.ofMinutes(5));
        assertEquals(ServiceState.RUNNING, lab.condition(msmq).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iis5-2001", "iis6-2003", "iis10-2022"})
    void aRestartBringsBackWhatRanInTheBeginning(String name) throws Exception {
        LabBackend lab = lab(name);
        Inventory begun = lab.read();
        String before = TrainingServers.picture(begun);
        lab.restart();
        pace.pause(Duration.ofMinutes(5));
        // What was disabled while it ran stays down; nothing else is different.
        List<ServiceName> runsDisabled = begun.services().values().stream()
                .filter(service -> service.isActive() && service.startType() == StartType.DISABLED)
                .map(service -> service.name())
                .toList();
        assertEquals(List.of(), runsDisabled);
        assertEquals(before, TrainingServers.picture(lab.read()));
    }

    @Test
    void aRestartHonoursWhatWasSet() throws Exception {
        LabBackend lab = lab("iis10-2022");
        lab.setStartType(FTP, StartType.DISABLED);
        lab.setStartType(new ServiceName("WMSVC"), StartType.MANUAL);
        lab.setStartType(new ServiceName("SNMPTRAP"), StartType.AUTOMATIC);
        lab.restart();
        pace.pause(Duration.ofMinutes(5));
        assertEquals(ServiceState.STOPPED, lab.condition(FTP).state());
        assertEquals(
                ServiceState.STOPPED, lab.condition(new ServiceName("WMSVC")).state());
        assertEquals(
                ServiceState.RUNNING, lab.condition(new ServiceName("SNMPTRAP")).state());
    }

    @Test
    void settingsGoWrongAsTheFaultsSay() throws Exception {
        LabBackend lab = lab("iis10-2022");
        RegistryData value = RegistryData.text("x");
        lab.setFaults(List.of(new Fault(Fault.Kind.SETTING_DENIED, NOTE.address(), 1)));
        assertCode(WindowsError.ACCESS_DENIED, () -> lab.set(NOTE, value, SettingProgress.NONE));
        assertEquals(List.of(), lab.faults());
        lab.setFaults(List.of(new Fault(Fault.Kind.SETTING_IGNORED, NOTE.identity(), 1)));
        lab.set(NOTE, value, SettingProgress.NONE);
        assertEquals(Absent.ITSELF, lab.setting(NOTE));
        lab.setFaults(List.of(new Fault(Fault.Kind.SETTING_CHANGED_BACK, NOTE.address(), 1)));
        lab.set(NOTE, value, SettingProgress.NONE);
        assertEquals(value, lab.setting(NOTE));
        pace.pause(Duration.ofSeconds(1));
        assertEquals(Absent.ITSELF, lab.setting(NOTE));
        lab.setFaults(List.of(
                new Fault(Fault.Kind.COMPONENT_FAILS, WHOLE.name(), 1),
                new Fault(Fault.Kind.COMPONENT_SOURCE_MISSING, WHOLE.name(), 1)));
        assertCode(WindowsError.CBS_INSTALLERS_FAILED, () -> set(lab, WHOLE, FeatureState.UNINSTALLED));
        assertEquals(FeatureState.INSTALLED, lab.setting(WHOLE));
        set(lab, WHOLE, FeatureState.UNINSTALLED);
        assertCode(WindowsError.CBS_SOURCE_MISSING, () -> set(lab, WHOLE, FeatureState.INSTALLED));
    }

    @Test
    void aGroupThatIsRewordedKeepsItsMembers() throws Exception {
        LabBackend lab = lab("iis10-2022");
        LocalGroup group = new LocalGroup("Editors");
        GroupMembers setting = new GroupMembers("editors");
        Members members = Members.of(List.of(new Account("S-1-5-21-1-2-3-4", "")));
        lab.set(group, new GroupComment("first"), SettingProgress.NONE);
        assertEquals(Members.of(List.of()), lab.setting(setting));
        lab.set(setting, members, SettingProgress.NONE);
        lab.set(group, new GroupComment("second"), SettingProgress.NONE);
        assertEquals(members, lab.setting(setting));
        lab.set(group, Absent.ITSELF, SettingProgress.NONE);
        assertEquals(Absent.ITSELF, lab.setting(setting));
        lab.set(group, new GroupComment("third"), SettingProgress.NONE);
        assertEquals(Members.of(List.of()), lab.setting(setting));
    }

    @Test
    void theStateIsKeptOnDiskAndOlderOnesAreRead() throws Exception {
        LabDefinition definition = new LabDefinitions().find("iis10-2022").orElseThrow();
        LabBackend first = LabBackend.onDisk(definition, folder, pace);
        Seat seat = new Seat(Seat.Kind.REMOTE_DESKTOP, "10.1.1.7");
        first.setSpeed(LabBackend.FASTEST);
        first.setSeat(seat);
        first.set(WHOLE, FeatureState.UNINSTALLED, SettingProgress.NONE);
        first.setFaults(List.of(
                new Fault(Fault.Kind.SETTING_CHANGED_BACK, NOTE.address(), 3),
                new Fault(Fault.Kind.STOP_HANGS, new ServiceName("Spooler"), Fault.ALWAYS)));
        first.set(NOTE, RegistryData.text("x"), SettingProgress.NONE);
        LabBackend second = LabBackend.onDisk(definition, folder, pace);
        assertEquals(seat, second.read().access().seat());
        assertEquals(FeatureState.UNINSTALLED, second.setting(PART));
        assertEquals(first.faults(), second.faults());
        assertEquals(RegistryData.text("x"), second.setting(NOTE));
        pace.pause(Duration.ofSeconds(1));
        assertEquals(Absent.ITSELF, second.setting(NOTE));
        Path state = folder.resolve("state.json");
        String old = Files.readString(state)
                .replaceAll("(?s)\"(changingBack|components|settings)\": \\[.*?\\n  \\],\\n", "")
                .replaceAll("(?s)\"seat\": \\{.*?\\},\\n", "");
        assertFalse(old.contains("IIS-FTPServer") || old.contains("seat"), old.substring(0, 600));
        Files.writeString(state, old);
        assertTrue(second.read().find(FTP).isPresent());
        assertEquals(Seat.Kind.CONSOLE, second.read().access().seat().kind());
    }

    @Test
    void undoingAnUninstallIsTriedAgainAfterTheRestart() throws Exception {
        Workbench bench = new Workbench(new LabDefinitions().find("iis5-2001").orElseThrow());
        ServiceName msmq = new ServiceName("MSMQ");
        bench.lab.setStartType(msmq, StartType.MANUAL);
        String before = bench.picture();
        Plan plan = uninstall(bench, msmq, "msmq");
        RunReport report =
                bench.runs().apply(plan, EnumSet.allOf(Agreement.class), CancelToken.NEVER, RunListener.NONE);
        assertEquals(RunOutcome.APPLIED, report.outcome(), () -> "" + report.failure());
        bench.lab.restart();
        bench.pace.pause(Duration.ofMinutes(5));
        RunReport first = bench.undo(report.run().orElseThrow());
        assertEquals(RunOutcome.PARTLY_UNDONE, first.outcome());
        assertEquals(
                List.of("undo.service.gone", "undo.component.not.back"),
                first.changes().stream()
                        .map(each -> each.problem().orElseThrow().key())
                        .toList());
        bench.lab.restart();
        bench.pace.pause(Duration.ofMinutes(5));
        RunReport second = bench.undo(report.run().orElseThrow());
        assertEquals(RunOutcome.UNDONE, second.outcome(), () -> "" + second.changes());
        assertTrue(second.observations().stream().anyMatch(each -> each.key().equals("undo.component.installed")));
        assertEquals(before, bench.picture());
    }

    private static Plan uninstall(Workbench bench, ServiceName service, String component) throws Exception {
        Plan plan = bench.plan(List.of(Choice.of(service, Choice.Action.STOP)));
        List<Change> changes = new ArrayList<>(plan.changes());
        changes.add(new Change.SetSetting(
                "c99",
                service,
                new WindowsFeature(component),
                FeatureState.INSTALLED,
                FeatureState.UNINSTALLED,
                TakesEffect.MACHINE_RESTART,
                new Cause(Cause.Kind.CHOSEN, service, "")));
        return RandomSettings.changed(plan, changes);
    }

    private static void set(LabBackend lab, WindowsFeature feature, FeatureState state) throws BackendException {
        lab.set(feature, state, SettingProgress.NONE);
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws BackendException;
    }

    private static void assertCode(int code, Attempt attempt) {
        assertEquals(code, assertThrows(BackendException.class, attempt::make).code());
    }
}
