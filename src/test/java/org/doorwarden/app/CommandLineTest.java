package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorwarden.app.TypedCommands.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command as a person types it, on the training server: what is shown, what is answered, what is changed. */
class CommandLineTest {

    @TempDir
    Path folder;

    private Path state;
    private TypedCommands commands;

    @BeforeEach
    void hurry() {
        state = folder.resolve("state");
        commands = new TypedCommands(state);
        assertEquals(0, run("lab", "reset", "iis5-2001", "--speed", "10000").code());
    }

    @Test
    void servicesShowsEachServiceWithItsDependencies() {
        JsonObject document = run("--json", "services").json();
        assertEquals(64, document.getAsJsonArray("services").size());
        assertEquals(5, document.getAsJsonArray("drivers").size());
        JsonObject iis = named(document.getAsJsonArray("services"), "IISADMIN");
        assertEquals("IIS Admin Service", iis.get("displayName").getAsString());
        assertEquals("automatic", iis.get("startType").getAsString());
        assertEquals("running", iis.get("state").getAsString());
        assertTrue(iis.get("pid").getAsInt() > 0);
        assertEquals("LocalSystem", iis.get("account").getAsString());
        assertTrue(iis.get("imagePath").getAsString().endsWith("inetinfo.exe"));
        assertEquals("[\"RpcSs\"]", iis.get("dependsOn").toString());
        assertEquals("[\"MSFTPSVC\",\"SMTPSVC\",\"W3SVC\"]", iis.get("neededBy").toString());
        assertTrue(iis.get("changeable").getAsBoolean());
        JsonObject telnet = named(document.getAsJsonArray("services"), "TlntSvr");
        JsonObject listener = telnet.getAsJsonArray("listeners").get(0).getAsJsonObject();
        assertEquals("tcp", listener.get("protocol").getAsString());
        assertEquals(23, listener.get("port").getAsInt());
        assertTrue(listener.get("reachable").getAsBoolean());
        assertTrue(named(document.getAsJsonArray("services"), "Fax").get("pid").isJsonNull());
    }

    @Test
    void theMainJobFromPlanToUndo() throws Exception {
        String before = run("services", "--json").json().get("services").toString();
        Path plan = folder.resolve("plan.json");
        Answer planned = run("plan", "--recommended", "--role", "static-site", "--out", plan.toString());
        assertEquals(0, planned.code(), planned.err());
        assertTrue(Files.exists(plan));
        Answer applied = run("apply", plan.toString(), "--yes", "--json");
        assertEquals(0, applied.code(), applied.err());
        assertEquals("applied", applied.json().get("outcome").getAsString());
        String id = applied.json().get("run").getAsString();
        JsonArray closed = run("services", "--json").json().getAsJsonArray("services");
        assertEquals("disabled", named(closed, "TlntSvr").get("startType").getAsString());
        assertEquals("stopped", named(closed, "TlntSvr").get("state").getAsString());
        assertEquals("running", named(closed, "W3SVC").get("state").getAsString());
        assertEquals(0, run("assess", "--fail-on", "disable,uninstall").code());
        JsonObject history = run("history", "--json").json();
        assertEquals(1, history.getAsJsonArray("runs").size());
        assertEquals(
                "applied",
                history.getAsJsonArray("runs")
                        .get(0)
                        .getAsJsonObject()
                        .get("outcome")
                        .getAsString());
        assertEquals(0, run("history", id).code());
        Answer undone = run("undo", id, "--yes", "--json");
        assertEquals(0, undone.code(), undone.err());
        assertEquals("undone", undone.json().get("outcome").getAsString());
        assertEquals(
                withoutPids(before),
                withoutPids(run("services", "--json").json().get("services").toString()));
        assertEquals(1, run("assess", "--fail-on", "disable,uninstall").code());
        assertEquals(
                "undone",
                run("history", "--json")
                        .json()
                        .getAsJsonArray("runs")
                        .get(0)
                        .getAsJsonObject()
                        .get("outcome")
                        .getAsString());
    }

