package org.doorwarden.cli;

import java.io.IOException;
import java.util.List;
import org.doorwarden.document.DocumentException;
import org.doorwarden.journal.Run;
import org.doorwarden.journal.RunStore;
import org.doorwarden.model.ChangeState;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/** Finds the run that a person means. */
final class PastRuns {

    private PastRuns() {}

    static Run find(RunStore store, String id) throws IOException, DocumentException, WrongUse {
        return store.find(id).orElseThrow(() -> Names.unknown("wrong.run", id, ids(store)));
    }

    /** The latest run on a server of which something is in effect. */
    static Run latest(RunStore store, String serverId) throws IOException, WrongUse {
        List<Run> runs = store.readAll().runs();
        for (int i = runs.size() - 1; i >= 0; i--) {
            Run run = runs.get(i);
            boolean inEffect =
                    run.isOpen() || run.changeStates().values().stream().anyMatch(ChangeState::mayBeInEffect);
            if (run.serverId().equals(serverId) && inEffect) {
                return run;
            }
        }
        throw new WrongUse(Message.of("wrong.nothing.to.undo"));
    }

    private static List<String> ids(RunStore store) {
        try {
            return store.readAll().runs().stream().map(Run::id).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
