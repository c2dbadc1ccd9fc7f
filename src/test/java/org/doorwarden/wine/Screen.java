package org.doorwarden.wine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An X server of its own that draws into memory. */
public final class Screen implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/Xvfb");

    private final Process server;
    private final String name;

    private Screen(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Whether there can be one on this machine. */
    public static boolean isPossible() {
        return Files.isExecutable(PROGRAM);
    }

    /** Opens one; it looks for a free number itself. */
    public static Screen open() throws IOException {
        Process server = new ProcessBuilder(
                        PROGRAM.toString(), "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        return new Screen(server, ":" + number.strip());
    }

    /** What {@code DISPLAY} is set to. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
