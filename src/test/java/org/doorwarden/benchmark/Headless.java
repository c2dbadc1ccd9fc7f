package org.doorwarden.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.doorwarden.wine.TestClassPath;

/** Programs with a window, started as the program itself is, on a screen in memory. */
final class Headless {

    private Headless() {}

    static ProcessBuilder start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Dheadless.geometry=2000x1400-32",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }

    /** What ships, the tests, and the screen in memory. */
    private static String classPath() {
        String tests = Arrays.stream(TestClassPath.here().split(File.pathSeparator))
                .filter(entry -> entry.contains("test-classes") || entry.contains("monocle"))
                .collect(Collectors.joining(File.pathSeparator));
        return Path.of(System.getProperty("doorwarden.folder"), "lib", "*") + File.pathSeparator + tests;
    }
}
