package org.doorwarden.cli;

import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/** A server just read, with its dependencies. */
record Reading(Inventory inventory, DependencyGraph graph) {

    /** Reads the server the person named, and says what could not be read. */
    static Reading take(Globals globals) throws BackendException, DocumentException, WrongUse {
        try (ServerBackend backend = globals.open()) {
            return of(globals, backend);
        }
    }

    static Reading of(Globals globals, ServerBackend backend) throws BackendException {
        Inventory inventory = backend.read();
        for (ReadProblem problem : inventory.problems()) {
            globals.note(Message.of(
                    "read.problem." + problem.what().id(), problem.target(), WindowsError.text(problem.code())));
        }
        return new Reading(inventory, DependencyGraph.of(inventory.services().values()));
    }
}
