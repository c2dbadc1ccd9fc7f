package org.doorwarden.report;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.RunReport;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.Json;
import org.doorwarden.journal.Run;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;

/** Runs: what came of one, and the history of all. */
public final class RunJson {

    private RunJson() {}

    /** {@code apply --json}, {@code undo --json}, and each run of {@code recover --json}. */
    public static JsonObject report(RunReport report, Messages messages) {
        JsonObject object = new JsonObject();
        object.addProperty("run", report.run().orElse(null));
        object.addProperty("outcome", report.outcome().id());
        object.addProperty("failure", report.failure().map(messages::say).orElse(null));
        object.add("changes", Json.list(report.changes(), change -> {
            JsonObject said = change(change.change());
            said.addProperty("state", change.state().id());
            said.addProperty("before", change.before().text());
            said.addProperty("set", change.set().text());
            said.addProperty("now", change.now().map(ChangeValue::text).orElse(""));
            said.addProperty("problem", change.problem().map(messages::say).orElse(null));
            return said;
        }));
        object.add("observations", Json.texts(say(report.observations(), messages)));
        return object;
    }

    /** As {@link #report}, for what was not begun because nobody agreed to it. */
    public static JsonObject refused() {
        JsonObject object = new JsonObject();
        object.addProperty("run", (String) null);
        object.addProperty("outcome", RunOutcome.REFUSED.id());
        return object;
    }

    /** {@code recover --json}. */
    public static JsonObject reports(List<RunReport> reports, Messages messages) {
        JsonObject object = new JsonObject();
        object.add("runs", Json.list(reports, report -> report(report, messages)));
        return object;
    }

    /** {@code history --json}. */
    public static JsonObject history(List<Run> runs, List<DocumentException> damaged, Messages messages) {
        JsonObject object = new JsonObject();
        object.add("runs", Json.list(runs, RunJson::summary));
        object.add(
                "damaged",
                Json.texts(damaged.stream()
                        .map(each -> messages.say(each.explanation()))
                        .toList()));
        return object;
    }

    /** {@code history RUN --json}: a summary with the changes. */
    public static JsonObject run(Run run) {
        JsonObject object = summary(run);
        Map<String, ChangeState> states = run.changeStates();
        object.add("changes", Json.list(run.snapshot().plan().changes(), change -> {
            JsonObject said = change(change);
            said.addProperty("state", states.get(change.id()).id());
            return said;
        }));
        return object;
    }

    private static JsonObject summary(Run run) {
        JsonObject object = new JsonObject();
        object.addProperty("run", run.id());
        object.addProperty("outcome", run.outcome().id());
        JsonObject server = new JsonObject();
        server.addProperty("id", run.serverId());
        server.addProperty("name", run.opened().serverName());
        object.add("server", server);
        object.addProperty("begunAt", run.opened().at().toString());
        object.addProperty("lastActiveAt", run.lastActive().toString());
        object.addProperty("operator", run.opened().operator());
        object.addProperty("changeCount", run.snapshot().plan().changes().size());
        return object;
    }

    private static JsonObject change(Change change) {
        JsonObject object = new JsonObject();
        object.addProperty("id", change.id());
        object.addProperty("kind", change.kind().id());
        object.addProperty("service", change.service().value());
        if (change instanceof Change.SetSetting set) {
            object.addProperty("setting", set.setting().address());
        }
        return object;
    }

    private static List<String> say(List<Message> texts, Messages messages) {
        return texts.stream().map(messages::say).toList();
    }
}
