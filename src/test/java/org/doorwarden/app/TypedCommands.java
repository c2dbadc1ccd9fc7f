package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.cli.CommandLineFace;
import org.doorwarden.cli.Terminal;
import org.doorwarden.journal.DiskStorage;
import org.doorwarden.text.Messages;

/** Commands as a person types them, run in this process on training servers and files. */
public final class TypedCommands {

    private final Path state;

    /** @param state the state folder of every command that names none */
    public TypedCommands(Path state) {
        this.state = state;
    }

    /** What a command answered. */
    public record Answer(int code, String out, String err) {

        public Answer expect(int expected) {
            assertEquals(expected, code, () -> out + err);
            return this;
        }

        public JsonObject json() {
            return JsonParser.parseString(out).getAsJsonObject();
        }
    }

    public Answer run(String... arguments) {
        return run(Optional.empty(), arguments);
    }

    /** Runs a command; with an answer, as if a person sat there who gives it to every question. */
    public Answer run(Optional<String> answer, String... arguments) {
        CapturingTerminal terminal = new CapturingTerminal(answer);
        Wiring wiring = new Wiring(terminal, new Interruption(), new DiskStorage(), false, state);
        List<String> all = new ArrayList<>();
        if (!Arrays.asList(arguments).contains("--state")) {
            all.addAll(List.of("--state", state.toString()));
        }
        all.addAll(Arrays.asList(arguments));
        int code = new CommandLineFace(wiring, new Messages(Locale.ENGLISH)).run(all.toArray(String[]::new));
        return new Answer(code, terminal.out.toString(), terminal.err.toString());
    }

    private static final class CapturingTerminal implements Terminal {

        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final Optional<String> answer;

        CapturingTerminal(Optional<String> answer) {
            this.answer = answer;
        }

        @Override
        public PrintWriter out() {
            return new PrintWriter(out, true);
        }

        @Override
        public PrintWriter err() {
            return new PrintWriter(err, true);
        }

        @Override
        public boolean isInteractive() {
            return answer.isPresent();
        }

        @Override
        public Optional<String> ask(String question) {
            return answer;
        }
    }
}
