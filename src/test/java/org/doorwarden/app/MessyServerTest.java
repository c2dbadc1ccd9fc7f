package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.doorwarden.app.TypedCommands.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the training server on which everything is wrong. */
class MessyServerTest {

    private static final String MESSY = "lab:messy";

    @TempDir
    Path folder;

    private TypedCommands commands;

    @BeforeEach
    void hurry() {
        commands = new TypedCommands(folder.resolve("state"));
        assertEquals(0, run("lab", "reset", "messy", "--speed", "10000").code());
    }

    @Test
    void whatTheServerCallsItselfReachesNoTerminal() {
        List<List<String>> shown = List.of(
                List.of("services", "--drivers"),
                List.of("show", "Markup4"),
                List.of("show", "Markup5"),
                List.of("show", "Chatterbox"),
                List.of("assess"),
                List.of("plan", "--disable", "Markup4", "Markup5", "Markup3"),
                List.of("apply", "--disable", "Markup4", "Markup5", "--yes"),
                List.of("history"),
                List.of("undo", "--yes"));
        for (List<String> command : shown) {
            Answer answer = onMessy(command.toArray(String[]::new));
            assertEquals(0, answer.code(), command + answer.err());
            for (String text : List.of(answer.out(), answer.err())) {
                assertTrue(text.chars().noneMatch(MessyServerTest::isControl), command + ": " + text);
            }
        }
        assertTrue(onMessy("show", "Markup3").out().contains("%s %n %1$s {0} {1} ${x} %PATH% !PATH!"));
    }

    private static boolean isControl(int c) {
        return c != '\n' && Character.isISOControl(c) || c == '\u202E' || c == '\u2028' || c == '\uFEFF';
    }

    @Test
    void aDisplayNameOfTwoServicesIsNotGuessed() {
        Answer several = onMessy("plan", "--disable", "Update Service");
        assertEquals(2, several.code());
        assertTrue(several.err().contains("UpdSvcA, UpdSvcB"), several.err());
        assertEquals(0, onMessy("plan", "--disable", "UpdSvcB").code());
    }

    @Test
    void itsInventoryIsTheSameFromAFile() throws Exception {
        Path file = folder.resolve("messy.json");
        assertEquals(0, onMessy("inventory", "--out", file.toString()).code());
        Answer read = commands.run(Optional.empty(), "--server", "file:" + file, "--json", "services");
        assertEquals(0, read.code(), read.err());
        assertEquals(services(onMessy("--json", "services")), services(read));
        assertTrue(Files.size(file) > 50_000);
    }

    private static String services(Answer answer) {
        TreeMap<String, JsonElement> byName = new TreeMap<>();
        for (JsonElement each : answer.json().getAsJsonArray("services")) {
            byName.put(each.getAsJsonObject().get("name").getAsString(), each);
        }
        return byName.toString();
    }

    @Test
    void itsFaultsAreThereUntilCleared() {
        JsonObject faults = run("--json", "lab", "fault", "messy").json();
        assertEquals(6, faults.getAsJsonArray("faults").size());
        assertTrue(faults.toString()
                .contains("{\"fault\":\"restarts-itself\",\"service\":\"Watchdog\",\"setting\":null,\"times\":null}"));
        assertEquals(1, onMessy("apply", "--disable", "TamperShield", "--yes").code());
        assertEquals(0, run("lab", "fault", "messy", "--clear").code());
        assertEquals(
                "[]",
                run("--json", "lab", "fault", "messy").json().get("faults").toString());
        assertEquals(0, onMessy("apply", "--disable", "TamperShield", "--yes").code());
        assertEquals(0, run("lab", "reset", "messy").code());
        assertEquals(
                6,
                run("--json", "lab", "fault", "messy")
                        .json()
                        .getAsJsonArray("faults")
                        .size());
    }

    @Test
    void whatMustNotBeTouchedIsRefusedWithItsReason() {
        List<List<String>> refusals = List.of(
                List.of("ekrn", "Windows protects it"),
                List.of("SealedVault", "could not be read"),
                List.of("NotesSyncUserSvc_4d2f0", "per-user"),
                List.of("LicenseGuard", "this account may not change it"),
                List.of("TimeClock", "Group Policy"),
                List.of("NoStop", "does not let itself be stopped"),
                List.of("ArchiveIndex", "could not be started again"),
                List.of("AppQueue", "AppCache"),
                List.of("BusNode1", "InvoiceMail"));
        for (List<String> each : refusals) {
            Answer refused = each.get(0).equals("BusNode1")
                    ? onMessy("plan", "--stop", "BusNode1", "--keep", "InvoiceMail")
                    : onMessy("plan", "--disable", each.get(0));
            assertEquals(3, refused.code(), each + refused.out());
            assertTrue((refused.out() + refused.err()).contains(each.get(1)), each + refused.out() + refused.err());
        }
        assertTrue(onMessy("plan", "--disable", "OrderImport").out().contains("OrderExport"), "stops with it");
    }

    private Answer onMessy(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--server";
        all[1] = MESSY;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(all);
    }

    private Answer run(String... arguments) {
        return commands.run(Optional.empty(), arguments);
    }
}
