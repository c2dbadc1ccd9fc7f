package org.doorwarden.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueEdition;
import org.doorwarden.catalogue.Caution;
import org.doorwarden.catalogue.Guidance;
import org.doorwarden.catalogue.Position;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.catalogue.Risk;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.catalogue.Source;
import org.doorwarden.catalogue.Vulnerability;
import org.doorwarden.document.Json;
import org.doorwarden.model.Service;

/** What the catalogue knows. */
public final class KnowledgeJson {

    private KnowledgeJson() {}

    /** {@code explain --json}: all about a service. */
    public static JsonObject entry(ServiceKnowledge known) {
        JsonObject object = new JsonObject();
        object.addProperty("name", known.name().value());
        object.add("alsoNamed", Json.texts(known.alsoNamed()));
        object.addProperty("displayName", known.displayName());
        object.addProperty("origin", known.origin().id());
        object.addProperty("publisher", known.publisher().orElse(null));
        object.addProperty("local", known.local());
        addTo(object, known);
        object.add("recommendation", recommendation(known.guidance()));
        object.add("sources", Json.list(sources(known), KnowledgeJson::source));
        object.add("references", Json.list(known.vulnerabilities(), KnowledgeJson::vulnerability));
        return object;
    }

    /**
     * {@code explain --json} of a service that only the server knows: the same fields, but nobody has said anything for
     * most of them.
     *
     * @param told what can be told from the server, in sentences
     */
    public static JsonObject unknown(Service service, List<String> told) {
        JsonObject object = new JsonObject();
        object.addProperty("name", service.name().value());
        object.add("alsoNamed", new JsonArray());
        object.addProperty("displayName", service.displayName());
        object.add("origin", JsonNull.INSTANCE);
        object.addProperty("publisher", service.publisher());
        object.addProperty("local", false);
        object.add("purpose", JsonNull.INSTANCE);
        object.add("ports", new JsonArray());
        for (String unsaid : List.of("risk", "without", "usedBy", "inUse", "caution")) {
            object.add(unsaid, JsonNull.INSTANCE);
        }
        object.add("startTypes", new JsonObject());
        object.add("alternatives", new JsonArray());
        object.add("removal", JsonNull.INSTANCE);
        object.add("needs", new JsonArray());
        object.add("carriesSessions", JsonNull.INSTANCE);
        object.add("recommendation", JsonNull.INSTANCE);
        object.add("sources", new JsonArray());
        object.add("references", new JsonArray());
        object.addProperty("imagePath", service.imagePath());
        object.addProperty("description", service.description());
        object.add("told", Json.texts(told));
        return object;
    }

    /** What is said of a service that stands on a server, beside its verdict. */
    public static JsonObject knowledge(ServiceKnowledge known) {
        JsonObject object = new JsonObject();
        addTo(object, known);
        object.add("vulnerabilities", Json.list(known.vulnerabilities(), KnowledgeJson::vulnerability));
        return object;
    }

    /** Which catalogue was used, and which entries are the site's own. */
    public static JsonObject edition(Catalogue catalogue) {
        JsonObject object = edition(catalogue.edition());
        object.add(
                "localEntries",
                Json.texts(catalogue.services().stream()
                        .filter(ServiceKnowledge::local)
                        .map(ServiceKnowledge::name)
                        .toList()));
        return object;
    }

    public static JsonObject edition(CatalogueEdition edition) {
        JsonObject object = new JsonObject();
        object.addProperty("version", edition.version());
        object.addProperty("date", edition.date().toString());
        return object;
    }

    private static void addTo(JsonObject object, ServiceKnowledge known) {
        object.addProperty("purpose", known.purpose());
        object.add("ports", Json.texts(known.ports()));
        object.add("risk", risk(known.risk()));
        object.addProperty("without", known.use().without());
        object.addProperty("usedBy", known.use().usedBy());
        object.addProperty("inUse", known.use().inUse());
        object.addProperty("caution", known.use().caution().map(Caution::text).orElse(null));
        JsonObject startTypes = new JsonObject();
        known.startTypes().forEach((release, start) -> startTypes.addProperty(release.id(), start.id()));
        object.add("startTypes", startTypes);
        object.add("alternatives", Json.texts(known.alternatives()));
        object.addProperty("removal", known.removal().orElse(null));
        object.add("needs", Json.list(known.needs(), KnowledgeJson::requirement));
        object.addProperty("carriesSessions", known.carriesSessions());
    }

    private static JsonObject risk(Risk risk) {
        JsonObject object = new JsonObject();
        object.addProperty("severity", risk.severity().id());
        object.addProperty("reach", risk.reach().id());
        object.addProperty("attacker", risk.attacker());
        return object;
    }

    private static JsonObject recommendation(Guidance guidance) {
        JsonObject object = advice(guidance.advice());
        object.add("later", Json.list(guidance.later().entrySet(), later -> {
            JsonObject said = new JsonObject();
            said.addProperty("from", later.getKey().toString());
            advice(later.getValue()).entrySet().forEach(field -> said.add(field.getKey(), field.getValue()));
            return said;
        }));
        JsonObject byRole = new JsonObject();
        guidance.byRole().forEach((role, advice) -> byRole.add(role, advice(advice)));
        object.add("byRole", byRole);
        object.add("positions", Json.list(guidance.positions(), KnowledgeJson::position));
        return object;
    }

    private static JsonObject advice(Advice advice) {
        JsonObject object = new JsonObject();
        object.addProperty("verdict", advice.verdict().id());
        object.addProperty("because", advice.because());
        object.add(
                "sources", Json.texts(advice.sources().stream().map(Source::id).toList()));
        return object;
    }

    private static JsonObject position(Position position) {
        JsonObject object = new JsonObject();
        object.addProperty("source", position.source().id());
        object.addProperty("says", position.stance().id());
        object.addProperty("item", position.item());
        return object;
    }

    private static JsonObject requirement(Requirement requirement) {
        JsonObject object = new JsonObject();
        object.addProperty("service", requirement.service().value());
        object.addProperty("because", requirement.because());
        object.addProperty("source", requirement.source().id());
        return object;
    }

    static JsonObject source(Source source) {
        JsonObject object = new JsonObject();
        object.addProperty("id", source.id());
        object.addProperty("title", source.title());
        object.addProperty("location", source.location());
        return object;
    }

    private static JsonObject vulnerability(Vulnerability vulnerability) {
        JsonObject object = new JsonObject();
        vulnerability.cve().ifPresent(cve -> object.addProperty("cve", cve));
        vulnerability.bulletin().ifPresent(bulletin -> object.addProperty("bulletin", bulletin));
        object.addProperty("year", vulnerability.year());
        object.addProperty("kind", vulnerability.kind().id());
        object.add("knownAs", Json.texts(vulnerability.knownAs()));
        object.addProperty("exploited", vulnerability.exploited());
        vulnerability.link().ifPresent(link -> object.addProperty("link", link));
        return object;
    }

    /** Everything the entry rests on, the sources of its advice first, each once. */
    private static Set<Source> sources(ServiceKnowledge known) {
        Guidance guidance = known.guidance();
        List<Advice> advice = new ArrayList<>();
        advice.add(guidance.advice());
        advice.addAll(guidance.later().values());
        advice.addAll(guidance.byRole().values());
        Set<Source> sources = new LinkedHashSet<>();
        advice.forEach(each -> sources.addAll(each.sources()));
        known.use().caution().ifPresent(caution -> sources.addAll(caution.sources()));
        known.needs().forEach(need -> sources.add(need.source()));
        guidance.positions().forEach(position -> sources.add(position.source()));
        return sources;
    }
}
