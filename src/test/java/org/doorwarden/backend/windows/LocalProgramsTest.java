package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalProgramsTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("ProgramFiles", "C:\\Program Files", "SHARE", "\\\\files\\share");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"C:\\Program Files\\Acme\\a.exe\" -k x, C:\\Program Files\\Acme\\a.exe",
                "D:\\Acme\\a.exe, D:\\Acme\\a.exe",
                "\\??\\C:\\Program Files\\Acme\\a.sys, C:\\Program Files\\Acme\\a.sys",
                "\\\\?\\C:\\Acme\\a.exe, C:\\Acme\\a.exe",
                "C:/PostgreSQL/bin/pg_ctl.exe runservice, C:/PostgreSQL/bin/pg_ctl.exe",
                "%ProgramFiles%\\Acme\\a.exe, C:\\Program Files\\Acme\\a.exe"
            })
    void programsOfThisComputerAreFound(String imagePath, String program) {
        assertEquals(Optional.of(program), path(imagePath));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%SystemRoot%\\System32\\svchost.exe -k netsvcs",
                "C:\\Windows\\System32\\spoolsv.exe",
                "system32\\DRIVERS\\tcpip.sys",
                "\\\\files\\share\\a.exe",
                "\"\\\\files\\share\\a.exe\" -x",
                "//files/share/a.exe",
                "\\\\?\\UNC\\files\\share\\a.exe",
                "\\??\\UNC\\files\\share\\a.exe",
                "\\\\.\\pipe\\a.exe",
                "\\Device\\Mup\\files\\share\\a.exe",
                "%SHARE%\\a.exe",
                "%NOT_SET%\\a.exe",
                "C:a.exe",
                "C:\\Acme\\a.exe:stream.exe",
                "a.exe"
            })
    void nothingElseIsLookedAt(String imagePath) {
        assertEquals(Optional.empty(), path(imagePath));
    }

    @Test
    void aPathThatIsTooLongIsNone() {
        assertEquals(Optional.empty(), path("C:\\" + "a".repeat(2_000) + ".exe"));
    }

    private static Optional<String> path(String imagePath) {
        return LocalPrograms.path(imagePath, ENVIRONMENT::get);
    }
}
