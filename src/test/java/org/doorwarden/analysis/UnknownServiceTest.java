package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not in the catalogue is told from its path, publisher, description, account and ports; never more. */
class UnknownServiceTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"C:\\Program Files\\Acme\\a.exe\" -s`, third.party",
                "C:\\Acme\\a.exe, third.party",
                "\\??\\C:\\Acme\\a.exe, third.party",
                "C:\\Windows Update Helper\\a.exe, third.party",
                "C:\\Windows\\..\\Acme\\a.exe, third.party",
                "%SystemRoot%\\..\\Acme\\a.exe, third.party",
                "%ProgramFiles%\\Acme\\a.exe, third.party",
                "%SystemRoot%\\system32\\a.exe, windows",
                "%windir%\\a.exe, windows",
                "\\SystemRoot\\System32\\drivers\\a.sys, windows",
                "\\??\\C:\\WINDOWS\\a.exe, windows",
                "c:\\winnt\\system32\\a.exe -x, windows",
                "system32\\DRIVERS\\a.sys, windows",
                "`\"C:\\Windows\\System32\\a.exe\" C:\\Acme`, windows",
                "%SystemRoot%\\System32\\svchost.exe -k netsvcs, shared.host",
                "`\"C:\\Windows\\system32\\SVCHOST.EXE\" -k x`, shared.host",
                "C:\\Acme\\svchost.exe.exe, third.party",
                "``, nowhere",
                "`  `, nowhere",
            })
    void firstWhereTheProgramComesFrom(String path, String origin) {
        assertEquals(
                "reason.unknown." + origin, UnknownService.tell(at(path)).get(0).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Users\\anna\\AppData\\Local\\a.exe",
                "\"c:\\users\\Public\\a b.exe\" -s",
                "\\??\\C:\\Users\\anna\\a.exe",
                "C:\\Documents and Settings\\anna\\a.exe",
                "D:\\ProgramData\\Acme\\a.exe",
                "%ProgramData%\\Acme\\a.exe",
                "%ALLUSERSPROFILE%\\a.exe",
                "%USERPROFILE%\\a.exe",
                "%AppData%\\a.exe",
                "%LocalAppData%\\a.exe",
                "%TEMP%\\a.exe",
                "%tmp%\\a.exe",
                "C:\\Temp\\a.exe",
                "C:\\Windows\\Temp\\a.exe",
                "C:\\PerfLogs\\a.exe",
            })
    void whereOthersMayWriteIsSaid(String path) {
        assertTrue(keys(at(path)).contains("unknown.writable.place"), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Program Files\\Acme\\a.exe",
                "C:\\Users.exe",
                "\"C:\\Acme\\a.exe\" C:\\Users\\anna\\settings.ini",
                "C:\\Acme\\a.exe --log C:\\ProgramData\\Acme",
                "C:\\Acme\\ProgramData\\a.exe",
                "%SystemRoot%\\System32\\svchost.exe",
                "",
            })
    void whereOnlyAdministratorsWriteItIsNot(String path) {
        assertFalse(keys(at(path)).contains("unknown.writable.place"), path);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "C:\\Program Files\\Acme\\a.exe, true",
                "C:\\Program Files\\Acme\\a.exe -s, true",
                "`  C:\\Program Files\\Acme\\A.EXE`, true",
                "`\"C:\\Program Files\\Acme\\a.exe\" -s`, false",
                "` \"C:\\Program Files\\Acme\\a.exe\"`, false",
                "C:\\Acme\\a.exe -s with blanks.exe, false",
                "system32\\drivers\\a b.sys, false",
            })
    void aBlankWithoutQuotationMarksIsSaid(String path, boolean said) {
        assertEquals(said, keys(at(path)).contains("unknown.unquoted"), path);
    }

    @Test
    void everythingTheServerSaysIsTold() {
        Service service = Service.named("AcmeAgent")
                .imagePath("C:\\Acme\\a.exe")
                .publisher("Acme Inc")
                .description("Watches.")
                .account("LocalSystem")
                .listeners(List.of(
                        new Listener(Protocol.TCP, "0.0.0.0", 8080, true),
                        new Listener(Protocol.UDP, "127.0.0.1", 53, false),
                        new Listener(Protocol.UDP, "::", 161, true)))
                .build();
        Messages english = new Messages(Locale.ENGLISH);
        assertEquals(
                List.of(
                        "Doorwarden does not know this service. It is not part of Windows; its program is C:\\Acme\\a.exe",
                        "The program says that it is made by: Acme Inc. Anybody can write that into a program.",
                        "The service describes itself: Watches.",
                        "It runs as LocalSystem, which may do everything on this server.",
                        "It listens on tcp port 8080 and can be reached from other machines.",
                        "It listens on udp port 161 and can be reached from other machines."),
                UnknownService.tell(service).stream().map(english::say).toList());
    }

    @Test
    void nothingIsToldThatIsNotKnown() {
        assertEquals(List.of("reason.unknown.nowhere"), keys(at("")));
        assertEquals(
                List.of("reason.unknown.third.party"),
                keys(Service.named("A")
                        .imagePath("C:\\Acme\\a.exe")
                        .publisher(" ")
                        .description("\t")
                        .account("NT AUTHORITY\\LocalService")
                        .build()));
        assertEquals(
                List.of("reason.unknown.third.party", "unknown.mighty"),
                keys(Service.named("A")
                        .imagePath("C:\\Acme\\a.exe")
                        .account("nt authority\\SYSTEM")
                        .build()));
    }

    @Test
    void aHostilePathIsToldInPeace() {
        Messages english = new Messages(Locale.ENGLISH);
        for (String path : List.of(
                "\"",
                "\"\"",
                "\"C:\\Users\\x",
                "\\??\\",
                "C:\\Users\\\u001b[2J\r\nroot# \u202e.exe",
                "%",
                "{0} {1,choice,1#x}",
                "a b ".repeat(20_000) + ".exe",
                "\\".repeat(50_000),
                "..\\".repeat(50_000) + ".exe .exe.exe")) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                Service service = Service.named("A")
                        .imagePath(path)
                        .publisher(path)
                        .description(path)
                        .build();
                for (Message told : UnknownService.tell(service)) {
                    String said = english.say(told);
                    for (String bad : List.of("\u001b", "\r", "\n", "\u202e")) {
                        assertFalse(said.contains(bad), said);
                    }
                }
            });
        }
        for (int seed = 0; seed < 5000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder path = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                path.append("\"\\ :.?%ce sxwindotmpur".charAt(random.nextInt(21)));
            }
            assertFalse(UnknownService.tell(at(path.toString())).isEmpty());
        }
    }

    private static Service at(String path) {
        return Service.named("A").imagePath(path).build();
    }

    private static List<String> keys(Service service) {
        return UnknownService.tell(service).stream().map(Message::key).toList();
    }
}
