package org.doorwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.doorwarden.cli.CommandLineFace;
import org.doorwarden.text.Messages;

/**
 * Walks through the main job on the training server without asking anything: the commands a person would type, with
 * what each of them answers. It works in a folder of its own, which is gone afterwards.
 */
final class Walk {

    private record Step(String title, List<String> command) {}

    private static final List<Step> STEPS = List.of(
            new Step("walk.read", List.of("services")),
            new Step("walk.understand", List.of("show", "SMTPSVC")),
            new Step("walk.assess", List.of("assess")),
            new Step("walk.plan", List.of("plan", "--recommended")),
            new Step("walk.apply", List.of("apply", "--recommended", "--yes")),
            new Step("walk.verify", List.of("services")),
            new Step("walk.undo", List.of("undo", "--yes")),
            new Step("walk.history", List.of("history")));

    private final CommandLineFace face;
    private final Messages messages;
    private final PrintWriter out;

    Walk(CommandLineFace face, Messages messages, PrintWriter out) {
        this.face = face;
        this.messages = messages;
        this.out = out;
    }

    /** @return the exit code of the first command that failed, or 0 */
    int run() {
        Path state = temporaryFolder();
        try {
            say("walk.begin");
            for (Step step : STEPS) {
                out.println();
                say(step.title());
                say("walk.command", String.join(" ", step.command()));
                out.println();
                int code = face.run(arguments(state, step).toArray(String[]::new));
                if (code != 0) {
                    return code;
                }
            }
            out.println();
            say("walk.end");
            return 0;
        } finally {
            delete(state);
        }
    }

    private static List<String> arguments(Path state, Step step) {
        List<String> arguments = new ArrayList<>(List.of("--server", "lab:iis5-2001", "--state", state.toString()));
        arguments.addAll(step.command());
        return arguments;
    }

    private void say(String key, Object... arguments) {
        out.println(messages.say(key, arguments));
        out.flush();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("doorwarden");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
