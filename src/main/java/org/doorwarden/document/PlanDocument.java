package org.doorwarden.document;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.Sha256;
import org.doorwarden.model.StartType;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Impact;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Refusal;
import org.doorwarden.text.Message;

/**
 * A plan as a file. Its digest covers everything else in it, so that a plan changed after it was looked at, by a slip
 * of an editor or a failing disk, is refused.
 */
public final class PlanDocument {

    private static final DocumentFile.Kind KIND = DocumentFile.Kind.PLAN;
    private static final Pattern CHANGE_ID = Pattern.compile("c[1-9]\\d{0,8}");

    private PlanDocument() {}

    public static JsonObject write(Plan plan) {
        JsonObject object = body(plan);
        object.addProperty("digest", digest(object));
        return object;
    }

    /** SHA-256, in hexadecimal digits, over the whole plan. */
    public static String digest(Plan plan) {
        return digest(body(plan));
    }

    public static Plan read(Path file) throws DocumentException {
        return read(file.toString(), DocumentFile.bytes(KIND, file));
    }

    public static Plan read(String name, byte[] bytes) throws DocumentException {
        return readPart(DocumentFile.open(KIND, name, bytes));
    }

    /** Reads a plan that is part of another document. */
    public static Plan readPart(ObjectReader reader) throws DocumentException {
        DocumentFile.requireHead(KIND, reader);
        ObjectReader server = reader.object("server");
        ObjectReader impact = reader.object("impact");
        Plan plan = new Plan(
                server.filledText("id"),
                server.text("name"),
                reader.instant("createdAt"),
                reader.texts("roles"),
                reader.texts("products"),
                readChoices(reader.objects("choices")),
                readChanges(reader.objects("changes")),
                readRefusals(reader.objects("refusals")),
                new Impact(
                        impact.serviceNames("alsoStops"),
                        impact.serviceNames("willNotStart"),
                        impact.serviceNames("cannotBeStarted"),
                        readPorts(impact.objects("closesPorts")),
                        impact.texts("affectsRoles"),
                        impact.optionalServiceNames("mayFail"),
                        impact.serviceNames("mayLockOut")),
                reader.serviceNames("keepsRunning"));
        server.end();
        impact.end();
        String stated = reader.text("digest");
        reader.end();
        if (!stated.equals(digest(plan))) {
            throw reader.wrong("digest", Message.of("document.plan.digest"));
        }
        return plan;
    }

    private static JsonObject body(Plan plan) {
        JsonObject object = DocumentFile.start(KIND);
        JsonObject server = new JsonObject();
        server.addProperty("id", plan.serverId());
        server.addProperty("name", plan.serverName());
        object.add("server", server);
        object.addProperty("createdAt", plan.createdAt().toString());
        object.add("roles", Json.texts(plan.roles()));
        object.add("products", Json.texts(plan.products()));
        object.add("choices", Json.list(plan.choices(), PlanDocument::choice));
        object.add("changes", Json.list(plan.changes(), PlanDocument::change));
        object.add("refusals", Json.list(plan.refusals(), PlanDocument::refusal));
        object.add("impact", impact(plan.impact()));
        object.add("keepsRunning", Json.texts(plan.keepsRunning()));
        return object;
    }

