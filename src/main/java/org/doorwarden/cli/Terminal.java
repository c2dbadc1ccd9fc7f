package org.doorwarden.cli;

import java.io.PrintWriter;
import java.util.Optional;

/** Where the program's words go and where answers come from. */
public interface Terminal {

    /** For what was asked: tables, documents. */
    PrintWriter out();

    /** For messages about it: progress, warnings, errors. */
    PrintWriter err();

    /** Whether a person sits there, reads along and can answer. */
    boolean isInteractive();

    /** Asks and waits for a line; empty if nobody answers. */
    Optional<String> ask(String question);
}
