package org.doorwarden.backend.lab;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.lab.LabState.Condition;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.DocumentFile.Kind;
import org.doorwarden.document.Json;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.document.SettingDocument;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.text.Message;

/** A training server's state as a file. */
final class LabStateDocument {

    private static final int MOST_TIMES = 1_000_000;

    private LabStateDocument() {}

    static JsonObject write(LabDefinition definition, LabState state) {
        JsonObject object = DocumentFile.start(Kind.TRAINING_STATE);
        object.addProperty("server", definition.name());
        object.addProperty("nextPid", state.nextPid);
        object.addProperty("speed", state.speed);
        object.addProperty("withoutAdministrativeShares", state.withoutAdministrativeShares);
        object.add("faults", Json.list(state.faults, LabStateDocument::fault));
        object.add("settings", Json.list(state.settings.entrySet(), entry -> {
            JsonObject said = new JsonObject();
            said.add("setting", SettingDocument.setting(entry.getKey()));
            said.add("value", SettingDocument.value(entry.getValue()));
            return said;
        }));
        object.add("changingBack", Json.list(state.changingBack.entrySet(), entry -> {
            JsonObject said = new JsonObject();
            said.add("setting", SettingDocument.setting(entry.getKey()));
            said.add("value", SettingDocument.value(entry.getValue().value()));
            said.addProperty("at", entry.getValue().at().toString());
            return said;
        }));
        object.add("components", Json.list(state.components.entrySet(), entry -> {
            JsonObject said = new JsonObject();
            said.addProperty("name", entry.getKey());
            said.addProperty("state", entry.getValue().id());
            return said;
        }));
        state.seat.ifPresent(seat -> {
            JsonObject said = new JsonObject();
            said.addProperty("kind", seat.kind().id());
            said.addProperty("client", seat.client());
            object.add("seat", said);
        });
        state.iisConfiguration.ifPresent(bytes ->
                object.addProperty("iisConfiguration", Base64.getEncoder().encodeToString(bytes)));
        object.add("services", Json.list(state.conditions.entrySet(), LabStateDocument::condition));
        return object;
    }

    static LabState read(LabDefinition definition, Path file) throws DocumentException {
        ObjectReader reader = DocumentFile.open(Kind.TRAINING_STATE, file);
        String server = reader.text("server");
        if (!server.equals(definition.name())) {
            throw reader.wrong("server", Message.of("lab.state.other.server", server, definition.name()));
        }
        LabState state = new LabState();
        state.nextPid = reader.number("nextPid", 0, Integer.MAX_VALUE);
        state.speed = (int) reader.number("speed", 1, LabBackend.FASTEST);
        state.withoutAdministrativeShares = reader.flag("withoutAdministrativeShares", false);
        for (ObjectReader item : reader.objects("faults")) {
            state.faults.add(readFault(item));
        }
        for (ObjectReader item : reader.optionalObjects("settings")) {
            Setting setting = SettingDocument.readSetting(item.object("setting"));
            state.settings.put(setting, SettingDocument.readValue(setting, item.object("value")));
            item.end();
        }
        readLater(reader, definition, state);
        if (reader.has("iisConfiguration")) {
            state.iisConfiguration = Optional.of(readBytes(reader));
        }
        for (ObjectReader item : reader.objects("services")) {
            ServiceName name = item.serviceName("name");
            if (!definition.services().containsKey(name)) {
                throw item.wrong("name", Message.of("lab.state.unknown.service", name));
            }
            state.conditions.put(name, readCondition(item));
            item.end();
        }
        reader.end();
        for (ServiceName name : definition.services().keySet()) {
            if (!state.conditions.containsKey(name)) {
                throw reader.wrong("services", Message.of("lab.state.missing.service", name));
            }
        }
        return state;
    }

    /** What states of older versions do not have. */
    private static void readLater(ObjectReader reader, LabDefinition definition, LabState state)
            throws DocumentException {
        for (ObjectReader item : reader.optionalObjects("changingBack")) {
            Setting setting = SettingDocument.readSetting(item.object("setting"));
            state.changingBack.put(
                    setting,
                    new LabState.ChangeBack(
                            SettingDocument.readValue(setting, item.object("value")), item.instant("at")));
            item.end();
        }
        for (ObjectReader item : reader.optionalObjects("components")) {
            String name = item.text("name");
            if (!definition.components().containsKey(name)) {
                throw item.wrong("name", Message.of("lab.state.unknown.component", name));
            }
            state.components.put(name, item.constant(FeatureState.class, "state"));
            item.end();
        }
        Optional<ObjectReader> seat = reader.optionalObject("seat");
        if (seat.isPresent()) {
            state.seat = Optional.of(new Seat(
                    seat.get().constant(Seat.Kind.class, "kind"), seat.get().text("client", "")));
            seat.get().end();
        }
    }

    /** Reads one fault, here and in the file of a training server. */
    static Fault readFault(ObjectReader item) throws DocumentException {
        Fault.Kind kind = item.constant(Fault.Kind.class, "fault");
        String target = kind.isOfSettings()
                ? item.filledText("setting")
                : item.serviceName("service").value();
        Fault fault = new Fault(kind, target, (int) item.number("times", 1, MOST_TIMES, Fault.ALWAYS));
        item.end();
        return fault;
    }

    private static byte[] readBytes(ObjectReader reader) throws DocumentException {
        String text = reader.text("iisConfiguration");
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw reader.wrong("iisConfiguration", Message.of("lab.state.base64"));
        }
    }

    private static JsonObject fault(Fault fault) {
        JsonObject object = new JsonObject();
        object.addProperty("fault", fault.kind().id());
        object.addProperty(fault.kind().isOfSettings() ? "setting" : "service", fault.target());
        if (fault.times() != Fault.ALWAYS) {
            object.addProperty("times", fault.times());
        }
        return object;
    }

    private static JsonObject condition(Map.Entry<ServiceName, Condition> entry) {
        Condition condition = entry.getValue();
        JsonObject object = new JsonObject();
        object.addProperty("name", entry.getKey().value());
        object.addProperty("startType", condition.startType.id());
        object.addProperty("state", condition.state.id());
        object.addProperty("pid", condition.pid);
        object.addProperty("exitCode", condition.exitCode);
        if (condition.state.isPending()) {
            object.addProperty("target", condition.target.id());
            object.addProperty("since", condition.since.toString());
            if (condition.until != null) {
                object.addProperty("until", condition.until.toString());
            }
        }
        return object;
    }

    private static Condition readCondition(ObjectReader item) throws DocumentException {
        Condition condition = new Condition(
                item.constant(StartType.class, "startType"),
                item.constant(ServiceState.class, "state"),
                item.number("pid", 0, Integer.MAX_VALUE),
                (int) item.number("exitCode", 0, Integer.MAX_VALUE));
        if (condition.state.isPending()) {
            condition.target = item.constant(ServiceState.class, "target");
            condition.since = item.instant("since");
            condition.until = item.has("until") ? item.instant("until") : null;
        }
        return condition;
    }
}
