package org.doorwarden.ui.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueSearch;
import org.doorwarden.catalogue.CatalogueSearch.Matches;
import org.doorwarden.catalogue.Port;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.knowledge.Tones;

/**
 * All entries as lines of a list, to be searched. Never changed, so it may be searched on any thread. As long as nothing
 * is looked for, the lines stand under the heads of their kinds, by display name; what was found stands by how well it
 * fits, each with its kind.
 */
final class EntryIndex {

    private static final Comparator<ServiceKnowledge> BY_KIND = Comparator.comparing(
                    (ServiceKnowledge each) -> EntryKind.of(each.origin()))
            .thenComparing(ServiceKnowledge::displayName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ServiceKnowledge::name);
    private static final int MOST_PORTS = 4;

    private final CatalogueSearch search;
    private final List<ServiceKnowledge> sorted;
    private final Map<ServiceName, EntryRow> under = new HashMap<>();
    private final Map<ServiceName, EntryRow> found = new HashMap<>();
    private final Map<EntryKind, Integer> counts = new EnumMap<>(EntryKind.class);

    /**
     * What is shown.
     *
     * @param count how many entries are among the lines
     * @param guessed whether nothing has the words, and these are only called something similar
     */
    record Found(List<CatalogueLine> lines, int count, boolean guessed) {}

    EntryIndex(Catalogue catalogue, Messages messages) {
        this.search = new CatalogueSearch(catalogue);
        this.sorted = catalogue.services().stream().sorted(BY_KIND).toList();
        for (ServiceKnowledge each : sorted) {
            under.put(each.name(), row(each, ports(each, messages), messages));
            found.put(
                    each.name(),
                    row(each, messages.say("origin." + each.origin().id()), messages));
        }
        for (EntryKind kind : EntryKind.values()) {
            counts.put(kind, (int) sorted.stream().filter(kind::holds).count());
        }
    }

    int count() {
        return sorted.size();
    }

    int count(EntryKind kind) {
        return counts.get(kind);
    }

    /**
     * The lines to show.
     *
     * @param words a name, a port, a flaw, a question; blank for all
     * @param kinds of which one must hold; empty for any
     */
    Found find(String words, Set<EntryKind> kinds) {
        return words.isBlank() ? browse(kinds) : search(words, kinds);
    }

    private Found browse(Set<EntryKind> kinds) {
        List<CatalogueLine> lines = new ArrayList<>(sorted.size() + EntryKind.values().length);
        EntryKind kind = null;
        int head = 0;
        int count = 0;
        for (ServiceKnowledge each : sorted) {
            if (!fits(each, kinds)) {
                continue;
            }
            if (EntryKind.of(each.origin()) != kind) {
                kind = EntryKind.of(each.origin());
                head = lines.size();
                lines.add(new EntryHead(kind, 0));
            }
            lines.add(under.get(each.name()));
            lines.set(head, new EntryHead(kind, lines.size() - head - 1));
            count++;
        }
        return new Found(List.copyOf(lines), count, false);
    }

    private Found search(String words, Set<EntryKind> kinds) {
        Matches matches = search.find(words);
        List<CatalogueLine> lines = new ArrayList<>();
        for (ServiceKnowledge each : matches.services()) {
            if (fits(each, kinds)) {
                lines.add(found.get(each.name()));
            }
        }
        return new Found(List.copyOf(lines), lines.size(), matches.guessed());
    }

    private static boolean fits(ServiceKnowledge known, Set<EntryKind> kinds) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.holds(known));
    }

    private static EntryRow row(ServiceKnowledge known, String more, Messages messages) {
        String meta = more.isEmpty()
                ? Printable.of(known.name().value())
                : messages.say("ui.services.meta", known.name(), more);
        String severity = messages.say("severity." + known.risk().severity().id());
        return new EntryRow(
                known.name(),
                Printable.of(known.displayName()),
                meta,
                messages.say(
                        known.local() ? "ui.catalogue.row.local.accessible" : "ui.catalogue.row.accessible",
                        known.displayName(),
                        meta,
                        severity),
                severity,
                Tones.of(known.risk().severity()),
                known.local());
    }

    private static String ports(ServiceKnowledge known, Messages messages) {
        List<String> ports = known.ports().stream()
                .map(Port::number)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toList();
        String listed = String.join(", ", ports.subList(0, Math.min(ports.size(), MOST_PORTS)));
        return ports.size() > MOST_PORTS ? messages.say("ui.catalogue.ports.more", listed) : listed;
    }
}
