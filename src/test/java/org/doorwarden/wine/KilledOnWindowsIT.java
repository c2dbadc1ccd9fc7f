package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorwarden.app.StoppableMain;
import org.doorwarden.app.TypedCommands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Windows JVM that applies or undoes a run on the real Service Control Manager is killed with SIGKILL at every record
 * of its journal. After {@code recover}, {@code reg.exe} and {@code sc.exe} find the services exactly as before or
 * exactly as planned, and the history says which.
 */
@ExtendWith(WineExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class KilledOnWindowsIT {

    private static final String[] APPLY = {"apply", "--disable", "DwKilled", "--yes"};
    private static final String[] UNDO = {"undo", "--yes"};
    private static final String BEFORE = "0x3 RUNNING";
    private static final String PLANNED = "0x4 STOPPED";

    private WineSession wine;
    private Path state;

    @BeforeAll
    void installAService(WineSession session) throws Exception {
        wine = session;
        state = Files.createTempDirectory(wine.folder(), "state").resolve("killed");
        wine.wine(wine.program("service.exe"), "install", "DwKilled", "Throwaway", "-", "-")
                .expect(0);
        wine.wine("sc", "start", "DwKilled").expect(0);
        for (int i = 0; i < 50 && !picture().equals(BEFORE); i++) {
            Thread.sleep(100);
        }
        assertEquals(BEFORE, picture());
    }

    @Test
    void killedWhileApplying() throws Exception {
        TreeMap<String, String> registry = RegistryDump.services(wine);
        int kills = 0;
        for (int record = 1; killedAt(record, APPLY); record++) {
            kills++;
            assertRecovered(record % 2 == 0, registry);
            if (picture().equals(PLANNED)) {
                doorwarden(UNDO).expect(0);
            }
        }
        assertEquals(6, kills, "records of a run with two changes");
        doorwarden(UNDO).expect(0);
        assertEquals(BEFORE, picture());
    }

    @Test
    void killedWhileUndoing() throws Exception {
        TreeMap<String, String> registry = RegistryDump.services(wine);
        int kills = 0;
        for (int record = 1; ; record++) {
            doorwarden(APPLY).expect(0);
            assertEquals(PLANNED, picture());
            if (!killedAt(record, UNDO)) {
                break;
            }
            kills++;
            assertRecovered(false, registry);
            assertEquals(BEFORE, picture());
        }
        assertEquals(6, kills, "records of undoing two changes");
    }

    private void assertRecovered(boolean finish, TreeMap<String, String> registry) throws Exception {
        String[] recover = finish ? new String[] {"recover", "--finish"} : new String[] {"recover"};
        doorwarden(recover).expect(0);
        JsonArray runs = new TypedCommands(state)
                .run("history", "--json")
                .expect(0)
                .json()
                .getAsJsonArray("runs");
        String outcome =
                runs.get(runs.size() - 1).getAsJsonObject().get("outcome").getAsString();
        switch (outcome) {
            case "undone" -> {
                assertEquals(BEFORE, picture());
                assertEquals(List.of(), RegistryDump.differences(registry, RegistryDump.services(wine)));
            }
            case "applied" -> assertEquals(PLANNED, picture());
            default -> throw new AssertionError(outcome);
        }
    }

    private boolean killedAt(int record, String[] command) throws Exception {
        String[] arguments = new String[command.length + 5];
        arguments[0] = "org.doorwarden.app.StoppableMain";
        arguments[1] = "after";
        arguments[2] = String.valueOf(record);
        arguments[3] = "--state";
        arguments[4] = WineSession.windowsPath(state);
        System.arraycopy(command, 0, arguments, 5, command.length);
        WineSession.Program program = wine.startJava(TestClassPath.windows(), arguments);
        while (program.process().isAlive()) {
            if (program.saidSoFar().contains(StoppableMain.STANDING)) {
                program.process().destroyForcibly().waitFor();
                return true;
            }
            Thread.sleep(50);
        }
        program.finish().expect(0);
        return false;
    }

    private WineSession.Answer doorwarden(String... command) throws Exception {
        String[] arguments = new String[command.length + 3];
        arguments[0] = "org.doorwarden.Main";
        arguments[1] = "--state";
        arguments[2] = WineSession.windowsPath(state);
        System.arraycopy(command, 0, arguments, 3, command.length);
        return wine.java(TestClassPath.windows(), arguments);
    }

    /** Start type and state, as Windows' own programs say them. */
    private String picture() throws Exception {
        String start = wine.wine("reg", "query", "HKLM\\System\\CurrentControlSet\\Services\\DwKilled", "/v", "Start")
                .expect(0)
                .out();
        String query = wine.wine("sc", "query", "DwKilled").expect(0).out();
        return group("Start\\s+REG_DWORD\\s+(0x\\d)", start) + " " + group("STATE\\s+: \\d+\\s+(\\w+)", query);
    }

    private static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : text;
    }
}
