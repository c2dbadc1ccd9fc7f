package org.doorwarden.app;

import java.nio.file.Path;
import java.util.Locale;
import org.doorwarden.cli.CommandLineFace;
import org.doorwarden.journal.DiskStorage;
import org.doorwarden.journal.Storage;
import org.doorwarden.text.Messages;

/** Starts the program with the face that fits: the command line for commands, the walk where nothing is said. */
public final class Launch {

    private Launch() {}

    public static void run(String[] arguments) {
        run(arguments, new DiskStorage());
    }

    /** @param storage the disk for the runs */
    static void run(String[] arguments, Storage storage) {
        // From Java 22 to 24 there is a console even where nobody sits at it, unless this is said.
        System.setProperty("jdk.console", "java.base");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Path state = StateFolder.byDefault(windows, System.getenv(), Path.of(System.getProperty("user.home", ".")));
        ConsoleTerminal terminal = ConsoleTerminal.open();
        Interruption interruption = new Interruption();
        interruption.install();
        Messages messages = new Messages(Locale.getDefault());
        CommandLineFace face =
                new CommandLineFace(new Wiring(terminal, interruption, storage, windows, state), messages);
        int code = arguments.length > 0 ? face.run(arguments) : new Walk(face, messages, terminal.out()).run();
        interruption.exit(code);
    }
}
