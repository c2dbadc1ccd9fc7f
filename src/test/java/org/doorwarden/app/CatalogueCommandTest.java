package org.doorwarden.app;

import static org.doorwarden.testing.WrittenCatalogue.entry;
import static org.doorwarden.testing.WrittenCatalogue.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
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

/** {@code catalogue}, {@code list} and {@code check} as a person types them. */
class CatalogueCommandTest {

    private static final String OURS = "advice: {verdict: keep, because: 'We use it.', sources: [article]}";

    @TempDir
    Path folder;

    private TypedCommands commands;

    @BeforeEach
    void open() {
        commands = new TypedCommands(folder.resolve("state"));
    }

    @Test
    void tellsWhichCatalogueItIsAndHowLarge() {
        JsonObject document = run("catalogue", "--json").expect(0).json();
        assertTrue(document.get("version").getAsString().startsWith("20"), document.toString());
        assertTrue(document.get("services").getAsInt() > 500);
        assertTrue(document.get("products").getAsInt() >= 60);
        assertEquals("[]", document.get("localEntries").toString());
        String out = run("catalogue").expect(0).out();
        assertTrue(out.contains("Catalogue " + document.get("version").getAsString()), out);
        assertTrue(out.contains(document.get("services").getAsString() + " services"), out);
        // Looking writes nothing.
        assertFalse(Files.exists(folder.resolve("state")));
    }

    @Test
    void theSameEditionStandsUnderAnAssessment() {
        String version = run("catalogue", "--json").json().get("version").getAsString();
        assertTrue(run("assess").expect(0).out().contains("Catalogue " + version));
        JsonObject catalogue = run("assess", "--json").json().getAsJsonObject("catalogue");
        assertEquals(version, catalogue.get("version").getAsString());
        assertEquals("[]", catalogue.get("localEntries").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "telnet, TlntSvr",
        "conficker, LanmanServer",
        "CVE-2019-0708, TermService",
        "445, LanmanServer",
        "oracle, OracleServiceORCL",
        "Spoler, Spooler",
    })
    void listFindsByWords(String words, String name) {
        JsonArray found =
                run("catalogue", "list", "--json", words).expect(0).json().getAsJsonArray("services");
        assertTrue(names(found).contains(name), names(found).toString());
        assertTrue(run("catalogue", "list", words).expect(0).out().contains(name));
    }

    @Test
    void listWithoutWordsListsAllAndWithWordsOfNothingNone() {
        JsonObject all = run("catalogue", "list", "--json").expect(0).json();
        assertEquals(
                run("catalogue", "--json").json().get("services").getAsInt(),
                all.getAsJsonArray("services").size());
        // Every name can be copied from the list and typed.
        String listed = run("catalogue", "list").expect(0).out();
        for (String name : names(all.getAsJsonArray("services"))) {
            assertTrue(listed.contains(name + "  "), name);
        }
        assertEquals(
                "[]",
                run("catalogue", "list", "--json", "xyzzyq", "plugh")
                        .expect(0)
                        .json()
                        .get("services")
                        .toString());
    }

    @Test
    void whatIsInUseIsRight() {
        JsonObject document = run("catalogue", "check", "--json").expect(0).json();
        assertEquals("[]", document.get("problems").toString());
        assertTrue(document.get("files").getAsInt() > 50);
        assertTrue(run("catalogue", "check").expect(0).out().contains("nothing wrong"));
    }

