package org.doorwarden.document;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;

/** A policy as a file, written by hand or kept for later. */
public final class PolicyDocument {

    private PolicyDocument() {}

    public static Policy read(Path file) throws DocumentException {
        ObjectReader reader = DocumentFile.open(DocumentFile.Kind.POLICY, file);
        Map<ServiceName, Choice> choices = new LinkedHashMap<>();
        for (ObjectReader item : reader.optionalObjects("choices")) {
            Choice choice = new Choice(
                    item.serviceName("service"),
                    LimitsDocument.readAction(item),
                    LimitsDocument.read(item),
                    Choice.Origin.ADMINISTRATOR,
                    item.text("note", ""));
            item.end();
            if (choices.putIfAbsent(choice.service(), choice) != null) {
                throw item.wrong("service", Message.of("document.service.twice", choice.service()));
            }
        }
        Policy policy = new Policy(
                reader.optionalTexts("roles"),
                reader.optionalTexts("products"),
                reader.flag("recommended", false),
                List.copyOf(choices.values()));
        reader.end();
        return policy;
    }

    /** The policy as a file's content. */
    public static byte[] toBytes(Policy policy) {
        JsonObject object = DocumentFile.start(DocumentFile.Kind.POLICY);
        object.add("roles", Json.texts(policy.roles()));
        object.add("products", Json.texts(policy.products()));
        object.addProperty("recommended", policy.recommended());
        object.add("choices", Json.list(policy.choices(), choice -> {
            JsonObject said = new JsonObject();
            said.addProperty("service", choice.service().value());
            said.addProperty("action", choice.action().id());
            if (!choice.limits().isEmpty()) {
                said.add("limits", LimitsDocument.write(choice.limits()));
            }
            said.addProperty("note", choice.note());
            return said;
        }));
        return JsonText.pretty(object).getBytes(StandardCharsets.UTF_8);
    }
}
