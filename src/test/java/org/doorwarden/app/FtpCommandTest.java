package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FTP restricted as a person types it, from plan to undo. */
class FtpCommandTest {

    private static final String[] RESTRICT = {
        "--server",
        "lab:iis10-2022",
        "--restrict",
        "FTPSVC:anonymous=off",
        "FTPSVC:tls=required",
        "FTPSVC:from=10.0.0.0/8"
    };

    @TempDir
    Path state;

    @Test
    void fromPlanToUndo() throws Exception {
        TypedCommands commands = new TypedCommands(state);
        byte[] before = file();
        String planned = commands.run(with("plan")).expect(0).out();
        assertTrue(planned.contains("3 changes"), planned);
        assertArrayEquals(before, file());
        String run = commands.run(with("apply", "--yes", "--json"))
                .expect(0)
                .json()
                .get("run")
                .getAsString();
        assertTrue(new String(file()).contains("<anonymousAuthentication enabled=\"false\" />"));
        Path copy = state.resolve("runs").resolve(run).resolve("applicationHost.config");
        assertArrayEquals(before, Files.readAllBytes(copy));
        String undone = commands.run("undo", run, "--yes", "--json", "--server", "lab:iis10-2022")
                .expect(0)
                .json()
                .get("outcome")
                .getAsString();
        assertEquals("undone", undone);
        assertArrayEquals(before, file());
    }

    private static String[] with(String... command) {
        String[] all = Arrays.copyOf(command, command.length + RESTRICT.length);
        System.arraycopy(RESTRICT, 0, all, command.length, RESTRICT.length);
        return all;
    }

    private byte[] file() throws Exception {
        var definition = new LabDefinitions().find("iis10-2022").orElseThrow();
        try (LabBackend lab =
                LabBackend.onDisk(definition, state.resolve("lab").resolve("iis10-2022"), InstantSource.system())) {
            return lab.iisConfiguration().orElseThrow().bytes();
        }
    }
}
