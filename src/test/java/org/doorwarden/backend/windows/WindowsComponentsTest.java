package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.FeatureDetail.Restart;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsComponentsTest {

    private static final WindowsFeature TELNET = new WindowsFeature("TelnetServer");

    private final RecordedDism dism = new RecordedDism();
    private final WindowsComponents components = new WindowsComponents(() -> Optional.of(dism));

    @AfterEach
    void everythingIsGivenBack() {
        dism.assertNothingIsKept();
    }

    @ParameterizedTest
    @CsvSource({
        "0, REMOVED",
        "1, UNINSTALL_PENDING",
        "2, UNINSTALLED",
        "3, REMOVED",
        "4, INSTALLED",
        "5, INSTALL_PENDING",
        "6, UNINSTALLED",
        "7, INSTALLED"
    })
    void theStatesOfDismAreOurs(int state, FeatureState expected) throws Exception {
        dism.feature("TelnetServer", state);

        assertEquals(expected, components.state(TELNET));
    }

    @Test
    void aStateThatNobodyKnowsIsAFailure() {
        dism.feature("TelnetServer", 8);

        assertEquals(
                13,
                assertThrows(BackendException.class, () -> components.state(TELNET))
                        .code());
    }

    @Test
    void whatThisWindowsDoesNotHaveIsAbsent() throws Exception {
        assertEquals(Absent.ITSELF, components.state(TELNET));
        assertEquals(Optional.empty(), components.detail(TELNET));
    }

    @Test
    void theDetailNamesThePartsThatGoAlongInnermostFirst() throws Exception {
        dism.feature("IIS-WebServerRole", 4);
        dism.feature("IIS-FTPServer", 4, "IIS-WebServerRole");
        dism.feature("IIS-FTPSvc", 4, "IIS-FTPServer");
        dism.feature("IIS-FTPExtensibility", 5, "iis-ftpsvc", "IIS-WebServerRole");
        dism.feature("IIS-FTPAbsent", 2, "IIS-FTPServer");
        dism.feature("TelnetServer", 4);

        Optional<FeatureDetail> detail = components.detail(new WindowsFeature("IIS-FTPServer"));

        assertEquals(
                Optional.of(new FeatureDetail(
                        "IIS-FTPServer",
                        "IIS-FTPServer (display)",
                        FeatureState.INSTALLED,
                        OptionalLong.empty(),
                        Restart.POSSIBLE,
                        List.of("IIS-FTPExtensibility", "IIS-FTPSvc"),
                        List.of(),
                        Optional.of(true))),
                detail);
    }

    @Test
    void whoIsPartOfWhomIsAskedOnce() throws Exception {
        dism.feature("MSMQ", 4);
        dism.feature("MSMQ-Services", 4, "MSMQ");

        components.detail(new WindowsFeature("MSMQ"));
        components.detail(new WindowsFeature("msmq-services"));

        assertEquals(List.of("parents of MSMQ", "parents of MSMQ-Services"), dism.calls);
    }

    @Test
    void partsThatContainEachOtherComeToAnEnd() throws Exception {
        dism.feature("A", 4, "B");
        dism.feature("B", 4, "A");

        assertEquals(
                List.of("B"),
                components.detail(new WindowsFeature("A")).orElseThrow().takesAlong());
    }

    @Test
    void whatIsNotInstalledTakesNothingAlong() throws Exception {
        dism.features.put("TelnetServer", new RecordedDism.Feature(3, " ", 2, List.of()));
        dism.feature("Part", 4, "TelnetServer");

        FeatureDetail detail = components.detail(TELNET).orElseThrow();

        assertEquals("TelnetServer", detail.displayName());
        assertEquals(Restart.REQUIRED, detail.restart());
        assertEquals(List.of(), detail.takesAlong());
        assertEquals(Optional.of(false), detail.sourcePresent());
    }

    @Test
    void uninstallingLeavesTheFilesAndTellsHowFarItIs() throws Exception {
        dism.progress.addAll(List.of(
                new int[] {0, 1000}, new int[] {505, 1000}, new int[] {3, 0}, new int[] {-1, -1}, new int[] {1100, 1000
                }));
        List<Integer> heard = new ArrayList<>();

        components.set(TELNET, FeatureState.UNINSTALLED, heard::add);

        assertEquals(List.of("DismDisableFeature TelnetServer removePayload 0"), dism.calls);
        assertEquals(List.of(0, 50, 100, 100), heard);
    }

    @Test
    void installingFetchesNothingAndInstallsNothingElse() throws Exception {
        components.set(TELNET, FeatureState.INSTALLED, SettingProgress.NONE);

        assertEquals(List.of("DismEnableFeature TelnetServer limitAccess 1 enableAll 0"), dism.calls);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3010, 0x80070bc2})
    void aRestartThatIsDueIsSuccess(int result) throws Exception {
        dism.results.put("DismDisableFeature", result);

        components.set(TELNET, FeatureState.UNINSTALLED, SettingProgress.NONE);

        assertEquals(1, dism.calls.size());
    }

    @ParameterizedTest
    @CsvSource({
        "DismInitialize, 0x800702E4, 740, needs the full rights of an administrator",
        "DismOpenSession, 0x80070005, 5, access is denied",
        "DismEnableFeature, 0x800F081F, 0x800F081F, no longer on this computer; install it with",
        "DismEnableFeature, 0x800F080C, 0x800F080C, has no component of that name",
        "DismEnableFeature, 0x800F0902, 0x800F0902, busy",
        "DismEnableFeature, 0xC004000D, 0xC004000D, that it is part of is not installed",
        "DismEnableFeature, 0x800F0923, 0x800F0923, which Windows explains so: Das ging nicht."
    })
    void failuresComeInPlainWords(String function, String result, String code, String words) {
        dism.results.put(function, Integer.parseUnsignedInt(result.substring(2), 16));
        dism.lastError = "Das ging nicht.\r\n";

        BackendException failed = assertThrows(
                BackendException.class, () -> components.set(TELNET, FeatureState.INSTALLED, SettingProgress.NONE));

        assertEquals(Long.decode(code).intValue(), failed.code());
        String said = new Messages(Locale.ENGLISH).say(failed.explanation());
        assertEquals(
                List.of(true, true),
                List.of(said.startsWith("Could not change TelnetServer: error " + code), said.contains(words)),
                said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DismGetFeatures", "DismGetFeatureParent", "DismGetFeatureInfo"})
    void aQuestionThatFailsIsNoEmptyAnswer(String function) {
        dism.feature("TelnetServer", 4);
        dism.results.put(function, 0x80004005);

        BackendException failed = assertThrows(BackendException.class, () -> components.detail(TELNET));

        assertEquals(0x80004005, failed.code());
        assertEquals(
                "Could not read TelnetServer: error 0x80004005.",
                new Messages(Locale.ENGLISH).say(failed.explanation()));
    }

    @Test
    void whatAListenerThrowsIsThrownOnceDismIsDone() {
        dism.progress.addAll(List.of(new int[] {1, 2}, new int[] {2, 2}));
        IllegalStateException thrown = new IllegalStateException("no");
        List<Integer> heard = new ArrayList<>();

        RuntimeException caught = assertThrows(
                IllegalStateException.class,
                () -> components.set(TELNET, FeatureState.UNINSTALLED, percent -> {
                    heard.add(percent);
                    throw thrown;
                }));

        assertSame(thrown, caught);
        assertEquals(List.of(50), heard);
    }

    @Test
    void nothingElseThanAStateCanBeSet() {
        SettingValue absent = Absent.ITSELF;

        assertEquals(
                87,
                assertThrows(BackendException.class, () -> components.set(TELNET, absent, SettingProgress.NONE))
                        .code());
        assertEquals(List.of(), dism.calls);
    }

    @Test
    void aWindowsWithoutDismSaysSo(@TempDir Path systemRoot) {
        WindowsComponents none = WindowsComponents.of(systemRoot);

        BackendException failed = assertThrows(BackendException.class, () -> none.state(TELNET));

        assertEquals(126, failed.code());
        assertEquals(
                "Could not read TelnetServer: this Windows has no DISM interface for programs, which is there since"
                        + " Windows Server 2012; uninstall it in Server Manager.",
                new Messages(Locale.ENGLISH).say(failed.explanation()));
    }
}
