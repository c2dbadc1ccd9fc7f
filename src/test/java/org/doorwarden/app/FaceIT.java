package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which face the program as it ships shows, and that it loads no other. */
class FaceIT {

    /** No X server has this number. */
    private static final String BROKEN_DISPLAY = ":4242";

    private static final String WALK_BEGINS = "1. READ";

    private final Path program = Path.of(System.getProperty("doorwarden.folder"), "bin", "doorwarden");

    @TempDir
    Path folder;

    @Test
    void aCommandLoadsNothingOfTheWindow() throws Exception {
        Process process = start(Map.of("DISPLAY", BROKEN_DISPLAY), "services", "--json")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor());
        assertTrue(loaded("org.doorwarden.cli.").size() > 10);
        assertEquals(List.of(), loaded("javafx.", "com.sun.javafx.", "com.sun.glass.", "org.doorwarden.ui."));
    }

    @Test
    void withoutADisplayItWalksAndLooksForNoWindow() throws Exception {
        assertWalks(Map.of());
        assertEquals(List.of(), loaded("javafx.", "com.sun.javafx.", "com.sun.glass."));
    }

    @Test
    void withADisplayThatDoesNotAnswerItWalksWithoutAComplaint() throws Exception {
        assertWalks(Map.of("DISPLAY", BROKEN_DISPLAY));
        assertTrue(loaded("com.sun.javafx.").size() > 10);
    }

    /** The walk takes its time; its first heading is enough. */
    private void assertWalks(Map<String, String> environment) throws Exception {
        Path err = folder.resolve("err");
        Process process = start(environment).redirectError(err.toFile()).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (line.startsWith(WALK_BEGINS)) {
                    break;
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertTrue(lines.get(lines.size() - 1).startsWith(WALK_BEGINS), lines.toString());
        List<String> said = Files.readAllLines(err).stream()
                .filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                // From Java 24 on the JVM itself remarks that JavaFX has native libraries; Java 17 knows no way to say
                // beforehand that it may.
                .filter(line -> Runtime.version().feature() < 24 || !(line.isEmpty() || line.startsWith("WARNING: ")))
                .toList();
        assertEquals(List.of(), said);
    }

    private ProcessBuilder start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        if (arguments.length > 0) {
            command.addAll(List.of(
                    "--server",
                    "lab:iis5-2001",
                    "--state",
                    folder.resolve("state").toString()));
            command.addAll(Arrays.asList(arguments));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes() + " -Djava.io.tmpdir=" + folder);
        return builder;
    }

    private Path classes() {
        return folder.resolve("classes.log");
    }

    /** The classes loaded whose names begin so. */
    private List<String> loaded(String... beginnings) throws IOException {
        return Files.readAllLines(classes()).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])*\\s*", ""))
                .filter(name -> Arrays.stream(beginnings).anyMatch(name::startsWith))
                .toList();
    }
}
