package org.doorwarden.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.doorwarden.wine.TestClassPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cold process that lists the training server's services, beside one that says hello, on the same JVM. */
class StartUpBenchmark {

    private static final double LIMIT_MILLISECONDS = 500;
    private static final int ROUNDS = 15;

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final Path program = Path.of(System.getProperty("doorwarden.folder"));

    @TempDir
    Path state;

    @Test
    void aCommandStartsAtOnce() throws Exception {
        List<String> hello = List.of(java.toString(), "-cp", TestClassPath.here(), HelloWorld.class.getName());
        List<String> services = List.of(
                program.resolve("bin/doorwarden").toString(),
                "--server",
                "lab:iis5-2001",
                "--state",
                state.toString(),
                "services",
                "--json");
        Timing[] timings = Timing.sideBySide(
                ROUNDS,
                new Timing.Work("a program that says hello", () -> run(hello)),
                new Timing.Work("doorwarden services --json, training server", () -> run(services)));
        double more = timings[1].median() - timings[0].median();
        Timing.print(
                "Cold start of a process, from start to end",
                Timing.text(
                        "ratio %.1f; %.0f ms more, at most %.0f",
                        timings[1].ratioTo(timings[0]), more, LIMIT_MILLISECONDS),
                timings);
        assertTrue(more <= LIMIT_MILLISECONDS, () -> more + " ms more");
    }

    private Integer run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = builder.start().waitFor();
        assertEquals(0, code, () -> command.toString());
        return code;
    }
}