    @Test
    void assessGivesVerdictsWithReasonsAndSources() {
        JsonObject document = run("assess", "--json", "--role", "static-site", "--role", "ftp-publishing")
                .json();
        JsonObject ftp = named(document.getAsJsonArray("services"), "MSFTPSVC");
        assertEquals("restrict", ftp.get("verdict").getAsString());
        assertTrue(ftp.getAsJsonArray("reasons").size() >= 2);
        JsonObject reason = ftp.getAsJsonArray("reasons").get(0).getAsJsonObject();
        assertFalse(reason.get("text").getAsString().isBlank());
        assertFalse(reason.getAsJsonArray("sources").isEmpty());
        JsonObject product = run("assess", "--json", "--product", "LANguard Security Event Log Monitor")
                .json();
        assertEquals(
                "required",
                named(product.getAsJsonArray("services"), "MSMQ").get("verdict").getAsString());
        assertEquals("[\"languard-selm\"]", product.get("products").toString());
    }

    @Test
    void showTellsEverythingAboutAServiceByEitherName() {
        Answer shown = run("show", "Server");
        assertEquals(0, shown.code());
        for (String part :
                List.of("LanmanServer", "Browser", "MSMQ", "Verdict: disable", "CVE-2008-4250", "Conficker")) {
            assertTrue(shown.out().contains(part), part);
        }
        JsonObject document = run("show", "lanmanserver", "--json").json();
        assertEquals("LanmanServer", document.get("name").getAsString());
        assertEquals("disable", document.get("verdict").getAsString());
        assertEquals(2, document.getAsJsonArray("neededByTree").size());
    }

    @Test
    void anInventoryIsAServerToLookAt() throws Exception {
        Path file = folder.resolve("inventory.json");
        assertEquals(0, run("inventory", "--out", file.toString()).code());
        Answer there = run("--server", "file:" + file, "services", "--json");
        assertEquals(64, there.json().getAsJsonArray("services").size());
        assertEquals(0, run("--server", "file:" + file, "assess").code());
        Answer refused = run("--server", "file:" + file, "apply", "--recommended", "--yes", "--json");
        assertEquals(3, refused.code());
        assertEquals("refused", refused.json().get("outcome").getAsString());
    }

    @Test
    void anInventorySaysWhatTheServerIsLike() throws Exception {
        Path file = folder.resolve("server.json");
        Files.writeString(file, """
                {"document": "doorwarden-inventory", "formatVersion": 1, "takenAt": "2026-01-01T00:00:00Z",
                 "server": {"id": "x", "name": "x"}, "services": [],
                 "traits": {"told": {"standalone": "", "virtual-machine": "VM\\u001b[2Jware"},
                   "features": ["CGI", "NLB"], "sites": [{"name": "Shop", "bindings": ["http *:80:"]}]}}
                """);
        String copy = folder.resolve("copy.json").toString();
        Answer told = run("--server", "file:" + file, "inventory", "--out", copy);
        assertEquals(0, told.code(), told.err());
        assertTrue(
                told.out()
                        .replace("\n", " ")
                        .contains("member of no domain, virtual machine (VM\\u001b[2Jware), 2 components of Windows,"),
                told.out());
        assertTrue(told.out().replace("\n", " ").contains("one web site"), told.out());
        JsonObject traits = run("--server", "file:" + copy, "inventory", "--json", "--out", file.toString())
                .json()
                .getAsJsonObject("traits");
        assertEquals("[\"CGI\",\"NLB\"]", traits.get("features").toString());
        assertEquals(
                "{\"standalone\":\"\",\"virtual-machine\":\"VM\\u001b[2Jware\"}",
                traits.get("told").toString());
    }

