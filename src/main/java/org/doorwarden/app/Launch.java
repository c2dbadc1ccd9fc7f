package org.doorwarden.app;

import java.nio.file.Path;
import java.util.Locale;
import org.doorwarden.cli.CommandLineFace;
import org.doorwarden.journal.DiskStorage;
import org.doorwarden.journal.Storage;
import org.doorwarden.text.Messages;

/**
 * Starts the program with the face that fits: the command line for commands; where nothing is said the wizard, or the
 * walk where no window can be opened.
 */
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
        Wiring wiring = new Wiring(terminal, interruption, storage, windows, state);
        CommandLineFace face = new CommandLineFace(wiring, messages);
        int code;
        if (arguments.length > 0) {
            code = face.run(arguments);
        } else if (mayHaveDisplay(windows) && WizardWindow.show(wiring, windows, state, messages)) {
            code = 0;
        } else {
            code = new Walk(face, messages, terminal.out()).run();
        }
        interruption.exit(code);
    }

    private static boolean mayHaveDisplay(boolean windows) {
        return windows
                || System.getProperty("os.name", "").startsWith("Mac")
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
    }
}
