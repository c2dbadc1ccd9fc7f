package org.doorwarden.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.wine.TestClassPath;
import org.junit.jupiter.api.Test;

/**
 * Reading and checking the whole catalogue in a process that has just started, as the program ships and with no options:
 * what the program reads, beside the readable files that it was made from. The processes time the reading themselves.
 */
class CatalogueLoadBenchmark {

    private static final double LIMIT_MILLISECONDS = 150;
    private static final int ROUNDS = 15;

    private final int services = CatalogueReader.bundled().services().size();

    @Test
    void theWholeCatalogueIsReadAtOnce() throws Exception {
        double[] packed = new double[ROUNDS];
        double[] files = new double[ROUNDS];
        // Once for the disk, and then in turn, so that whatever else the machine does meets both.
        for (int round = -1; round < ROUNDS; round++) {
            double packedTook = milliseconds();
            double filesTook = milliseconds(ReadCatalogue.FILES);
            if (round >= 0) {
                packed[round] = packedTook;
                files[round] = filesTook;
            }
        }
        Timing readable = new Timing("the readable files, read and checked", files);
        Timing shipped = new Timing("what the program reads", packed);
        Timing.print(
                "The whole catalogue in a new process, " + services + " services",
                Timing.text(
                        "ratio %.2f; %.1f ms, under %.0f",
                        shipped.ratioTo(readable), shipped.median(), LIMIT_MILLISECONDS),
                readable,
                shipped);
        assertTrue(shipped.median() < LIMIT_MILLISECONDS, () -> shipped.median() + " ms");
    }

    private double milliseconds(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        assertEquals(0, process.waitFor());
        assertEquals(services, Integer.parseInt(printed[1]));
        return Long.parseLong(printed[0]) / 1e6;
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                ReadCatalogue.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** What ships, and the tests. */
    private static String classPath() {
        String tests = Arrays.stream(TestClassPath.here().split(File.pathSeparator))
                .filter(entry -> entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return Path.of(System.getProperty("doorwarden.folder"), "lib", "*") + File.pathSeparator + tests;
    }
}