    @Test
    void withoutConsentNothingHappens() {
        Answer refused = run("apply", "--disable", "TlntSvr", "--json");
        assertEquals(3, refused.code());
        assertEquals("refused", refused.json().get("outcome").getAsString());
        assertEquals("running", stateOf("TlntSvr"));
        assertEquals(
                3,
                commands.run(Optional.of("no"), "apply", "--disable", "TlntSvr").code());
        assertEquals("running", stateOf("TlntSvr"));
        assertEquals(
                0,
                commands.run(Optional.of("yes"), "apply", "--disable", "TlntSvr")
                        .code());
        assertEquals("stopped", stateOf("TlntSvr"));
    }

    @Test
    void whatTheServerNeedsIsRefused() {
        Answer refused = run("apply", "--disable", "RpcSs", "--disable", "TlntSvr", "--yes", "--json");
        assertEquals(3, refused.code());
        assertEquals("refused", refused.json().get("outcome").getAsString());
        assertTrue(refused.json().get("run").isJsonNull());
        assertEquals("running", stateOf("TlntSvr"));
        assertEquals(3, run("plan", "--stop", "W3SVC").code());
        assertEquals(0, run("history", "--json").json().getAsJsonArray("runs").size());
    }

    @Test
    void aFailureIsUndoneAndSaid() {
        assertEquals(0, run("lab", "fault", "--on", "config-denied=Alerter").code());
        Answer failed = run("apply", "--disable", "Alerter", "Messenger", "--yes", "--json");
        assertEquals(1, failed.code());
        assertEquals("undone", failed.json().get("outcome").getAsString());
        assertTrue(failed.err().contains("error 5, access is denied"), failed.err());
        assertEquals("running", stateOf("Messenger"));
        assertEquals("automatic", serviceNamed("Alerter").get("startType").getAsString());
    }

    @Test
    void undoTakesChangesByIdOrByService() {
        String id = run("apply", "--disable", "TlntSvr", "Spooler", "--yes", "--json")
                .json()
                .get("run")
                .getAsString();
        Answer some = run("undo", id, "--only", "spooler", "--yes", "--json");
        assertEquals(0, some.code(), some.err());
        assertEquals("partly-undone", some.json().get("outcome").getAsString());
        assertEquals("running", stateOf("Spooler"));
        assertEquals("stopped", stateOf("TlntSvr"));
        assertEquals(0, run("undo", "--yes").code());
        assertEquals("running", stateOf("TlntSvr"));
        assertEquals(2, run("undo", "--yes").code());
    }

    @Test
    void aPolicyIsAppliedAsWritten() throws Exception {
        Path policy = folder.resolve("policy.json");
        Files.writeString(policy, """
                {"document": "doorwarden-policy", "formatVersion": 1, "roles": ["static-site"], "recommended": false,
                 "choices": [{"service": "TlntSvr", "action": "disable", "note": "nobody uses it"},
                             {"service": "Schedule", "action": "manual"},
                             {"service": "NotInstalledHere", "action": "disable"}]}
                """);
        Answer applied = run("apply", "--policy", policy.toString(), "--yes", "--json");
        assertEquals(0, applied.code(), applied.err());
        assertEquals("manual", serviceNamed("Schedule").get("startType").getAsString());
        assertEquals("running", stateOf("Schedule"));
        assertEquals("stopped", stateOf("TlntSvr"));
        assertTrue(applied.err().contains("NotInstalledHere"));
    }

    @Test
    void recoverHasNothingToDoOnAQuietServer() {
        assertEquals(0, run("recover").code());
        assertEquals("[]", run("recover", "--json").json().get("runs").toString());
    }

