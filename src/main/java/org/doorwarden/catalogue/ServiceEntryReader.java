package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Verdict;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.text.Message;

/** Reads one entry about a service. */
final class ServiceEntryReader {

    private static final Pattern CVE = Pattern.compile("CVE-(19|20)\\d{2}-\\d{4,7}");
    private static final Pattern BULLETIN = Pattern.compile("MS\\d{2}-\\d{3}");
    private static final int SHORTEST_BEGINNING = 2;

    private final Citations citations;
    private final Set<String> roles;

    /** @param roles the ids of all roles */
    ServiceEntryReader(Citations citations, Set<String> roles) {
        this.citations = citations;
        this.roles = roles;
    }

    ServiceKnowledge read(ObjectReader item, boolean local) throws DocumentException {
        ServiceOrigin origin = item.constant(ServiceOrigin.class, "origin");
        ServiceKnowledge service = new ServiceKnowledge(
                item.serviceName("name"),
                alsoNamed(item),
                item.filledText("displayName"),
                origin,
                publisher(item, origin),
                item.filledText("purpose"),
                ports(item),
                risk(item.object("risk")),
                new Use(item.filledText("without"), item.filledText("usedBy"), item.filledText("inUse"), caution(item)),
                startTypes(item),
                new Guidance(advice(item.object("advice")), later(item), byRole(item), positions(item)),
                item.has("alternatives") ? Citations.filled(item, "alternatives") : item.optionalTexts("alternatives"),
                optionalText(item, "removal"),
                citations.requirements(item.optionalObjects("needs")),
                item.flag("carriesSessions", false),
                vulnerabilities(item),
                local);
        item.end();
        return service;
    }

    private static List<String> alsoNamed(ObjectReader item) throws DocumentException {
        List<String> names = item.optionalTexts("alsoNamed");
        for (String name : names) {
            int star = name.indexOf(ServiceKnowledge.ANY_END);
            boolean wellFormed = star < 0 ? !name.isBlank() : star == name.length() - 1 && star >= SHORTEST_BEGINNING;
            if (!wellFormed) {
                throw item.wrong("alsoNamed", Message.of("catalogue.malformed", name));
            }
        }
        return names;
    }

    private static Optional<String> publisher(ObjectReader item, ServiceOrigin origin) throws DocumentException {
        if (origin == ServiceOrigin.THIRD_PARTY) {
            return Optional.of(item.filledText("publisher"));
        }
        return optionalText(item, "publisher");
    }

    private static List<Port> ports(ObjectReader item) throws DocumentException {
        List<Port> ports = new ArrayList<>();
        for (ObjectReader each : item.optionalObjects("ports")) {
            ports.add(new Port(each.constant(Protocol.class, "protocol"), (int) each.number("port", 1, 0xFFFF)));
            each.end();
        }
        return ports;
    }

    private static Risk risk(ObjectReader reader) throws DocumentException {
        Risk risk = new Risk(
                reader.constant(Risk.Severity.class, "severity"),
                reader.constant(Risk.Reach.class, "reach"),
                reader.filledText("attacker"));
        reader.end();
        return risk;
    }

    private Optional<Caution> caution(ObjectReader item) throws DocumentException {
        Optional<ObjectReader> stated = item.optionalObject("caution");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Caution caution = new Caution(stated.get().filledText("text"), citations.cited(stated.get(), "sources"));
        stated.get().end();
        return Optional.of(caution);
    }

    private static Map<WindowsRelease, DefaultStart> startTypes(ObjectReader item) throws DocumentException {
        Map<WindowsRelease, DefaultStart> startTypes = new EnumMap<>(WindowsRelease.class);
        Optional<ObjectReader> stated = item.optionalObject("startTypes");
        if (stated.isPresent()) {
            for (String release : stated.get().names()) {
                startTypes.put(
                        Identified.find(WindowsRelease.class, release)
                                .orElseThrow(() ->
                                        stated.get().wrong(release, Message.of("catalogue.unknown.release", release))),
                        stated.get().constant(DefaultStart.class, release));
            }
        }
        return startTypes;
    }

    private Map<String, Advice> byRole(ObjectReader item) throws DocumentException {
        Map<String, Advice> byRole = new LinkedHashMap<>();
        Optional<ObjectReader> stated = item.optionalObject("byRole");
        if (stated.isPresent()) {
            for (String role : stated.get().names()) {
                if (!roles.contains(role)) {
                    throw stated.get().wrong(role, Message.of("catalogue.unknown.role", role));
                }
                byRole.put(role, advice(stated.get().object(role)));
            }
        }
        return byRole;
    }

    private NavigableMap<WindowsVersion, Advice> later(ObjectReader item) throws DocumentException {
        NavigableMap<WindowsVersion, Advice> later = new TreeMap<>();
        for (ObjectReader each : item.optionalObjects("laterAdvice")) {
            WindowsVersion from = InventoryDocument.readVersion(each, "from")
                    .orElseThrow(() -> each.wrong("from", Message.of("document.field.missing")));
            if (later.put(from, advice(each)) != null) {
                throw each.wrong("from", Message.of("catalogue.twice", from));
            }
        }
        return later;
    }

    private Advice advice(ObjectReader reader) throws DocumentException {
        Verdict verdict = reader.constant(Verdict.class, "verdict");
        if (!Advice.mayBeAdvised(verdict)) {
            throw reader.wrong("verdict", Message.of("catalogue.no.advice", verdict.id()));
        }
        Advice advice = new Advice(verdict, reader.filledText("because"), citations.cited(reader, "sources"));
        reader.end();
        return advice;
    }

    private List<Position> positions(ObjectReader item) throws DocumentException {
        List<Position> positions = new ArrayList<>();
        for (ObjectReader each : item.optionalObjects("positions")) {
            positions.add(new Position(
                    citations.cited(each, "source", each.text("source")),
                    each.constant(Position.Stance.class, "says"),
                    each.text("item", "")));
            each.end();
        }
        return positions;
    }

    private static List<Vulnerability> vulnerabilities(ObjectReader item) throws DocumentException {
        List<Vulnerability> vulnerabilities = new ArrayList<>();
        for (ObjectReader each : item.optionalObjects("vulnerabilities")) {
            vulnerabilities.add(vulnerability(each));
        }
        vulnerabilities.sort(Comparator.comparingInt(Vulnerability::year)
                .thenComparing(each -> each.cve().or(each::bulletin).orElse("")));
        return vulnerabilities;
    }

    private static Vulnerability vulnerability(ObjectReader reader) throws DocumentException {
        Optional<String> cve = pattern(reader, "cve", CVE);
        Optional<String> bulletin = pattern(reader, "bulletin", BULLETIN);
        if (cve.isEmpty() && bulletin.isEmpty()) {
            throw reader.wrong("cve", Message.of("document.field.missing"));
        }
        Vulnerability vulnerability = new Vulnerability(
                cve,
                bulletin,
                (int) reader.number("year", 1990, 2100),
                reader.constant(Vulnerability.Kind.class, "kind"),
                reader.optionalTexts("knownAs"),
                reader.flag("exploited", false),
                Citations.filled(reader, "sources"));
        reader.end();
        return vulnerability;
    }

    private static Optional<String> pattern(ObjectReader reader, String field, Pattern pattern)
            throws DocumentException {
        String text = reader.text(field, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!pattern.matcher(text).matches()) {
            throw reader.wrong(field, Message.of("catalogue.malformed", text));
        }
        return Optional.of(text);
    }

    private static Optional<String> optionalText(ObjectReader item, String field) throws DocumentException {
        return Optional.of(item.text(field, "")).filter(text -> !text.isBlank());
    }
}