    private static String digest(JsonObject body) {
        return Sha256.of(JsonText.compact(body).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject choice(Choice choice) {
        JsonObject object = new JsonObject();
        object.addProperty("service", choice.service().value());
        object.addProperty("action", choice.action().id());
        if (!choice.limits().isEmpty()) {
            object.add("limits", LimitsDocument.write(choice.limits()));
        }
        object.addProperty("origin", choice.origin().id());
        object.addProperty("note", choice.note());
        return object;
    }

    private static List<Choice> readChoices(List<ObjectReader> items) throws DocumentException {
        List<Choice> choices = new ArrayList<>();
        for (ObjectReader item : items) {
            choices.add(readChoice(item));
        }
        return choices;
    }

    private static Choice readChoice(ObjectReader item) throws DocumentException {
        Choice choice = new Choice(
                item.serviceName("service"),
                LimitsDocument.readAction(item),
                LimitsDocument.read(item),
                item.constant(Choice.Origin.class, "origin"),
                item.text("note"));
        item.end();
        return choice;
    }

    private static JsonObject change(Change change) {
        JsonObject object = new JsonObject();
        object.addProperty("id", change.id());
        object.addProperty("kind", change.kind().id());
        object.addProperty("service", change.service().value());
        if (change instanceof Change.SetStartType set) {
            object.addProperty("before", set.before().id());
            object.addProperty("after", set.after().id());
        } else if (change instanceof Change.StopService stop) {
            object.addProperty("before", stop.before().id());
            object.addProperty("after", ServiceState.STOPPED.id());
        } else if (change instanceof Change.SetSetting set) {
            object.add("setting", SettingDocument.setting(set.setting()));
            object.add("before", SettingDocument.value(set.before()));
            object.add("after", SettingDocument.value(set.after()));
            object.addProperty("takesEffect", set.takesEffect().id());
        }
        JsonObject cause = new JsonObject();
        cause.addProperty("kind", change.cause().kind().id());
        cause.addProperty("chosen", change.cause().chosen().value());
        cause.addProperty("note", change.cause().note());
        object.add("cause", cause);
        return object;
    }

    private static List<Change> readChanges(List<ObjectReader> items) throws DocumentException {
        List<Change> changes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ObjectReader item : items) {
            Change change = readChange(item);
            if (!CHANGE_ID.matcher(change.id()).matches() || !ids.add(change.id())) {
                throw item.wrong("id", Message.of("document.change.id", change.id()));
            }
            changes.add(change);
        }
        return changes;
    }

    private static Change readChange(ObjectReader item) throws DocumentException {
        String id = item.filledText("id");
        ServiceName service = item.serviceName("service");
        ObjectReader stated = item.object("cause");
        Cause cause =
                new Cause(stated.constant(Cause.Kind.class, "kind"), stated.serviceName("chosen"), stated.text("note"));
        stated.end();
        Change.Kind kind = item.constant(Change.Kind.class, "kind");
        Change change =
                switch (kind) {
                    case SET_START_TYPE ->
                        new Change.SetStartType(
                                id, service, startType(item, "before"), startType(item, "after"), cause);
                    case STOP_SERVICE -> new Change.StopService(id, service, stoppedFrom(item), cause);
                    default -> readSetting(item, kind, id, service, cause);
                };
        item.end();
        return change;
    }

    private static Change readSetting(ObjectReader item, Change.Kind kind, String id, ServiceName service, Cause cause)
            throws DocumentException {
        Setting setting = SettingDocument.readSetting(item.object("setting"));
        if (Change.SetSetting.kindOf(setting.kind()) != kind) {
            throw item.wrong("kind", Message.of("document.change.value", kind.id()));
        }
        return new Change.SetSetting(
                id,
                service,
                setting,
                SettingDocument.readValue(setting, item.object("before")),
                SettingDocument.readValue(setting, item.object("after")),
                item.constant(TakesEffect.class, "takesEffect"),
                cause);
    }

    private static StartType startType(ObjectReader item, String field) throws DocumentException {
        StartType type = item.constant(StartType.class, field);
        if (type == StartType.UNKNOWN) {
            throw item.wrong(field, Message.of("document.change.value", type.id()));
        }
        return type;
    }

    private static ServiceState stoppedFrom(ObjectReader item) throws DocumentException {
        ServiceState before = item.constant(ServiceState.class, "before");
        if (before != ServiceState.RUNNING && before != ServiceState.PAUSED) {
            throw item.wrong("before", Message.of("document.change.value", before.id()));
        }
        ServiceState after = item.constant(ServiceState.class, "after");
        if (after != ServiceState.STOPPED) {
            throw item.wrong("after", Message.of("document.change.value", after.id()));
        }
        return before;
    }

    private static JsonObject refusal(Refusal refusal) {
        JsonObject object = new JsonObject();
        object.add("choice", choice(refusal.choice()));
        object.addProperty("why", refusal.why().id());
        object.add("related", Json.texts(refusal.related()));
        object.addProperty("detail", refusal.detail());
        return object;
    }

    private static List<Refusal> readRefusals(List<ObjectReader> items) throws DocumentException {
        List<Refusal> refusals = new ArrayList<>();
        for (ObjectReader item : items) {
            refusals.add(new Refusal(
                    readChoice(item.object("choice")),
                    item.constant(Refusal.Why.class, "why"),
                    item.serviceNames("related"),
                    item.text("detail")));
            item.end();
        }
        return refusals;
    }

    private static JsonObject impact(Impact impact) {
        JsonObject object = new JsonObject();
        object.add("alsoStops", Json.texts(impact.alsoStops()));
        object.add("willNotStart", Json.texts(impact.willNotStart()));
        object.add("cannotBeStarted", Json.texts(impact.cannotBeStarted()));
        object.add("closesPorts", Json.list(impact.closesPorts(), port -> {
            JsonObject closed = new JsonObject();
            closed.addProperty("service", port.service().value());
            closed.add("listener", InventoryDocument.listener(port.listener()));
            return closed;
        }));
        object.add("affectsRoles", Json.texts(impact.affectsRoles()));
        // Left out where there is none: plans made before this was known are still what their digest says.
        if (!impact.mayFail().isEmpty()) {
            object.add("mayFail", Json.texts(impact.mayFail()));
        }
        object.add("mayLockOut", Json.texts(impact.mayLockOut()));
        return object;
    }

    private static List<Impact.ClosedPort> readPorts(List<ObjectReader> items) throws DocumentException {
        List<Impact.ClosedPort> ports = new ArrayList<>();
        for (ObjectReader item : items) {
            ports.add(new Impact.ClosedPort(
                    item.serviceName("service"), InventoryDocument.readListener(item.object("listener"))));
            item.end();
        }
        return ports;
    }
}
