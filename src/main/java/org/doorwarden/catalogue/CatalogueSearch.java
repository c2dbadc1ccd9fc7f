package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Similar;

/** Finds entries by what a person types: a name, a display name, a port, a question about a port, part of a word. */
public final class CatalogueSearch {

    private static final int MOST_SUGGESTIONS = 5;
    /** Nobody types more; what is longer names nothing. A service's name has at most 256 characters. */
    private static final int LONGEST_WORDS = 400;

    /** Takes what it has taken for good: a long text can neither hold it up nor fill the stack. */
    private static final Pattern PORT = Pattern.compile(
            "(?:(?:what(?:['’]?s)?|which|who|services?|program|is|are|runs|listens|listening|uses|the|on|at|port)\\s++)*+"
                    + "(?:(?:tcp|udp)[\\s/:]*+)?(?:port\\s++)?(?<number>\\d{1,5}+)(?:[\\s/:]*+(?:tcp|udp))?\\s*+\\??");

    private final Catalogue catalogue;

    public CatalogueSearch(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The port that the words ask for, as in {@code 445}, {@code udp/161} or {@code what is on 445?}. */
    public static OptionalInt port(String words) {
        if (words.length() > LONGEST_WORDS) {
            return OptionalInt.empty();
        }
        Matcher matcher = PORT.matcher(plain(words));
        int number = matcher.matches() ? Integer.parseInt(matcher.group("number")) : 0;
        return number >= 1 && number <= 0xFFFF ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /**
     * The entries that the words name: the one of that name or display name, those with the flaw of that number, or
     * that a worm or exploit of that name used, or those that listen on that port.
     *
     * @return empty if they name nothing
     */
    public List<ServiceKnowledge> named(String words) {
        if (words.length() > LONGEST_WORDS) {
            return List.of();
        }
        String name = words.strip();
        Optional<ServiceKnowledge> exact = name.isEmpty() ? Optional.empty() : catalogue.find(new ServiceName(name));
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<ServiceKnowledge> byDisplayName = catalogue.services().stream()
                .filter(each -> each.displayName().equalsIgnoreCase(name))
                .toList();
        if (!byDisplayName.isEmpty()) {
            return byDisplayName;
        }
        List<ServiceKnowledge> byFlaw = catalogue.services().stream()
                .filter(each -> each.vulnerabilities().stream().anyMatch(flaw -> isCalled(flaw, name)))
                .toList();
        if (!byFlaw.isEmpty()) {
            return byFlaw;
        }
        OptionalInt port = port(words);
        return port.isPresent() ? onPort(plain(words), port.getAsInt()) : List.of();
    }

    private List<ServiceKnowledge> onPort(String words, int port) {
        Optional<Protocol> protocol = Optional.empty();
        for (Protocol each : Protocol.values()) {
            protocol = words.contains(each.id()) ? Optional.of(each) : protocol;
        }
        Optional<Protocol> wanted = protocol;
        return catalogue.listeningOn(port).stream()
                .filter(each -> wanted.isEmpty() || each.ports().contains(new Port(wanted.get(), port)))
                .toList();
    }

    /** Names and display names most like these words. */
    public List<String> suggestions(String words) {
        List<String> known = new ArrayList<>();
        for (ServiceKnowledge each : catalogue.services()) {
            known.add(each.name().value());
            known.add(each.displayName());
        }
        return Similar.to(words.strip(), known, MOST_SUGGESTIONS);
    }

    /**
     * What was found.
     *
     * @param services the best first
     * @param guessed whether nothing has the words, and these are only called something similar
     */
    public record Matches(List<ServiceKnowledge> services, boolean guessed) {

        public Matches {
            services = List.copyOf(services);
        }
    }

    /** As {@link #find}, whether guessed or not. */
    public List<ServiceKnowledge> matching(String words) {
        return find(words).services();
    }

    /**
     * The entries to list while somebody types: those named, then those with the words in a name, then those with
     * them in the name of a flaw or of a product that needs the service, then those with them in what is said of the
     * service; if there are none, those with a similar name. All of them for no words.
     */
    public Matches find(String words) {
        String wanted = plain(words);
        if (wanted.isEmpty()) {
            return new Matches(catalogue.services(), false);
        }
        if (words.length() > LONGEST_WORDS) {
            return new Matches(List.of(), false);
        }
        Map<ServiceName, ServiceKnowledge> found = new LinkedHashMap<>();
        named(words).forEach(each -> found.put(each.name(), each));
        if (port(words).isEmpty()) {
            Set<ServiceName> required = requiredByProducts(wanted);
            catalogue.services().stream()
                    .map(each -> new Match(
                            each, Math.min(rank(each, wanted), required.contains(each.name()) ? BESIDES : NO_MATCH)))
                    .filter(match -> match.rank() < NO_MATCH)
                    .sorted(Comparator.comparingInt(Match::rank))
                    .forEach(match -> found.putIfAbsent(match.service().name(), match.service()));
        }
        boolean guessed = found.isEmpty();
        if (guessed) {
            suggestions(words).forEach(name -> named(name).forEach(each -> found.putIfAbsent(each.name(), each)));
        }
        return new Matches(List.copyOf(found.values()), guessed);
    }

    /** The services that cannot be missed where a product of such a name is installed. */
    private Set<ServiceName> requiredByProducts(String wanted) {
        return catalogue.products().stream()
                .filter(product -> plain(product.name()).contains(wanted))
                .flatMap(product -> product.requires().stream())
                .map(Requirement::service)
                .collect(Collectors.toSet());
    }

    private record Match(ServiceKnowledge service, int rank) {}

    private static final int BESIDES = 2;
    private static final int NO_MATCH = 4;

    /** For all words as they stand, or else for the word that fits least. */
    private static int rank(ServiceKnowledge service, String wanted) {
        int together = rankOf(service, wanted);
        return together < NO_MATCH || wanted.indexOf(' ') < 0
                ? together
                : Stream.of(wanted.split("\\s+"))
                        .mapToInt(word -> rankOf(service, word))
                        .max()
                        .orElse(NO_MATCH);
    }

    private static int rankOf(ServiceKnowledge service, String wanted) {
        String name = plain(service.name().value());
        String displayName = plain(service.displayName());
        if (name.startsWith(wanted) || displayName.startsWith(wanted)) {
            return 0;
        }
        if (name.contains(wanted)
                || displayName.contains(wanted)
                || service.alsoNamed().stream().anyMatch(other -> plain(other).contains(wanted))) {
            return 1;
        }
        if (service.publisher().map(CatalogueSearch::plain).orElse("").contains(wanted)
                || service.vulnerabilities().stream().anyMatch(flaw -> isAbout(flaw, wanted))) {
            return BESIDES;
        }
        return plain(service.purpose()).contains(wanted) ? 3 : NO_MATCH;
    }

    private static boolean isCalled(Vulnerability flaw, String name) {
        return flaw.cve().filter(name::equalsIgnoreCase).isPresent()
                || flaw.bulletin().filter(name::equalsIgnoreCase).isPresent()
                || flaw.knownAs().stream().anyMatch(name::equalsIgnoreCase);
    }

    private static boolean isAbout(Vulnerability flaw, String wanted) {
        return flaw.cve().map(id -> plain(id).contains(wanted)).orElse(false)
                || flaw.bulletin().map(id -> plain(id).contains(wanted)).orElse(false)
                || flaw.knownAs().stream().anyMatch(name -> plain(name).contains(wanted));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
