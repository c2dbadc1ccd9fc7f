package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doorwarden.app.TypedCommands.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain} as a person types it: what is known, without a server; what only a server knows, from it. */
class ExplainCommandTest {

    private static final String EVIL = "\u001b]0;owned\u0007\r\nroot# \u202e";

    @TempDir
    Path folder;

    private TypedCommands commands;

    @BeforeEach
    void open() {
        commands = new TypedCommands(folder.resolve("state"));
    }

    @Test
    void tellsAllThatIsKnownOfAService() {
        String out = explain("tlntsvr").expect(0).out();
        for (String part : List.of(
                "Telnet (TlntSvr)",
                "Part of a role or feature of Windows",
                "Listens on tcp/23",
                "What it is for",
                "High risk, over the network.",
                "Without it",
                "Who needs it",
                "How to tell whether it is in use",
                "Instead, or besides",
                "CVE-2001-0345",
                "MS01-031",
                "Recommendation",
                "disable: ",
                "uninstall, from Windows 6.0 on: ",
                "for “Remote administration”: ",
                "Source: Close the Doors to Your Web Server",
                "What guides and benchmarks say",
                "How Windows starts it")) {
            assertTrue(out.contains(part), part);
        }
        assertTrue(out.lines().allMatch(line -> line.length() <= 110), out);
    }

    @ParameterizedTest
    @CsvSource({
        "TlntSvr, TlntSvr",
        "' telnet ', TlntSvr",
        "World Wide Web Publishing Service, W3SVC",
        "23, TlntSvr",
        "tcp/23, TlntSvr",
        "what is on 445?, LanmanServer",
        "What's listening on port 3389?, TermService",
        "MSSQL$SHOP, MSSQLSERVER",
        "CVE-2019-0708, TermService",
    })
    void oneWordOrManyFindIt(String words, String name) {
        assertEquals(name, explain("--json", words).expect(0).json().get("name").getAsString());
        List<String> split = new ArrayList<>(List.of("--json"));
        split.addAll(List.of(words.strip().split(" ")));
        assertEquals(
                name,
                explain(split.toArray(String[]::new))
                        .expect(0)
                        .json()
                        .get("name")
                        .getAsString());
    }

    @Test
    void asJsonItHasTheFieldsThatAreWrittenDown() {
        JsonObject document = explain("--json", "LanmanServer").expect(0).json();
        for (String field : List.of(
                "name",
                "displayName",
                "purpose",
                "risk",
                "recommendation",
                "sources",
                "references",
                "ports",
                "local")) {
            assertTrue(document.has(field), field);
        }
        assertEquals("Server", document.get("displayName").getAsString());
        assertEquals("network", document.getAsJsonObject("risk").get("reach").getAsString());
        JsonObject recommendation = document.getAsJsonObject("recommendation");
        assertEquals("disable", recommendation.get("verdict").getAsString());
        String sources = document.getAsJsonArray("sources").toString();
        for (JsonElement source : recommendation.getAsJsonArray("sources")) {
            assertTrue(sources.contains("\"id\":" + source), source.toString());
        }
        String references = document.getAsJsonArray("references").toString();
        assertTrue(references.contains("\"CVE-2008-4250\"") && references.contains("Conficker"), references);
        assertFalse(document.get("local").getAsBoolean());
    }

