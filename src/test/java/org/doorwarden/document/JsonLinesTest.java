package org.doorwarden.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place in a text is found on its line, however the text is written. */
class JsonLinesTest {

    private static final String PRETTY = """
            {
              "document": "x",
              "services": [
                {
                  "name": "日本語 Ü \ud83d\udeaa",
                  "ports": [
                    1,
                    true
                  ],
                  "advice": {"because":
                    "so", "sources": []}
                },
                {}
              ]
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "document, 2",
        "services, 3",
        "services[0], 4",
        "services[0].name, 5",
        "services[0].ports, 6",
        "services[0].ports[0], 7",
        "services[0].ports[1], 8",
        "services[0].advice, 10",
        "services[0].advice.because, 10",
        "services[0].advice.sources, 11",
        "services[1], 13",
        // What is missing stands on the line of what it is missing in.
        "kind, 1",
        "services[0].purpose, 4",
        "services[0].advice.verdict, 10",
        "services[0].advice.sources[0], 11",
        "services[1].name, 13",
        "services[1].risk.attacker, 13",
        "services[7], 3",
        "services[7].name, 3",
    })
    void eachPlaceHasItsLine(String place, int line) {
        assertEquals(line, lineOf(PRETTY, place), "as written");
        assertEquals(line, lineOf(PRETTY.replace("\n", "\r\n"), place), "with the ends of lines of Windows");
        assertEquals(line, lineOf(PRETTY.replace("  ", "\t"), place), "indented with tabs");
        assertEquals(line, lineOf(PRETTY.stripTrailing(), place), "without an end of the last line");
        assertEquals(line, lineOf("\ufeff" + PRETTY, place), "with a byte order mark");
        assertEquals(line + 3, lineOf("\n\r\n \n" + PRETTY, place), "after empty lines");
        assertEquals(1, lineOf(PRETTY.replace("\n", ""), place), "in one line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\n\"a\": 1,\n\"b\": }`                 | b    | 3",
                "`{\n\"a\": 1,\n\"b\" 2}`                 | b    | 3",
                "`{\n\"a\": [1,\n2,\n\n]\n}`              | a[2] | 5",
                "`{\n\"a\": 1\n\"b\": 2\n}`               | a    | 3",
                "`{\n\"a\": \"x\n\",\n\"b\": 2\n}`        | a    | 2",
                "`{\n\"a\": 1}\n\n{}\n`                   | ``   | 4",
                "`{\n\"a\": 1\n`                          | a    | 2",
                "`{\n\"a\": 1,\n`                         | ``   | 2",
                "`{\n\"a\": {\n\"b\": 1}\n\"c\": 2}`      | a    | 4",
                "`{\n\"a\": 1,\n\"b\": 2,\n\"a\": 3\n}`   | a    | 4",
                "`{\n\"a\": 1,\n\"a\": 3,\n?}`          | a    | 3",
                "`\n\nhello`                              | ``   | 3",
                "``                                       | ``   | 1",
                "`\n\n\n`                                 | ``   | 3",
            })
    void whereTheTextIsNoJsonTheLineIsWhereReadingEnded(String text, String place, int line) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThrows(DocumentException.class, () -> JsonText.parse("x", bytes));
        assertEquals(line, JsonLines.of(bytes).lineOf(place));
    }

    /** The complaint about a text and the line of the complaint come from two readings: they must go equally far. */
    @Test
    void whatIsComplainedAboutIsOnTheLineOfTheMistake() {
        for (int line = 1; line <= PRETTY.lines().count(); line++) {
            StringBuilder text = new StringBuilder();
            int at = 1;
            for (String each : PRETTY.lines().toList()) {
                text.append(at == line ? "?" : "").append(each).append('\n');
                at++;
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            DocumentException wrong = assertThrows(DocumentException.class, () -> JsonText.parse("x", bytes));
            assertEquals(line, JsonLines.of(bytes).lineOf(wrong.field()), wrong.field());
        }
    }

    @Test
    void whatIsNotUtf8IsOnItsLine() {
        byte[] latin = "{\n\"a\": 1,\n\"b\": \"ü\",\n\"c\": 2\n}".getBytes(StandardCharsets.ISO_8859_1);
        DocumentException wrong = assertThrows(DocumentException.class, () -> JsonText.parse("x", latin));
        assertEquals("document.not.utf8", wrong.problem().key());
        assertEquals(3, JsonLines.of(latin).lineOf(wrong.field()));
        assertEquals(1, JsonLines.of("{}".getBytes(StandardCharsets.UTF_16)).lineOf(""));
    }

    @Test
    void anyBytesHaveLines() {
        for (int seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = seed % 2 == 0 ? new byte[random.nextInt(200)] : PRETTY.getBytes(StandardCharsets.UTF_8);
            for (int i = seed % 2 == 0 ? bytes.length : 3; i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int lines = 1
                    + (int) new String(bytes, StandardCharsets.UTF_8)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            for (String place : new String[] {"", "a", "services[0].name", "services[3].x[2].y", "[0]", "..", "]["}) {
                int line = JsonLines.of(bytes).lineOf(place);
                assertTrue(line >= 1 && line <= lines, seed + ": " + line + " of " + lines);
            }
        }
    }

    @Test
    void generatedTextsHaveTheLinesTheyWereWrittenOn() throws Exception {
        for (int seed = 0; seed < 1000; seed++) {
            Generated generated = new Generated(new SplittableRandom(seed));
            byte[] bytes = generated.text.toString().getBytes(StandardCharsets.UTF_8);
            JsonText.parse("generated", bytes);
            JsonLines lines = JsonLines.of(bytes);
            for (Map.Entry<String, Integer> place : generated.lines.entrySet()) {
                assertEquals(place.getValue(), lines.lineOf(place.getKey()), seed + " " + place.getKey());
            }
        }
    }

    private static int lineOf(String text, String place) {
        return JsonLines.of(text.getBytes(StandardCharsets.UTF_8)).lineOf(place);
    }

    /** Any JSON text with any white space, and where in it everything stands. */
    private static final class Generated {

        private static final String[] SPACE = {"", "", " ", "\t", "\n", "\r\n", "\n\n ", " \n\t"};
        private static final String[] SCALARS = {
            "1", "-2.5e3", "true", "false", "null", "\"\"", "\"x{[,:\"", "\"日本語 \ud83d\udeaa\"", "\"\\n\\\"\\u2028\""
        };

        private final SplittableRandom random;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Integer> lines = new HashMap<>();

        Generated(SplittableRandom random) {
            this.random = random;
            space();
            note("");
            object("", 0);
            space();
        }

        private void value(String place, int depth) {
            switch (depth > 5 ? 2 : random.nextInt(4)) {
                case 0 -> object(place, depth + 1);
                case 1 -> array(place, depth + 1);
                default -> text.append(SCALARS[random.nextInt(SCALARS.length)]);
            }
        }

        private void object(String place, int depth) {
            text.append('{');
            for (int i = 0, size = random.nextInt(5); i < size; i++) {
                text.append(i == 0 ? "" : ",");
                space();
                String name = "f" + i;
                String at = place.isEmpty() ? name : place + "." + name;
                note(at);
                text.append('"').append(name).append('"');
                space();
                text.append(':');
                space();
                value(at, depth);
                space();
            }
            space();
            text.append('}');
        }

        private void array(String place, int depth) {
            text.append('[');
            for (int i = 0, size = random.nextInt(5); i < size; i++) {
                text.append(i == 0 ? "" : ",");
                space();
                note(place + "[" + i + "]");
                value(place + "[" + i + "]", depth);
                space();
            }
            space();
            text.append(']');
        }

        private void space() {
            text.append(SPACE[random.nextInt(SPACE.length)]);
        }

        private void note(String place) {
            lines.put(
                    place,
                    1
                            + (int) text.chars()
                                    .filter(character -> character == '\n')
                                    .count());
        }
    }
}