    @Test
    void whatNeedsItsOwnAgreementIsRefusedWithoutIt() throws Exception {
        String lab = "lab:iis10-2022";
        commands.run("lab", "reset", "iis10-2022", "--speed", "1000").expect(0);
        commands.run("lab", "seat", "iis10-2022", "remote-desktop", "--from", "10.1.1.7")
                .expect(0);
        String before = commands.run("--server", lab, "services").out();
        Answer cut = commands.run("--server", lab, "apply", "--disable", "UmRdpService", "--yes")
                .expect(3);
        assertTrue(cut.out().contains("c1 *"), cut.out());
        assertTrue(cut.err().contains("--may-cut-my-session"), cut.err());
        commands.run("--server", lab, "apply", "--disable", "UmRdpService", "--yes", "--may-cut-my-session", "OTHER")
                .expect(2);
        commands.run(Optional.of("yes"), "--server", lab, "apply", "--disable", "UmRdpService", "--yes")
                .expect(3);
        Answer remove = commands.run("--server", lab, "apply", "--uninstall", "FTPSVC", "--yes")
                .expect(3);
        assertTrue(remove.err().contains("--may-uninstall"), remove.err());
        assertTrue(remove.out().contains("IIS-FTPServer"), remove.out());
        assertEquals(before, commands.run("--server", lab, "services").out());
        commands.run("--server", lab, "apply", "--disable", "UmRdpService", "--yes", "--may-cut-my-session", "web22")
                .expect(0);
        commands.run("--server", lab, "undo", "--yes").expect(0);
        commands.run("--server", lab, "apply", "--uninstall", "FTPSVC", "TelnetClient", "--yes", "--may-uninstall")
                .expect(0);
        commands.run("--server", lab, "show", "FTPSVC").expect(2);
        commands.run("lab", "restart", "iis10-2022").expect(0);
        commands.run("--server", lab, "undo", "--yes").expect(0);
        commands.run("--server", lab, "show", "FTPSVC").expect(0);
        commands.run("lab", "seat", "iis10-2022", "sofa").expect(2);
        commands.run("lab", "seat", "iis10-2022", "console", "--from", "10.1.1.7")
                .expect(2);
    }

    @Test
    void wrongUseIsNamedAndChangesNothing() throws Exception {
        Path notAPlan = Files.writeString(folder.resolve("not-a-plan.json"), "{\"hello\": \"world\"}");
        List<List<String>> wrong = List.of(
                List.of("servces"),
                List.of("services", "--colour"),
                List.of("show", "Telnt"),
                List.of("show"),
                List.of("assess", "--role", "static-sight"),
                List.of("assess", "--product", "Solitaire"),
                List.of("assess", "--fail-on", "dissable"),
                List.of("plan"),
                List.of("plan", "--disable", "NoSuchService"),
                List.of("plan", "--disable", "Spooler", "--manual", "Spooler"),
                List.of("plan", "--policy", folder.resolve("none.json").toString()),
                List.of(
                        "plan",
                        "--recommended",
                        "--out",
                        folder.resolve("no/such/folder/plan.json").toString()),
                List.of("apply", folder.resolve("none.json").toString(), "--yes"),
                List.of("apply", notAPlan.toString(), "--yes"),
                List.of("apply", notAPlan.toString(), "--recommended", "--yes"),
                List.of("apply", "--yes"),
                List.of("undo", "20010101-000000", "--yes"),
                List.of("undo", "../../etc", "--yes"),
                List.of("history", "nonsense"),
                List.of("inventory"),
                List.of("--server", "web01", "services"),
                List.of("--server", "lab:nothere", "services"),
                List.of("--server", "this-computer", "services"),
                List.of("--server", "file:" + folder.resolve("none.json"), "services"),
                List.of("lab"),
                List.of("lab", "reset", "nothere"),
                List.of("lab", "reset", "--speed", "0"),
                List.of("lab", "fault", "--on", "explodes=Spooler"),
                List.of("lab", "fault", "--on", "stop-hangs"),
                List.of("lab", "fault", "--on", "stop-hangs=Spoler"));
        String before = run("services", "--json").json().get("services").toString();
        for (List<String> arguments : wrong) {
            Answer answer = run(arguments.toArray(String[]::new));
            assertEquals(2, answer.code(), arguments + " " + answer.err());
            assertFalse(answer.err().isBlank(), arguments.toString());
            assertFalse(answer.err().contains("\tat ") || answer.err().contains("Exception"), answer.err());
            assertEquals("", answer.out(), arguments.toString());
        }
        assertEquals(before, run("services", "--json").json().get("services").toString());
        assertTrue(run("show", "Telnt").err().contains("TlntSvr")
                || run("show", "Telnt").err().contains("Telnet"));
        assertTrue(run("servces").err().contains("services"));
    }

