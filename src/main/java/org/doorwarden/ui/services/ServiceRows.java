package org.doorwarden.ui.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.ImagePath;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Badge.Tone;

/** The services in the order of the list: by verdict, and within a verdict what can be reached from outside first. */
final class ServiceRows {

    /** The verdicts in the order of their groups: what is to be closed first. */
    static final List<Verdict> GROUPS = List.of(
            Verdict.UNINSTALL, Verdict.DISABLE, Verdict.RESTRICT, Verdict.UNKNOWN, Verdict.KEEP, Verdict.REQUIRED);

    private static final Comparator<ServiceRow> ORDER = Comparator.comparingInt(
                    (ServiceRow row) -> GROUPS.indexOf(row.verdict()))
            .thenComparing(row -> !(row.openDoor() && row.reachable()))
            .thenComparing(row -> !row.running())
            .thenComparing(ServiceRow::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ServiceRow::name);
    private static final int MOST_PORTS = 4;

    private ServiceRows() {}

    static List<ServiceRow> of(Assessment assessment, Messages messages) {
        return assessment.services().values().stream()
                .map(each -> row(each, messages))
                .sorted(ORDER)
                .toList();
    }

    /**
     * The rows that fit, under the heads of their groups.
     *
     * @param search words that must all be found
     * @param filters must all hold
     */
    static List<ServiceEntry> visible(
            List<ServiceRow> rows, String search, Set<ServiceFilter> filters, Predicate<ServiceName> decided) {
        String[] words = search.isBlank()
                ? new String[0]
                : search.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<ServiceEntry> entries = new ArrayList<>(rows.size() + GROUPS.size());
        int head = 0;
        Verdict group = null;
        for (ServiceRow row : rows) {
            if (!fits(row, words) || !filters.stream().allMatch(filter -> holds(filter, row, decided))) {
                continue;
            }
            if (row.verdict() != group) {
                group = row.verdict();
                head = entries.size();
                entries.add(new GroupHead(group, 0));
            }
            entries.add(row);
            entries.set(head, new GroupHead(group, entries.size() - head - 1));
        }
        return entries;
    }

    static boolean holds(ServiceFilter filter, ServiceRow row, Predicate<ServiceName> decided) {
        return switch (filter) {
            case NETWORK -> row.reachable();
            case RUNNING -> row.running();
            case UNDECIDED -> !decided.test(row.name());
            case THIRD_PARTY -> row.thirdParty();
        };
    }

    private static boolean fits(ServiceRow row, String[] words) {
        for (String word : words) {
            if (!row.matches(word)) {
                return false;
            }
        }
        return true;
    }

    private static ServiceRow row(ServiceAssessment assessed, Messages messages) {
        Service service = assessed.service();
        String shown = service.displayName().isBlank() ? service.name().value() : service.displayName();
        List<String> ports = service.listeners().stream()
                .map(Listener::port)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toList();
        String meta = meta(service.name(), ports, messages);
        return new ServiceRow(
                service.name(),
                Printable.of(shown),
                meta,
                messages.say(
                        "ui.services.row.accessible",
                        shown,
                        meta,
                        messages.say("verdict." + assessed.verdict().id())),
                assessed.verdict(),
                DoorLook.of(assessed),
                badge(assessed, messages),
                badgeTone(assessed),
                assessed.isOpenDoor(),
                service.listeners().stream().anyMatch(Listener::reachable),
                service.isActive(),
                isThirdParty(assessed),
                (service.name() + "\n" + shown).toLowerCase(Locale.ROOT),
                (service.description() + "\n"
                                + assessed.knowledge()
                                        .map(ServiceKnowledge::purpose)
                                        .orElse(""))
                        .toLowerCase(Locale.ROOT),
                ports.stream().map(port -> " " + port).collect(Collectors.joining()));
    }

    private static String meta(ServiceName name, List<String> ports, Messages messages) {
        if (ports.isEmpty()) {
            return Printable.of(name.value());
        }
        String listed = ports.stream().limit(MOST_PORTS).collect(Collectors.joining(", "));
        return messages.say("ui.services.meta", name, ports.size() > MOST_PORTS ? listed + ", …" : listed);
    }

    private static String badge(ServiceAssessment assessed, Messages messages) {
        Verdict verdict = assessed.verdict();
        if (verdict.closes() && assessed.service().isClosed()) {
            return messages.say("ui.services.closed");
        }
        return verdict.closes() || verdict == Verdict.RESTRICT
                ? assessed.knowledge()
                        .map(known -> messages.say(
                                "severity." + known.risk().severity().id()))
                        .orElse("")
                : messages.say("ui.services.group." + verdict.id());
    }

    private static Tone badgeTone(ServiceAssessment assessed) {
        Verdict verdict = assessed.verdict();
        if (verdict.closes() && assessed.service().isClosed()) {
            return Tone.QUIET;
        }
        return verdict.closes() || verdict == Verdict.RESTRICT ? DoorLook.severity(assessed) : Tone.QUIET;
    }

    private static boolean isThirdParty(ServiceAssessment assessed) {
        String path = assessed.service().imagePath();
        return assessed.verdict() == Verdict.UNKNOWN || !path.isBlank() && !ImagePath.isInWindowsFolder(path);
    }
}
