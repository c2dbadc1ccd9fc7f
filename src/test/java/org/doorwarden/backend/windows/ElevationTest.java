package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A command line from which a program reads back the arguments it was made of. */
class ElevationTest {

    private static final String LETTERS = "a \\\"\\\" \t";

    @Test
    void spacesQuotesAndBackslashesAreWrittenAsWindowsReadsThem() {
        assertEquals(
                "\"-cp\" \"C:\\Program Files\\Doorwarden\\lib\\*\"",
                quoted("-cp", "C:\\Program Files\\Doorwarden\\lib\\*"));
        assertEquals("\"C:\\with\\end\\\\\"", quoted("C:\\with\\end\\"));
        assertEquals("\"say \\\"hello\\\"\"", quoted("say \"hello\""));
        assertEquals("\"\\\\\\\"\"", quoted("\\\""));
        assertEquals("\"\"", quoted(""));
        assertEquals("", quoted());
    }

    @Test
    void anyArgumentsComeBackAsTheyWere() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            List<String> arguments = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                StringBuilder argument = new StringBuilder();
                for (int length = random.nextInt(8); length > 0; length--) {
                    argument.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                }
                arguments.add(argument.toString());
            }
            assertEquals(arguments, parsed(Elevation.quoted(arguments)));
        }
    }

    @Test
    void theClassPathHoldsInAnyFolder() {
        String here = Path.of("").toAbsolutePath().toString();
        String separator = File.pathSeparator;
        assertEquals(
                here + "/lib/a.jar" + separator + here + "/b.jar" + separator + "/opt/c.jar",
                Elevation.absolute("lib/a.jar" + separator + separator + "bin/../b.jar" + separator + "/opt/c.jar")
                        .replace('\\', '/'));
    }

    private static String quoted(String... arguments) {
        return Elevation.quoted(List.of(arguments));
    }

    /**
     * Reads a command line by the rules of the Microsoft C run-time.
     *
     * @see <a href="https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments">Parsing C command-line
     *     arguments</a>
     */
    private static List<String> parsed(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = null;
        boolean inQuotes = false;
        int i = 0;
        while (i < line.length()) {
            char each = line.charAt(i);
            if (!inQuotes && (each == ' ' || each == '\t')) {
                if (argument != null) {
                    arguments.add(argument.toString());
                    argument = null;
                }
                i++;
                continue;
            }
            argument = argument == null ? new StringBuilder() : argument;
            int backslashes = 0;
            while (i < line.length() && line.charAt(i) == '\\') {
                backslashes++;
                i++;
            }
            if (i < line.length() && line.charAt(i) == '"') {
                argument.append("\\".repeat(backslashes / 2));
                if (backslashes % 2 == 1) {
                    argument.append('"');
                } else if (inQuotes && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    argument.append('"');
                    i++;
                } else {
                    inQuotes = !inQuotes;
                }
                i++;
            } else {
                argument.append("\\".repeat(backslashes));
                if (backslashes == 0) {
                    argument.append(each);
                    i++;
                }
            }
        }
        if (argument != null) {
            arguments.add(argument.toString());
        }
        return arguments;
    }
}
