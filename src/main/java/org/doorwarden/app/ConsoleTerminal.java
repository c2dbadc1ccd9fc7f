package org.doorwarden.app;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.doorwarden.cli.Terminal;

/** Standard output, standard error and the keyboard. */
final class ConsoleTerminal implements Terminal {

    private final Console console;
    private final PrintWriter out;
    private final PrintWriter err;

    private ConsoleTerminal(Console console) {
        this.console = console;
        // What another program reads is always UTF-8; what a person reads is in the terminal's own encoding.
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        this.out = writer(System.out, charset);
        this.err = writer(System.err, charset);
    }

    static ConsoleTerminal open() {
        return new ConsoleTerminal(System.console());
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public boolean isInteractive() {
        return console != null;
    }

    @Override
    public Optional<String> ask(String question) {
        if (console == null) {
            return Optional.empty();
        }
        err.print(question + " ");
        err.flush();
        return Optional.ofNullable(console.readLine());
    }

    private static PrintWriter writer(PrintStream stream, Charset charset) {
        return new PrintWriter(stream, true, charset);
    }
}
