package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.Guidance;
import org.doorwarden.catalogue.Port;
import org.doorwarden.catalogue.Position;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.catalogue.Role;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.catalogue.Source;
import org.doorwarden.catalogue.Vulnerability;

/** What the catalogue says of a service, for a terminal. */
final class KnowledgeText {

    private final Globals globals;

    KnowledgeText(Globals globals) {
        this.globals = globals;
    }

    /** What holds for the service anywhere: purpose, risk, use, flaws. */
    void about(ServiceKnowledge known) {
        section("show.purpose", known.purpose());
        section(
                "show.risk",
                say(
                        "show.risk.text",
                        say("severity." + known.risk().severity().id()),
                        say("reach." + known.risk().reach().id()),
                        known.risk().attacker()));
        section("show.without", known.use().without());
        section("show.used.by", known.use().usedBy());
        section("show.in.use", known.use().inUse());
        known.use().caution().ifPresent(caution -> {
            section("show.caution", caution.text());
            source(caution.sources());
        });
        if (!known.needs().isEmpty()) {
            title("show.known.needs");
            for (Requirement need : known.needs()) {
                globals.item(say("show.known.need", need.service(), need.because()));
            }
        }
        if (!known.alternatives().isEmpty() || known.removal().isPresent()) {
            title("show.alternatives");
            known.alternatives().forEach(globals::item);
            known.removal().ifPresent(text -> globals.item(say("show.removal", text)));
        }
        flaws(known.vulnerabilities());
    }

    /** What to do about it, for every role and version of Windows, with who says so. */
    void guidance(Catalogue catalogue, ServiceKnowledge known) {
        Guidance guidance = known.guidance();
        title("explain.recommendation");
        advice("explain.advice", guidance.advice(), "");
        guidance.later().forEach((version, advice) -> advice("explain.advice.later", advice, version.toString()));
        guidance.byRole()
                .forEach((role, advice) -> advice(
                        "explain.advice.role",
                        advice,
                        catalogue.role(role).map(Role::name).orElse(role)));
        positions(guidance.positions());
        startTypes(known);
    }

    private void positions(List<Position> positions) {
        if (positions.isEmpty()) {
            return;
        }
        title("explain.positions");
        TextTable table = new TextTable(22);
        for (Position position : positions) {
            String title = position.source().title();
            table.row(
                    say("stance." + position.stance().id()),
                    position.item().isEmpty() ? title : say("explain.position", title, position.item()));
        }
        table.lines("  ").forEach(globals::plain);
    }

    private void startTypes(ServiceKnowledge known) {
        if (known.startTypes().isEmpty()) {
            return;
        }
        title("explain.start.types");
        Map<String, List<String>> releases = new LinkedHashMap<>();
        known.startTypes()
                .forEach((release, start) -> releases.computeIfAbsent(
                                say("default.start." + start.id()), key -> new ArrayList<>())
                        .add(say("release." + release.id())));
        TextTable table = new TextTable(28);
        releases.forEach((start, on) -> table.row(start, String.join(", ", on)));
        table.lines("  ").forEach(globals::plain);
    }

    /** The ports in one line, as {@code tcp/139, tcp/445}. */
    static String ports(ServiceKnowledge known) {
        return String.join(", ", known.ports().stream().map(Port::toString).toList());
    }

    private void advice(String key, Advice advice, String where) {
        globals.paragraph("  ", say(key, say("verdict." + advice.verdict().id()), advice.because(), where));
        source(advice.sources());
    }

    private void source(List<Source> sources) {
        globals.paragraph(
                "    ",
                say(
                        "reason.source",
                        String.join("; ", sources.stream().map(Source::title).toList())));
    }

    private void flaws(List<Vulnerability> flaws) {
        if (flaws.isEmpty()) {
            return;
        }
        title("show.vulnerabilities");
        TextTable table = new TextTable(6, 16, 10, 26);
        for (Vulnerability each : flaws) {
            table.row(
                    String.valueOf(each.year()),
                    each.cve().orElse("-"),
                    each.bulletin().orElse("-"),
                    say("vulnerability." + each.kind().id()),
                    String.join(", ", each.knownAs()) + (each.exploited() ? " " + say("show.exploited") : ""));
        }
        table.lines("  ").forEach(globals::plain);
    }

    private void title(String key) {
        globals.plain("");
        globals.line(key);
    }

    private void section(String key, String text) {
        title(key);
        globals.paragraph("", text);
    }

    private String say(String key, Object... arguments) {
        return globals.messages().say(key, arguments);
    }
}
