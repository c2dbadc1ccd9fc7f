package org.doorwarden.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorwarden.apply.History;
import org.doorwarden.apply.PastRun;
import org.doorwarden.text.Message;

/** One line of the history. */
public sealed interface HistoryItem {

    /** A run that cannot be read, and what is wrong with it. */
    record Damaged(Message what) implements HistoryItem {}

    /** A run, as the history has it now. */
    record Past(PastRun run) implements HistoryItem {}

    /** Damaged runs first, then open ones, then the others, the latest first. */
    static List<HistoryItem> all(History history) {
        Stream<HistoryItem> damaged = history.damaged().stream().map(Damaged::new);
        Stream<HistoryItem> runs = history.runs().stream()
                .sorted(Comparator.comparing(PastRun::isOpen)
                        .thenComparing(PastRun::begunAt)
                        .thenComparing(PastRun::id)
                        .reversed())
                .map(Past::new);
        return Stream.concat(damaged, runs).toList();
    }

    /** The run, unless it cannot be read. */
    default Optional<PastRun> readable() {
        return this instanceof Past past ? Optional.of(past.run()) : Optional.empty();
    }
}
