package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.document.DocumentException;
import org.doorwarden.iis.FtpElements;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.testing.Workbench;
import org.doorwarden.ui.BackendWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restricting FTP on a training server with a real file: set, verified, changed by others, denied, undone. */
class FtpRunTest {

    private static final ServiceName FTP = new ServiceName("FTPSVC");
    private static final String SITE = "Partner FTP";
    private static final IisElement LIST = FtpElements.ipSecurity(SITE);
    private static final IisElement SSL = FtpElements.ssl(SITE);

    private Workbench bench;
    private byte[] before;

    @BeforeEach
    void startTheServer() throws Exception {
        bench = new Workbench(new LabDefinitions().find("iis10-2022").orElseThrow());
        before = file();
    }

    @Test
    void whatWasAbsentAndWhatWasOtherwiseIsSetAndComesBackByteForByte() throws Exception {
        RunReport report = bench.apply(plan());
        assertEquals(RunOutcome.APPLIED, report.outcome());
        FtpSite site = bench.read().access().ftpSites().orElseThrow().get(0);
        assertFalse(site.anonymous());
        assertFalse(site.allowUnlisted());
        assertEquals("SslRequire", site.controlTls());
        assertEquals("SslRequire", site.dataTls());
        assertEquals(
                List.of(
                        new FtpSite.AddressRule("127.0.0.1", "", true),
                        new FtpSite.AddressRule("10.0.0.0", "255.0.0.0", true)),
                site.addressRules());
        assertEquals(List.of(), plan().changes());
        assertArrayEquals(before, bench.storage.content(copy(report)));
        RunReport undone = bench.undo(report.run().orElseThrow());
        assertEquals(RunOutcome.UNDONE, undone.outcome());
        assertEquals(List.of(), undone.observations());
        assertArrayEquals(before, file());
    }

    @Test
    void oneChangeIsUndoneAloneAndTheOthersStay() throws Exception {
        RunReport report = bench.apply(plan());
        String list = report.changes().stream()
                .filter(each -> each.change().toString().contains("ipSecurity"))
                .findFirst()
                .orElseThrow()
                .change()
                .id();
        bench.undo(report.run().orElseThrow(), list);
        FtpSite site = bench.read().access().ftpSites().orElseThrow().get(0);
        assertTrue(site.allowUnlisted());
        assertEquals("SslRequire", site.controlTls());
        bench.undo(report.run().orElseThrow());
        assertArrayEquals(before, file());
    }

    @Test
    void whatSomebodyChangedSinceIsLeftToThem() throws Exception {
        RunReport report = bench.apply(plan());
        XmlText theirs = new XmlText("<ipSecurity allowUnlisted=\"false\" />");
        bench.lab.set(LIST, theirs, SettingProgress.NONE);
        RunReport undone = bench.undo(report.run().orElseThrow());
        assertEquals(RunOutcome.PARTLY_UNDONE, undone.outcome());
        assertEquals(theirs, bench.lab.setting(LIST));
        assertTrue(((XmlText) bench.lab.setting(SSL)).xml().contains("SslAllow"));
    }

    @Test
    void aPlanOnAFileThatIsOtherwiseByNowIsRefused() throws Exception {
        Plan plan = plan();
        bench.lab.set(LIST, new XmlText("<ipSecurity />"), SettingProgress.NONE);
        RunReport report = bench.apply(plan);
        assertEquals(Optional.empty(), report.run());
        assertEquals("plan.drift.value", report.failure().orElseThrow().key());
    }

    @Test
    void whatSomebodyChangedBesideIsToldAndTheCopyIsNamed() throws Exception {
        RunReport report = bench.apply(plan());
        bench.lab.set(
                new IisElement("configuration/system.webServer/security/access"),
                new XmlText("<access sslFlags=\"Ssl\" />"),
                SettingProgress.NONE);
        RunReport undone = bench.undo(report.run().orElseThrow());
        assertEquals(RunOutcome.UNDONE, undone.outcome());
        assertEquals(
                List.of("verify.iis.different"),
                undone.observations().stream().map(message -> message.key()).toList());
        assertTrue(
                undone.observations().get(0).arguments().contains(copy(report).toString()));
    }

    @Test
    void whereItIsDeniedEverythingDoneBeforeComesBack() throws Exception {
        var denying = new BackendWith(bench.lab) {
            @Override
            public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
                if (setting.equals(LIST)) {
                    throw new BackendException(
                            BackendException.Operation.SET_SETTING, setting.address(), WindowsError.ACCESS_DENIED);
                }
                bench.lab.set(setting, value, progress);
            }
        };
        RunReport report = bench.runs(denying).apply(plan(), Set.of(), CancelToken.NEVER, RunListener.NONE);
        assertEquals(RunOutcome.UNDONE, report.outcome());
        assertArrayEquals(before, file());
    }

    @Test
    void aCopyThatIsNotTheOneKeptIsDamage() throws Exception {
        RunReport report = bench.apply(plan());
        bench.storage.replace(copy(report), new byte[] {1});
        assertThrows(DocumentException.class, () -> bench.find(report.run().orElseThrow()));
    }

    private byte[] file() throws Exception {
        return bench.lab.iisConfiguration().orElseThrow().bytes();
    }

    private static Path copy(RunReport report) {
        return Path.of("runs").resolve(report.run().orElseThrow()).resolve("applicationHost.config");
    }

    private Plan plan() throws Exception {
        Limits limits = new Limits(Map.of(
                Limit.ANONYMOUS, List.of("off"), Limit.TLS, List.of("required"), Limit.FROM, List.of("10.0.0.0/8")));
        return bench.plan(List.of(Choice.restrict(FTP, limits)));
    }
}
