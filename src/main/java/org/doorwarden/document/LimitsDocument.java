package org.doorwarden.document;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.Identified;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.text.Message;

/** What is limited on a service, as a part of files. */
final class LimitsDocument {

    private LimitsDocument() {}

    static JsonObject write(Limits limits) {
        JsonObject object = new JsonObject();
        limits.values().forEach((limit, said) -> object.add(limit.id(), Json.texts(said)));
        return object;
    }

    /** The action of a choice, which goes with limits or without. */
    static Action readAction(ObjectReader choice) throws DocumentException {
        Action action = choice.constant(Action.class, "action");
        if (choice.has("limits") != (action == Action.RESTRICT)) {
            throw choice.wrong("limits", Message.of("document.limits"));
        }
        return action;
    }

    static Limits read(ObjectReader choice) throws DocumentException {
        Optional<ObjectReader> reader = choice.optionalObject("limits");
        if (reader.isEmpty()) {
            return Limits.NONE;
        }
        Map<Limit, List<String>> values = new EnumMap<>(Limit.class);
        for (String name : reader.get().names()) {
            Limit limit = Identified.find(Limit.class, name)
                    .orElseThrow(() -> reader.get().wrong(name, Message.of("document.field.unknown")));
            values.put(limit, reader.get().texts(name));
        }
        if (values.isEmpty()) {
            throw choice.wrong("limits", Message.of("document.limits"));
        }
        return new Limits(values);
    }
}