    @Test
    void everyOptionOfEveryCommandIsExplained() {
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of());
        for (String name : List.of(
                "services", "show", "inventory", "assess", "plan", "apply", "history", "undo", "recover", "lab")) {
            commands.add(List.of(name));
        }
        for (String name : List.of("list", "reset", "fault")) {
            commands.add(List.of("lab", name));
        }
        for (List<String> command : commands) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add("--help");
            Answer help = run(arguments.toArray(String[]::new));
            assertEquals(0, help.code());
            List<String> lines = help.out().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.startsWith("-") && !line.contains("  ")) {
                    String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
                    assertFalse(next.isEmpty() || next.startsWith("-"), command + ": " + line);
                }
            }
            assertTrue(help.out().contains("."), command + " describes itself");
        }
        assertTrue(run("generate-completion").out().contains("doorwarden"));
        assertTrue(run("--version").out().startsWith("Doorwarden"));
    }

    @Test
    void aHostileServerCannotReachTheTerminal() throws Exception {
        String evil = "\\u001b]0;owned\\u0007\\r\\nroot# \\u202e";
        Path file = folder.resolve("evil.json");
        Files.writeString(file, """
                {"document": "doorwarden-inventory", "formatVersion": 1, "takenAt": "2026-01-01T00:00:00Z",
                 "server": {"id": "x", "name": "E", "operatingSystem": "E"},
                 "services": [{"name": "N E", "displayName": "E", "description": "E", "type": "own-process",
                   "startType": "automatic", "state": "running", "imagePath": "E", "account": "E",
                   "loadOrderGroup": "E", "dependsOn": ["Gone E", "N E"], "dependsOnGroups": ["E"]}]}
                """.replace("E", evil));
        for (List<String> command : List.of(
                List.of("services"),
                List.of("show", "N \u001b]0;owned\u0007\r\nroot# \u202e"),
                List.of("assess", "--reasons"),
                List.of("plan", "--recommended"),
                List.of("plan", "--stop", "N \u001b]0;owned\u0007\r\nroot# \u202e"))) {
            List<String> arguments = new ArrayList<>(List.of("--server", "file:" + file));
            arguments.addAll(command);
            Answer answer = run(arguments.toArray(String[]::new));
            for (String bad : List.of("\u001b", "\u0007", "\nroot#", "\u202e")) {
                assertFalse(answer.out().contains(bad) || answer.err().contains(bad), command + " " + answer.code());
            }
            assertTrue(answer.out().contains("\\u001b]0;owned"), command + answer.err());
        }
    }

    @Test
    void lookingAroundWritesNothing() throws Exception {
        Path fresh = folder.resolve("fresh");
        for (List<String> command :
                List.of(List.of("services"), List.of("assess"), List.of("plan", "--recommended"), List.of("history"))) {
            List<String> arguments = new ArrayList<>(List.of("--state", fresh.toString()));
            arguments.addAll(command);
            assertEquals(0, run(arguments.toArray(String[]::new)).code());
        }
        assertFalse(Files.exists(fresh));
        run("apply", "--disable", "TlntSvr", "--yes");
        try (Stream<Path> files = Files.list(state)) {
            assertEquals(
                    "rwx------",
                    java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(state)));
            assertTrue(files.count() >= 3);
        }
    }

    private String stateOf(String name) {
        return serviceNamed(name).get("state").getAsString();
    }

    private JsonObject serviceNamed(String name) {
        return named(run("services", "--json").json().getAsJsonArray("services"), name);
    }

    private static JsonObject named(JsonArray services, String name) {
        for (JsonElement each : services) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name);
    }

    private static String withoutPids(String services) {
        return services.replaceAll("\"pid\":\\d+", "\"pid\":0");
    }

    private Answer run(String... arguments) {
        return commands.run(arguments);
    }
}