    @Test
    void theEntryThatTheReadmeShowsIsRight() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int begin =
                readme.indexOf("```json\n{\n  \"document\": \"doorwarden-catalogue-services\"") + "```json\n".length();
        String sample = readme.substring(begin, readme.indexOf("```", begin));
        assertTrue(sample.contains("AcmeCache"), sample);
        JsonObject document = run(
                        "catalogue",
                        "check",
                        "--json",
                        write("sample.json", sample).toString())
                .expect(0)
                .json();
        assertEquals("[]", document.get("problems").toString());
        assertEquals(1, document.get("files").getAsInt());
    }

    @Test
    void aRightFileIsRightAndSaysWhatItReplaces() throws IOException {
        Path right = write("right.json", file("services", entry("AcmeCache", OURS), entry("tlntsvr", OURS)));
        Answer answer = run("catalogue", "check", right.toString()).expect(0);
        assertEquals(
                List.of("One file read, nothing wrong.", "tlntsvr: takes the place of our entry."),
                answer.out().lines().toList());
        assertEquals(
                "{\"files\":1,\"problems\":[]}",
                run("catalogue", "check", "--json", right.toString())
                        .expect(0)
                        .json()
                        .toString());
        Path second = write("second.json", file("services", entry("Other", OURS)));
        assertTrue(run("catalogue", "check", right.toString(), second.toString())
                .expect(0)
                .out()
                .startsWith("2 files read"));
    }

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        Path wrong = write("wrong.json", """
                {
                  "document": "doorwarden-catalogue-services",
                  "formatVersion": 1,
                  "services": [
                    RIGHT,
                    {"name": "One",
                     "displayName": "One"},
                    RIGHT,
                    {"name": "Two", "displayName": "Two", "origin": "windows", "purpose": "Two.",
                     "risk": {"severity": "low", "reach": "network", "attacker": "Two."},
                     "ports": [
                       {"protocol": "tcp", "port": 80},
                       {"protocol": "tcp",
                        "port": 65536}
                     ]}
                  ]
                }
                """.replace("RIGHT", "{}"));
        Path twice = write("twice.json", "{\n\"document\": \"x\",\n\"document\": \"x\"\n}");
        Answer answer =
                run("catalogue", "check", wrong.toString(), twice.toString()).expect(2);
        assertEquals(
                List.of(
                        twice + ", line 3: document: this field is there twice.",
                        wrong + ", line 5: services[0].origin: this field is missing.",
                        wrong + ", line 6: services[1].origin: this field is missing.",
                        wrong + ", line 8: services[2].origin: this field is missing.",
                        wrong + ", line 14: services[3].ports[1].port: this must be a whole number from 1 to 65535."),
                answer.out().lines().toList());
        JsonObject document =
                run("catalogue", "check", "--json", wrong.toString()).expect(2).json();
        JsonObject last = document.getAsJsonArray("problems").get(3).getAsJsonObject();
        assertEquals(wrong.toString(), last.get("file").getAsString());
        assertEquals(14, last.get("line").getAsInt());
        assertEquals("services[3].ports[1].port", last.get("field").getAsString());
        assertTrue(last.get("problem").getAsString().contains("65535"));
    }

    @Test
    void whatIsNoTextOrNoJsonIsSaid() throws IOException {
        assertProblem("", ", line 1: the file ends in the middle");
        assertProblem("hello", ", line 1: this is not valid JSON.");
        assertProblem("[1, 2]", ", line 1: ");
        assertProblem("{\n\"document\": \"doorwarden-plan\"\n}", ", line 2: document: “doorwarden-plan” is not one of");
        assertProblem(file("services") + "\n{}\n", ", line 7: this is not valid JSON.");
        assertProblem(
                file("services", entry("Acme")).replace("\"Nothing.\",", "\"Nothing.\""),
                ": services[0].without: this is not valid JSON.");
        Path latin = folder.resolve("latin.json");
        Files.write(latin, "{\n\"a\":\n\"Dienst für Drucker\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                latin + ", line 3: this is not text in UTF-8.",
                run("catalogue", "check", latin.toString()).expect(2).out().strip());
        Path binary = folder.resolve("binary.json");
        byte[] bytes = new byte[5000];
        new java.util.Random(1).nextBytes(bytes);
        Files.write(binary, bytes);
        assertTrue(run("catalogue", "check", binary.toString()).expect(2).out().contains("not text in UTF-8"));
    }

    @Test
    void aFileWithAByteOrderMarkIsReadAsEditorsOfWindowsWriteIt() throws IOException {
        String text = "\ufeff" + file("services", entry("AcmeCache", OURS)).replace("\n", "\r\n");
        run("catalogue", "check", write("bom.json", text).toString()).expect(0);
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(6L << 30);
        }
        Path right = write("right.json", file("services", entry("AcmeCache", OURS)));
        for (Path unreadable : List.of(huge, folder.resolve("none.json"), folder)) {
            Answer answer = run("catalogue", "check", right.toString(), unreadable.toString())
                    .expect(2);
            assertEquals("", answer.out());
            assertTrue(answer.err().startsWith(unreadable + ": "), answer.err());
        }
        assertTrue(run("catalogue", "check", huge.toString()).err().contains("larger than 1 MB"));
        assertTrue(run("catalogue", "check", folder.resolve("none.json").toString())
                .err()
                .contains("no such file"));
    }

    @Test
    void everyOptionIsExplained() {
        for (List<String> command : List.of(
                List.of("explain"),
                List.of("catalogue"),
                List.of("catalogue", "list"),
                List.of("catalogue", "check"),
                List.of("catalogue", "compare"),
                List.of("catalogue", "use"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add("--help");
            String help = run(arguments.toArray(String[]::new)).expect(0).out();
            List<String> lines = help.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.startsWith("-") && !line.contains("  ")) {
                    String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
                    assertFalse(next.isEmpty() || next.startsWith("-"), command + ": " + line);
                }
            }
            assertTrue(help.contains("--entries"), command.toString());
        }
    }

    private void assertProblem(String text, String said) throws IOException {
        Path file = write("problem.json", text);
        String out = run("catalogue", "check", file.toString()).expect(2).out();
        assertEquals(1, out.lines().count(), out);
        assertTrue(out.startsWith(file + ", line ") && out.contains(said), out);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> names(JsonArray services) {
        List<String> names = new ArrayList<>();
        for (JsonElement each : services) {
            names.add(each.getAsJsonObject().get("name").getAsString());
        }
        return names;
    }

    private Answer run(String... arguments) {
        return commands.run(arguments);
    }
}
