package org.doorwarden.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.WindowsVersion;

/** Writes the body of a {@link CataloguePack}. Each source is written once, and cited by its number. */
final class PackWriter {

    private final PackedOutput out = new PackedOutput();
    private final Map<Source, Integer> sources = new LinkedHashMap<>();

    byte[] catalogue(Catalogue catalogue) {
        catalogue.sources().forEach(source -> sources.putIfAbsent(source, sources.size()));
        out.text(catalogue.edition().version());
        // As a number: reading a date as text costs more than reading all services.
        out.number((int) catalogue.edition().date().toEpochDay());
        out.number(sources.size());
        for (Source source : sources.keySet()) {
            out.text(source.id());
            out.text(source.title());
            out.text(source.location());
        }
        out.number(catalogue.services().size());
        catalogue.services().forEach(this::service);
        requirements(catalogue.base());
        out.number(catalogue.roles().size());
        catalogue.roles().values().forEach(this::role);
        out.number(catalogue.products().size());
        catalogue.products().forEach(this::product);
        return out.toBytes();
    }

    private void role(Role role) {
        out.text(role.id());
        out.constant(role.group());
        out.text(role.name());
        out.text(role.description());
        requirements(role.requires());
        out.number(role.clues().size());
        role.clues().forEach(this::clue);
        out.texts(role.excludes());
    }

    private void clue(Clue clue) {
        if (clue instanceof Clue.Running running) {
            out.number(PackReader.RUNNING);
            out.text(running.service().value());
            out.optionalText(running.until().map(WindowsVersion::toString));
        } else if (clue instanceof Clue.Installed installed) {
            out.number(PackReader.INSTALLED);
            out.text(installed.feature());
        } else if (clue instanceof Clue.HasProgram program) {
            out.number(PackReader.HAS_PROGRAM);
            out.text(program.name());
        } else if (clue instanceof Clue.Has has) {
            out.number(PackReader.HAS_TRAIT);
            out.constant(has.trait());
        }
    }

    private void product(KnownProduct product) {
        out.text(product.id());
        out.text(product.name());
        out.texts(product.recognisedBy());
        out.texts(product.recognisedByPath());
        requirements(product.requires());
    }

    private void requirements(List<Requirement> requirements) {
        out.number(requirements.size());
        for (Requirement requirement : requirements) {
            out.text(requirement.service().value());
            out.text(requirement.because());
            source(requirement.source());
        }
    }

    private void service(ServiceKnowledge service) {
        out.text(service.name().value());
        out.texts(service.alsoNamed());
        out.text(service.displayName());
        out.constant(service.origin());
        out.optionalText(service.publisher());
        out.text(service.purpose());
        out.number(service.ports().size());
        for (Port port : service.ports()) {
            out.constant(port.protocol());
            out.number(port.number());
        }
        out.constant(service.risk().severity());
        out.constant(service.risk().reach());
        out.text(service.risk().attacker());
        use(service.use());
        out.number(service.startTypes().size());
        service.startTypes().forEach((release, start) -> {
            out.constant(release);
            out.constant(start);
        });
        guidance(service.guidance());
        out.texts(service.alternatives());
        out.optionalText(service.removal());
        requirements(service.needs());
        out.flag(service.carriesSessions());
        out.number(service.vulnerabilities().size());
        service.vulnerabilities().forEach(this::vulnerability);
    }

    private void use(Use use) {
        out.text(use.without());
        out.text(use.usedBy());
        out.text(use.inUse());
        out.flag(use.caution().isPresent());
        use.caution().ifPresent(caution -> {
            out.text(caution.text());
            sources(caution.sources());
        });
    }

    private void guidance(Guidance guidance) {
        advice(guidance.advice());
        out.number(guidance.later().size());
        guidance.later().forEach((version, advice) -> {
            out.number(version.major());
            out.number(version.minor());
            advice(advice);
        });
        out.number(guidance.byRole().size());
        guidance.byRole().forEach((role, advice) -> {
            out.text(role);
            advice(advice);
        });
        out.number(guidance.positions().size());
        for (Position position : guidance.positions()) {
            source(position.source());
            out.constant(position.stance());
            out.text(position.item());
        }
    }

    private void advice(Advice advice) {
        out.constant(advice.verdict());
        out.text(advice.because());
        sources(advice.sources());
    }

    private void vulnerability(Vulnerability flaw) {
        out.optionalText(flaw.cve());
        out.optionalText(flaw.bulletin());
        out.number(flaw.year());
        out.constant(flaw.kind());
        out.texts(flaw.knownAs());
        out.flag(flaw.exploited());
        out.texts(flaw.sources());
    }

    private void sources(List<Source> cited) {
        out.number(cited.size());
        cited.forEach(this::source);
    }

    private void source(Source source) {
        out.number(sources.get(source));
    }
}
