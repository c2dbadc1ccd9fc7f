package org.doorwarden.wine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The class path of this test run, for JVMs that tests start. */
public final class TestClassPath {

    private TestClassPath() {}

    /** As this system writes it. */
    public static String here() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** As Windows writes it. */
    public static String windows() {
        return Arrays.stream(here().split(System.getProperty("path.separator")))
                .map(entry -> WineSession.windowsPath(Path.of(entry)))
                .collect(Collectors.joining(";"));
    }
}
