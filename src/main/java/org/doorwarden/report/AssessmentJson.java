package org.doorwarden.report;

import com.google.gson.JsonObject;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Reason;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.catalogue.Source;
import org.doorwarden.catalogue.Vulnerability;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.Json;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.text.Messages;

/** Verdicts with their reasons. */
public final class AssessmentJson {

    private AssessmentJson() {}

    /** {@code assess --json}. */
    public static JsonObject assessment(ServerIdentity server, Assessment assessment, Messages messages) {
        JsonObject object = new JsonObject();
        object.add("server", InventoryDocument.server(server));
        object.add(
                "roles",
                Json.texts(assessment.purpose().roles().stream().map(Role::id).toList()));
        object.addProperty("rolesAssumed", assessment.purpose().assumed());
        object.add(
                "products",
                Json.texts(assessment.products().stream().map(KnownProduct::id).toList()));
        object.add("services", Json.list(assessment.services().values(), each -> service(each, messages)));
        return object;
    }

    /** One service's verdict. */
    public static JsonObject service(ServiceAssessment assessment, Messages messages) {
        JsonObject object = new JsonObject();
        object.addProperty("name", assessment.service().name().value());
        object.addProperty("displayName", assessment.service().displayName());
        object.addProperty("startType", assessment.service().startType().id());
        object.addProperty("state", assessment.service().state().id());
        object.addProperty("verdict", assessment.verdict().id());
        object.addProperty("needed", assessment.needed());
        object.addProperty("openDoor", assessment.isOpenDoor());
        object.add("reasons", Json.list(assessment.reasons(), reason -> reason(reason, messages)));
        return object;
    }

    /** What the catalogue knows of a service. */
    public static JsonObject knowledge(ServiceKnowledge knowledge) {
        JsonObject object = new JsonObject();
        object.addProperty("purpose", knowledge.purpose());
        JsonObject risk = new JsonObject();
        risk.addProperty("severity", knowledge.risk().severity().id());
        risk.addProperty("reach", knowledge.risk().reach().id());
        risk.addProperty("attacker", knowledge.risk().attacker());
        object.add("risk", risk);
        object.addProperty("without", knowledge.use().without());
        object.add("alternatives", Json.texts(knowledge.alternatives()));
        object.addProperty("removal", knowledge.removal().orElse(null));
        object.addProperty("carriesSessions", knowledge.carriesSessions());
        object.add("vulnerabilities", Json.list(knowledge.vulnerabilities(), AssessmentJson::vulnerability));
        return object;
    }

    private static JsonObject reason(Reason reason, Messages messages) {
        JsonObject object = new JsonObject();
        object.addProperty("text", messages.say(reason.text()));
        object.addProperty("origin", reason.origin().id());
        object.add("sources", Json.list(reason.sources(), AssessmentJson::source));
        return object;
    }

    private static JsonObject source(Source source) {
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
}