    @Test
    void severalAnswersAreListed() {
        JsonObject document = explain("--json", "port", "80").expect(0).json();
        assertEquals("port 80", document.get("asked").getAsString());
        List<String> names = new ArrayList<>();
        document.getAsJsonArray("matches")
                .forEach(each -> names.add(each.getAsJsonObject().get("name").getAsString()));
        assertTrue(names.size() > 1 && names.contains("W3SVC"), names.toString());
        Answer shown = explain("port", "80").expect(0);
        assertTrue(shown.out().startsWith(names.size() + " services answer to “port 80”:"), shown.out());
        for (String name : names) {
            assertTrue(shown.out().contains("  " + name), name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TlntSv            | Did you mean TlntSvr",
                "Telnt             | Telnet",
                "xyzzyq            | no service “xyzzyq”, and this server has none.",
                "12345             | listens on port 12345 by itself",
                "what is on 12345? | listens on port 12345 by itself",
                "65536             | no service “65536”",
                "99999999          | no service “99999999”",
                "''                | Name a service or a port.",
                "'   '             | Name a service or a port.",
            })
    void whatIsNotKnownIsSaid(String words, String said) {
        for (String[] arguments : new String[][] {{words}, {"--json", words}}) {
            Answer answer = explain(arguments).expect(2);
            assertEquals("", answer.out());
            assertTrue(answer.err().contains(said), answer.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "%s{0}'", EVIL, "-", "日本語", "*"})
    void strangeWordsReachNobodysTerminal(String words) {
        Answer answer = explain("--", words).expect(2);
        assertFalse(answer.err().contains("\u001b") || answer.err().contains("\u202e"), answer.err());
        assertFalse(answer.err().contains("fault of Doorwarden"), answer.err());
    }

    @Test
    void endlessWordsAreAnswered() {
        for (String piece : List.of("what is on the port ", "x", "what's  ")) {
            Answer answer =
                    explain(piece.repeat(100_000 / piece.length()) + "\u0001").expect(2);
            assertFalse(answer.err().contains("fault of Doorwarden"));
        }
    }

    @Test
    void whatOnlyTheServerKnowsIsToldFromIt() throws IOException {
        String server = "file:" + inventory("""
                        {"name": "AcmeAgent", "displayName": "Acme Agent", "description": "Watches over things.",
                         "imagePath": "C:\\\\Program Files\\\\Acme\\\\agent.exe", "publisher": "Acme Inc",
                         "account": "LocalSystem"}
                        """);
        for (String name : List.of("AcmeAgent", "acmeagent", "acme agent", " Acme Agent ")) {
            String out =
                    run("--server", server, "explain", name).expect(0).out().replaceAll("\\s+", " ");
            for (String part : List.of(
                    "Acme Agent (AcmeAgent)",
                    "its program is C:\\Program Files\\Acme\\agent.exe",
                    "made by: Acme Inc.",
                    "describes itself: Watches over things.",
                    "no quotation marks",
                    "runs as LocalSystem")) {
                assertTrue(out.contains(part), part + " in " + out);
            }
        }
        JsonObject document = run("--server", server, "--json", "explain", "AcmeAgent")
                .expect(0)
                .json();
        assertEquals("AcmeAgent", document.get("name").getAsString());
        assertTrue(document.get("purpose").isJsonNull());
        assertEquals("Acme Inc", document.get("publisher").getAsString());
        assertEquals(
                "C:\\Program Files\\Acme\\agent.exe", document.get("imagePath").getAsString());
        assertEquals(5, document.getAsJsonArray("told").size());
        for (String field : explain("--json", "LanmanServer").expect(0).json().keySet()) {
            assertTrue(document.has(field), field);
        }
        for (String unsaid : List.of("risk", "recommendation", "without", "carriesSessions")) {
            assertTrue(document.get(unsaid).isJsonNull(), unsaid);
        }
        for (String empty : List.of("sources", "references", "ports", "needs")) {
            assertEquals(0, document.getAsJsonArray(empty).size(), empty);
        }
    }

    @Test
    void aHostileServerCannotReachTheTerminal() throws IOException {
        String evil = "\\u001b]0;owned\\u0007\\r\\nroot# \\u202e";
        String server = "file:" + inventory("""
                {"name": "N E", "displayName": "E", "description": "E", "imagePath": "C:\\\\Users\\\\E b.exe",
                 "publisher": "E", "account": "E"}
                """.replace("E", evil));
        Answer answer = run("--server", server, "explain", "N " + EVIL).expect(0);
        for (String bad : List.of("\u001b", "\u0007", "\nroot#", "\u202e")) {
            assertFalse(answer.out().contains(bad) || answer.err().contains(bad), answer.out());
        }
        assertTrue(answer.out().contains("\\u001b]0;owned"), answer.out());
        JsonObject document = run("--server", server, "--json", "explain", "N " + EVIL)
                .expect(0)
                .json();
        assertEquals("N " + EVIL, document.get("name").getAsString());
    }

    @Test
    void aServerIsNotAskedForWhatIsKnown() {
        String nowhere = "file:" + folder.resolve("none.json");
        run("--server", nowhere, "explain", "TlntSvr").expect(0);
        run("--server", nowhere, "explain", "445").expect(0);
        Answer asked = run("--server", nowhere, "explain", "AcmeAgent").expect(2);
        assertTrue(asked.err().contains("none.json"), asked.err());
    }

    @Test
    void aServiceIsToldApartFromThePortOfItsName() throws IOException {
        String server = "file:" + inventory("{\"name\": \"12345\", \"displayName\": \"Odd\"}");
        assertTrue(run("--server", server, "explain", "12345").expect(0).out().startsWith("Odd (12345)"));
    }

    private Path inventory(String service) throws IOException {
        String more = ", \"type\": \"own-process\", \"startType\": \"automatic\", \"state\": \"running\"}";
        String whole = service.strip();
        return Files.writeString(
                folder.resolve("server.json"), """
                {"document": "doorwarden-inventory", "formatVersion": 1, "takenAt": "2026-01-01T00:00:00Z",
                 "server": {"id": "x", "name": "X", "operatingSystem": "Windows"}, "services": [%s]}
                """.formatted(whole.substring(0, whole.length() - 1) + more));
    }

    private Answer explain(String... words) {
        List<String> arguments = new ArrayList<>(List.of("explain"));
        arguments.addAll(List.of(words));
        return run(arguments.toArray(String[]::new));
    }

    private Answer run(String... arguments) {
        return commands.run(arguments);
    }
}
