package org.doorwarden.report;

import com.google.gson.JsonObject;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Reason;
import org.doorwarden.analysis.RoleEvidence;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.Json;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.text.Messages;

/** Verdicts with their reasons. */
public final class AssessmentJson {

    private AssessmentJson() {}

    /** {@code assess --json}. */
    public static JsonObject assessment(
            ServerIdentity server, Catalogue catalogue, Assessment assessment, Messages messages) {
        JsonObject object = new JsonObject();
        object.add("server", InventoryDocument.server(server));
        object.add("catalogue", KnowledgeJson.edition(catalogue));
        object.add(
                "roles",
                Json.texts(assessment.purpose().roles().stream().map(Role::id).toList()));
        object.addProperty("rolesAssumed", assessment.purpose().assumed());
        object.add("detected", Json.list(assessment.purpose().detected(), each -> evidence(each, messages)));
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

    private static JsonObject evidence(RoleEvidence evidence, Messages messages) {
        JsonObject object = new JsonObject();
        object.addProperty("role", evidence.role().id());
        object.add(
                "evidence",
                Json.texts(evidence.found().stream().map(messages::say).toList()));
        return object;
    }

    private static JsonObject reason(Reason reason, Messages messages) {
        JsonObject object = new JsonObject();
        object.addProperty("text", messages.say(reason.text()));
        object.addProperty("origin", reason.origin().id());
        object.add("sources", Json.list(reason.sources(), KnowledgeJson::source));
        return object;
    }
}
