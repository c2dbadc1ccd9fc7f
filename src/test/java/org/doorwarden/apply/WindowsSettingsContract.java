package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.windows.WindowsBackend;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.IndexedScope;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessEntry;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.AccessRight;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.KeySecurity;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WellKnownSid;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change.SetSetting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Changes of settings made and undone on Windows itself, as a run makes and undoes them. It runs inside a Windows JVM, which
 * {@code SettingsOnWindowsIT} starts under Wine; on a Windows machine for tests it can be run as it is. What it makes lies
 * below one registry key, and is looked at with {@code reg.exe}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WindowsSettingsContract {

    private static final ServiceName SERVICE = new ServiceName("RemoteRegistry");
    private static final String BASE = "SOFTWARE\\DoorwardenTest";
    private static final String KEY = BASE + "\\Парола \u00e9";
    private static final RegistrySetting VALUE = new RegistrySetting(KEY, "Wert ß");
    private static final RegistrySetting OTHER = new RegistrySetting(KEY, "Other");
    private static final KeySecurity SECURITY = new KeySecurity(KEY);
    private static final LocalGroup GROUP = new LocalGroup("DwEditors");
    private static final String SCOPES = "SYSTEM\\CurrentControlSet\\Control\\ContentIndex\\Catalogs\\DwWeb\\Scopes";
    private static final String RULE =
            "SOFTWARE\\Microsoft\\Windows Search\\CrawlScopeManager\\Windows\\SystemIndex\\WorkingSetRules\\4711";

    private WindowsBackend backend;
    private ChangeExecutor executor;

    @BeforeAll
    void open() throws Exception {
        backend = WindowsBackend.open(Path.of(System.getenv("SystemRoot")));
        executor = new ChangeExecutor(backend, new SystemPace());
    }

    @AfterAll
    void close() {
        backend.close();
    }

    @BeforeEach
    @AfterEach
    void clear() throws Exception {
        for (String key : List.of(BASE, "SYSTEM\\CurrentControlSet\\Control\\ContentIndex\\Catalogs\\DwWeb", RULE)) {
            reg("delete", "HKLM\\" + key, "/f");
        }
    }

    @Test
    void everyTypeOfValueIsWrittenAndReadByteForByte() throws Exception {
        for (RegistryData data : List.of(
                RegistryData.number(0xFFFFFFFEL),
                RegistryData.text("Łódź \uD83D\uDD12"),
                RegistryData.texts(List.of("a", "b c")),
                RegistryData.of(2, "%SystemRoot%".getBytes(StandardCharsets.UTF_16LE)),
                RegistryData.of(3, new byte[] {0, 1, (byte) 0xFF}),
                RegistryData.of(0, new byte[0]),
                RegistryData.of(4, new byte[] {1}),
                RegistryData.of(0x4711, new byte[] {9, 8, 7, 6, 5}))) {
            set(VALUE, data);
            assertEquals(data, backend.setting(VALUE));
        }
    }

    @Test
    void aValueWhoseKeyIsNotThereComesAndGoesWithItsKey() throws Exception {
        set(new RegistrySetting(BASE, "Stays"), RegistryData.number(1));
        SetSetting change = change(VALUE, Absent.WITH_ITS_KEY, RegistryData.number(1));
        assertEquals(Absent.WITH_ITS_KEY, backend.setting(VALUE));
        applyAndUndo(change);
        assertEquals(Absent.WITH_ITS_KEY, backend.setting(VALUE));
        assertFalse(exists(KEY));
        assertTrue(exists(BASE));
    }

    @Test
    void aKeyThatSomethingElseHasComeIntoStays() throws Exception {
        SetSetting change = change(VALUE, Absent.WITH_ITS_KEY, RegistryData.number(1));
        apply(change);
        set(OTHER, RegistryData.text("somebody's"));
        undo(change, Conflict.Decider.KEEP);
        assertEquals(Absent.ITSELF, backend.setting(VALUE));
        assertEquals(RegistryData.text("somebody's"), backend.setting(OTHER));
    }

    @Test
    void aValueThatWasThereComesBackWithItsTypeAndBytes() throws Exception {
        RegistryData odd = RegistryData.of(1, new byte[] {'x', 0, 'y'});
        set(VALUE, odd);
        applyAndUndo(change(VALUE, odd, RegistryData.number(2)));
        assertEquals(odd, backend.setting(VALUE));
    }

    @Test
    void aValueThatSomebodyChangedSinceIsTheirsUnlessToldOtherwise() throws Exception {
        set(VALUE, RegistryData.number(1));
        SetSetting change = change(VALUE, RegistryData.number(1), RegistryData.number(2));
        apply(change);
        set(VALUE, RegistryData.number(3));
        assertThrows(ChangeFailure.class, () -> undo(change, Conflict.Decider.KEEP));
        assertEquals(RegistryData.number(3), backend.setting(VALUE));
        undo(change, conflict -> true);
        assertEquals(RegistryData.number(1), backend.setting(VALUE));
        set(VALUE, RegistryData.number(4));
        assertThrows(ChangeFailure.class, () -> apply(change));
        assertEquals(RegistryData.number(4), backend.setting(VALUE));
    }

    @Test
    void aListThatWasThereComesBackLetterForLetter() throws Exception {
        set(VALUE, RegistryData.number(1));
        AccessList inherited = list(SECURITY);
        for (String sddl : List.of(
                "D:P(A;CI;KA;;;BA)(A;;KR;;;LS)(A;CIIO;GA;;;BA)",
                "D:(A;;KA;;;BA)(D;;KW;;;BG)",
                "D:PAI(A;CI;KA;;;BA)(A;CI;KA;;;SY)",
                inherited.sddl())) {
            set(SECURITY, AccessList.of(sddl));
            AccessList before = list(SECURITY);
            assertEquals(AccessList.of(sddl).isProtected(), before.isProtected(), before.sddl());
            assertTrue(before.matches(AccessList.of(sddl)), before.sddl());
            applyAndUndo(change(SECURITY, before, editors()));
            assertEquals(before.sddl(), list(SECURITY).sddl());
        }
    }

    @Test
    void keysBelowKeepTheirLists() throws Exception {
        RegistrySetting below = new RegistrySetting(KEY + "\\AllowedPaths", "Machine");
        set(below, RegistryData.texts(List.of("System\\CurrentControlSet\\Control\\ProductOptions")));
        AccessList before = list(new KeySecurity(below.key()));
        SetSetting change = change(SECURITY, list(SECURITY), editors());
        apply(change);
        assertEquals(before.sddl(), list(new KeySecurity(below.key())).sddl());
        undo(change, Conflict.Decider.KEEP);
        assertEquals(before.sddl(), list(new KeySecurity(below.key())).sddl());
    }

    @Test
    void aKeyThatIsNotThereIsMadeWithItsListAndGoesAgain() throws Exception {
        set(new RegistrySetting(BASE, "Stays"), RegistryData.number(1));
        SetSetting change = change(SECURITY, Absent.ITSELF, editors());
        assertEquals(Absent.WITH_ITS_KEY, backend.setting(SECURITY));
        apply(change);
        assertTrue(list(SECURITY).matches(editors()), list(SECURITY).sddl());
        undo(change, Conflict.Decider.KEEP);
        assertFalse(exists(KEY));
        apply(change);
        set(OTHER, RegistryData.number(1));
        assertEquals(
                WindowsError.NOT_EMPTY,
                assertThrows(BackendException.class, () -> undo(change, Conflict.Decider.KEEP))
                        .code());
        assertEquals(RegistryData.number(1), backend.setting(OTHER));
    }

    @Test
    void aListThatSomebodyChangedSinceIsTheirs() throws Exception {
        set(VALUE, RegistryData.number(1));
        SetSetting change = change(SECURITY, list(SECURITY), editors());
        apply(change);
        AccessList theirs = AccessList.of("D:P(A;;KA;;;BA)(A;;KR;;;AU)");
        set(SECURITY, theirs);
        assertThrows(ChangeFailure.class, () -> undo(change, Conflict.Decider.KEEP));
        assertTrue(list(SECURITY).matches(theirs));
        undo(change, conflict -> true);
        assertTrue(list(SECURITY).matches(change.before()));
    }

    @Test
    void theAccountsInAListHaveTheirNames() throws Exception {
        set(VALUE, RegistryData.number(1));
        set(SECURITY, editors());
        AccessList list = list(SECURITY);
        assertFalse(list.account(WellKnownSid.ADMINISTRATORS).name().isEmpty());
        assertEquals("S-1-5-21-1-2-3-4711", list.account("S-1-5-21-1-2-3-4711").shown());
    }

    @Test
    void whatIsDeniedIsSaidToBeAndNothingIsChanged() throws Exception {
        set(VALUE, RegistryData.number(1));
        AccessList before = list(SECURITY);
        set(SECURITY, AccessList.of("D:P(D;;0x6;;;WD)(A;;KR;;;WD)"));
        try {
            assertDenied(() -> set(VALUE, RegistryData.number(2)));
            assertDenied(() -> set(VALUE, Absent.ITSELF));
            assertEquals(RegistryData.number(1), backend.setting(VALUE));
            set(SECURITY, AccessList.of("D:P(D;;0x1;;;WD)(A;;RC;;;WD)"));
            assertDenied(() -> backend.setting(VALUE));
        } finally {
            set(SECURITY, before);
        }
        set(VALUE, RegistryData.number(2));
    }

    /** Wine says that it has made a group, and has not. */
    @Test
    void whatIsNotThereAfterwardsWasNotDone() throws Exception {
        assumeTrue(Boolean.getBoolean("doorwarden.test.wine"), "this Windows makes groups");
        SetSetting change = change(GROUP, Absent.ITSELF, new GroupComment("May use the registry from elsewhere"));
        ChangeFailure failure = assertThrows(ChangeFailure.class, () -> apply(change));
        assertEquals("change.no.effect", failure.explanation().key());
        assertEquals(Absent.ITSELF, backend.setting(GROUP));
    }

    @Test
    void accountsAreFoundByNameAndBySid() throws Exception {
        assertEquals(
                WellKnownSid.EVERYONE,
                backend.account(WellKnownSid.EVERYONE).orElseThrow().sid());
        String everyone = backend.account(WellKnownSid.EVERYONE).orElseThrow().name();
        assertEquals(
                WellKnownSid.EVERYONE, backend.account(everyone).orElseThrow().sid());
        assertEquals(Optional.empty(), backend.account("S-1-5-21-1-2-3-4711"));
        assertEquals(Optional.empty(), backend.account("nobody by that name"));
        assertEquals(Optional.empty(), backend.account(" "));
    }

    @Test
    void aReadingHasEveryKnownSettingOrSaysWhyNot() throws Exception {
        reg("add", "HKLM\\" + SCOPES, "/v", "D:\\Memos", "/t", "REG_SZ", "/d", ",,5", "/f");
        reg("add", "HKLM\\" + SCOPES, "/v", "D:\\Memos\\Secret", "/t", "REG_SZ", "/d", ",,0", "/f");
        reg("add", "HKLM\\" + RULE, "/v", "URL", "/t", "REG_SZ", "/d", "file:///C:\\Users\\", "/f");
        reg("add", "HKLM\\" + RULE, "/v", "Include", "/t", "REG_DWORD", "/d", "1", "/f");

        Inventory inventory = backend.read();

        for (Setting setting : KnownSettings.READ) {
            boolean named = inventory.problems().stream()
                    .anyMatch(problem ->
                            problem.what() == Part.SETTING && problem.target().equals(setting.address()));
            assertTrue(inventory.access().find(setting).isPresent() != named, setting.address());
        }
        assertEquals(
                List.of(
                        new IndexedScope("DwWeb", "D:\\Memos", true, SCOPES),
                        new IndexedScope("DwWeb", "D:\\Memos\\Secret", false, SCOPES),
                        new IndexedScope("", "C:\\Users\\", true, RULE)),
                inventory.access().indexedScopes());
        assertEquals(
                Optional.of(RegistryData.text(",,5")),
                inventory.access().find(new RegistrySetting(SCOPES, "D:\\Memos")));
        assertEquals(
                inventory.access().shares().isEmpty(),
                inventory.problems().stream().map(ReadProblem::what).anyMatch(Part.SHARES::equals));
    }

    private static AccessList editors() {
        return AccessList.of(
                List.of(
                        new AccessEntry(true, "CI", AccessRight.KEY_ALL_ACCESS, WellKnownSid.ADMINISTRATORS),
                        new AccessEntry(true, "", AccessRight.KEY_READ, WellKnownSid.LOCAL_SERVICE),
                        new AccessEntry(true, "CI", AccessRight.KEY_ALL_ACCESS, "S-1-5-21-1-2-3-4711")),
                List.of());
    }

    private static SetSetting change(Setting setting, SettingValue before, SettingValue after) {
        return new SetSetting(
                "c1", SERVICE, setting, before, after, TakesEffect.NOW, new Cause(Cause.Kind.CHOSEN, SERVICE, ""));
    }

    private void applyAndUndo(SetSetting change) throws Exception {
        apply(change);
        SettingValue set = backend.setting(change.setting());
        assertTrue(set.matches(change.after()), set.text());
        undo(change, Conflict.Decider.KEEP);
        SettingValue back = backend.setting(change.setting());
        assertTrue(back.matches(change.before()), back.text());
    }

    private void apply(SetSetting change) throws BackendException, ChangeFailure {
        executor.apply(change, false, SILENT);
    }

    private void undo(SetSetting change, Conflict.Decider decider) throws BackendException, ChangeFailure {
        executor.undo(change, StartType.UNKNOWN, ChangeState.APPLIED, decider, SILENT);
    }

    private static final ChangeProgress SILENT = new ChangeProgress() {
        @Override
        public void waiting(ServiceState state) {
            throw new AssertionError("no service is waited for");
        }

        @Override
        public void at(int percent) {
            throw new AssertionError("nobody tells how far it is");
        }
    };

    private void set(Setting setting, SettingValue value) throws BackendException {
        backend.set(setting, value, SettingProgress.NONE);
    }

    private AccessList list(KeySecurity setting) throws BackendException {
        return assertInstanceOf(AccessList.class, backend.setting(setting));
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws BackendException;
    }

    private static void assertDenied(Attempt attempt) {
        assertEquals(
                WindowsError.ACCESS_DENIED,
                assertThrows(BackendException.class, attempt::make).code());
    }

    private static boolean exists(String key) throws Exception {
        return reg("query", "HKLM\\" + key) == 0;
    }

    private static int reg(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = System.getenv("SystemRoot") + "\\system32\\reg.exe";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
