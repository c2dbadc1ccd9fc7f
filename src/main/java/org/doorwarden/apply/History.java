package org.doorwarden.apply;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.doorwarden.document.DocumentException;
import org.doorwarden.journal.RunStore;
import org.doorwarden.text.Message;

/**
 * What was done before.
 *
 * @param runs oldest first
 * @param damaged what is wrong with each run that could not be read
 */
public record History(List<PastRun> runs, List<Message> damaged) {

    public History {
        runs = List.copyOf(runs);
        damaged = List.copyOf(damaged);
    }

    public static History read(RunStore store) throws IOException {
        RunStore.Runs found = store.readAll();
        return new History(
                found.runs().stream().map(PastRun::new).toList(),
                found.damaged().stream().map(DocumentException::explanation).toList());
    }

    public Optional<PastRun> find(String run) {
        return runs.stream().filter(each -> each.id().equals(run)).findFirst();
    }

    /** The run of that server which a crash left open, the latest first. */
    public Optional<PastRun> open(String serverId) {
        return runs.stream()
                .filter(run -> run.isOpen() && run.serverId().equals(serverId))
                .reduce((first, second) -> second);
    }
}
