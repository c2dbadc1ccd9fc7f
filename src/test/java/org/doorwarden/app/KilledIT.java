package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorwarden.app.TypedCommands.Answer;
import org.doorwarden.wine.TestClassPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A JVM that applies or undoes a run on the training server is killed with SIGKILL at every record of its journal:
 * before it is written, when half of it is written, and when it is on the disk. After {@code recover} the server is
 * exactly as before or exactly as planned, and the history says which.
 */
class KilledIT {

    private static final String[] APPLY = {"apply", "--disable", "TlntSvr", "Spooler", "--yes"};
    private static final String[] UNDO = {"undo", "--yes"};

    @TempDir
    Path folder;

    private Path state;
    private TypedCommands commands;
    private String before;
    private String planned;

    @BeforeEach
    void hurry() throws Exception {
        state = folder.resolve("state");
        commands = new TypedCommands(state);
        finish("lab", "reset", "--speed", "1000").expect(0);
        before = picture();
        finish(APPLY).expect(0);
        planned = picture();
        finish(UNDO).expect(0);
        assertEquals(before, picture());
    }

    @ParameterizedTest
    @CsvSource({"before, undo", "torn, finish", "after, undo", "after, finish"})
    void killedWhileApplying(String where, String recovery) throws Exception {
        int kills = 0;
        for (int record = 1; killedAt(where, record, APPLY); record++) {
            kills++;
            assertRecovered(recovery);
            if (picture().equals(planned)) {
                finish(UNDO).expect(0);
            }
        }
        assertEquals(10, kills, "records of a run with four changes");
    }

    @ParameterizedTest
    @CsvSource({"before", "torn", "after"})
    void killedWhileUndoing(String where) throws Exception {
        int kills = 0;
        for (int record = 1; ; record++) {
            finish(APPLY).expect(0);
            if (!killedAt(where, record, UNDO)) {
                break;
            }
            kills++;
            assertRecovered("undo");
            if (picture().equals(planned)) {
                finish(UNDO).expect(0);
            }
        }
        assertEquals(10, kills, "records of undoing four changes");
    }

    @Test
    void interruptedByCtrlCTheRunIsUndoneAndSaid() throws Exception {
        finish("lab", "reset").expect(0);
        Process process = start("org.doorwarden.Main", concat(APPLY, "--json"));
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = err.readLine();
            while (line != null && !line.contains("[1/")) {
                line = err.readLine();
            }
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            err.transferTo(java.io.Writer.nullWriter());
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), out);
        JsonObject report = JsonParser.parseString(out).getAsJsonObject();
        assertEquals("undone", report.get("outcome").getAsString());
        assertEquals(before, picture());
        assertEquals("undone", lastOutcome());
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoIsAtWork() throws Exception {
        Process first = start("org.doorwarden.app.StoppableMain", concat(new String[] {"after", "2"}, APPLY));
        awaitStanding(first);
        Answer second =
                finish("apply", "--disable", "Alerter", "--yes", "--json").expect(3);
        assertEquals("refused", second.json().get("outcome").getAsString());
        assertTrue(second.err().contains("process " + first.pid()), second.err());
        Answer reset = finish("lab", "reset").expect(3);
        assertTrue(reset.err().contains("process " + first.pid()), reset.err());
        first.destroyForcibly().waitFor();
        Answer open = finish("apply", "--disable", "Alerter", "--yes", "--json").expect(4);
        assertEquals("needs-recovery", open.json().get("outcome").getAsString());
        assertEquals("needs-recovery", lastOutcome());
        finish("undo", "--yes").expect(4);
        finish("recover").expect(0);
        assertEquals(before, picture());
    }

    private void assertRecovered(String recovery) throws Exception {
        String interrupted = lastOutcome();
        String[] recover = recovery.equals("finish") ? new String[] {"recover", "--finish"} : new String[] {"recover"};
        finish(recover).expect(0);
        String outcome = lastOutcome();
        String picture = picture();
        switch (outcome) {
            case "undone" -> assertEquals(before, picture, interrupted);
            case "applied" -> assertEquals(planned, picture, interrupted);
            default -> throw new AssertionError(outcome);
        }
        finish(recover).expect(0);
        assertEquals(picture, picture());
    }

    /** Whether the program stood still at the record and was killed; otherwise it ran to its end. */
    private boolean killedAt(String where, int record, String[] command) throws Exception {
        Process process = start(
                "org.doorwarden.app.StoppableMain", concat(new String[] {where, String.valueOf(record)}, command));
        boolean standing = awaitStanding(process);
        if (standing) {
            process.destroyForcibly().waitFor();
        } else {
            assertEquals(0, process.waitFor());
        }
        return standing;
    }

    private static boolean awaitStanding(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(StoppableMain.STANDING)) {
                return true;
            }
        }
        return false;
    }

    /** The outcome of the latest run; without any, what the first would leave: nothing done. */
    private String lastOutcome() throws Exception {
        JsonArray runs = finish("history", "--json").expect(0).json().getAsJsonArray("runs");
        return runs.isEmpty()
                ? "undone"
                : runs.get(runs.size() - 1).getAsJsonObject().get("outcome").getAsString();
    }

    private String picture() throws Exception {
        JsonArray services = finish("services", "--json").expect(0).json().getAsJsonArray("services");
        List<String> lines = new ArrayList<>();
        services.forEach(each -> {
            JsonObject service = each.getAsJsonObject();
            lines.add(service.get("name").getAsString() + " "
                    + service.get("startType").getAsString() + " "
                    + service.get("state").getAsString());
        });
        return lines.toString();
    }

    /** Runs a command to its end. */
    private Answer finish(String... command) {
        return commands.run(command);
    }

    private Process start(String main, String[] arguments) throws IOException {
        ProcessBuilder builder = builder(main, arguments);
        return main.endsWith("StoppableMain")
                ? builder.redirectError(ProcessBuilder.Redirect.DISCARD).start()
                : builder.start();
    }

    private ProcessBuilder builder(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                TestClassPath.here(),
                main));
        int options = main.endsWith("StoppableMain") ? 2 : 0;
        command.addAll(Arrays.asList(arguments).subList(0, options));
        command.addAll(List.of("--server", "lab:iis5-2001", "--state", state.toString()));
        command.addAll(Arrays.asList(arguments).subList(options, arguments.length));
        return new ProcessBuilder(command);
    }

    private static String[] concat(String[] first, String... second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
