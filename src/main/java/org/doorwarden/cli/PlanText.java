package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Impact;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Refusal;
import org.doorwarden.report.AccessText;
import org.doorwarden.restrict.Step;
import org.doorwarden.text.Messages;

/** A plan in words: what could go wrong first, then the changes, then what they mean. */
final class PlanText {

    private static final String MARK = " *";
    private static final long MEGABYTE = 1_000_000;

    private final Messages messages;

    PlanText(Messages messages) {
        this.messages = messages;
    }

    List<String> lines(Plan plan, PlanContext context) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.say("plan.head", plan.serverName(), plan.changes().size()));
        warnings(plan, lines);
        refusals(plan, lines);
        if (!plan.changes().isEmpty()) {
            lines.add("");
            lines.add(messages.say("plan.changes"));
            changes(plan, context, lines);
            session(context, lines);
            uninstalled(context, lines);
            impact(plan.impact(), lines);
            takesEffect(plan, lines);
            context.inventory().ifPresent(inventory -> access(plan, inventory, lines));
            lines.add("");
            lines.add(messages.say("plan.digest", PlanDocument.digest(plan)));
        }
        return lines;
    }

    /** Who could use what is restricted then. */
    private void access(Plan plan, Inventory inventory, List<String> lines) {
        Map<ServiceName, List<Step>> steps = new LinkedHashMap<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.SetSetting set && set.kind() != Change.Kind.SET_WINDOWS_FEATURE) {
                steps.computeIfAbsent(set.service(), name -> new ArrayList<>())
                        .add(new Step(set.setting(), set.before(), set.after(), set.takesEffect()));
            }
        }
        steps.forEach((name, some) -> inventory.find(name).ifPresent(service -> {
            lines.add("");
            lines.add(messages.say("plan.access", service.displayName(), service.name()));
            TextTable table = new TextTable();
            AccessText.after(inventory, service, some).forEach(line -> table.row(messages.say(line)));
            lines.addAll(table.lines("  "));
        }));
    }

    /** Starting and stopping in columns; what is set takes longer to say, and goes on below itself. */
    private void changes(Plan plan, PlanContext context, List<String> lines) {
        Set<ServiceName> explained = new HashSet<>();
        TextTable table = new TextTable();
        boolean settings = false;
        for (Change change : plan.changes()) {
            boolean setting = change instanceof Change.SetSetting;
            if (change == plan.changes().get(0) || setting != settings) {
                lines.addAll(table.lines("  "));
                table = setting ? new TextTable(6) : new TextTable(6, 48);
                settings = setting;
            }
            String id = change.id() + (context.cutting().contains(change.id()) ? MARK : "");
            if (setting) {
                table.row(id, change(change));
            } else {
                table.row(id, change(change), explained.add(change.service()) ? cause(change) : "");
            }
        }
        lines.addAll(table.lines("  "));
    }

    /** A change as a sentence without its subject's reasons. */
    String change(Change change) {
        if (change instanceof Change.SetStartType set) {
            return messages.say(
                    "change.set.start.type",
                    set.service(),
                    messages.say("start.type." + set.before().id()),
                    messages.say("start.type." + set.after().id()));
        }
        if (change instanceof Change.SetSetting set) {
            return messages.say(
                    "change.set.setting",
                    SettingWords.subject(set.setting()),
                    SettingWords.value(set.setting(), set.before()),
                    SettingWords.value(set.setting(), set.after()));
        }
        return messages.say("change.stop", change.service());
    }

    /** A change taken back, as a sentence. */
    String undone(Change change) {
        if (change instanceof Change.SetStartType set) {
            return messages.say(
                    "undo.set.start.type",
                    set.service(),
                    messages.say("start.type." + set.after().id()),
                    messages.say("start.type." + set.before().id()));
        }
        if (change instanceof Change.SetSetting set) {
            return messages.say(
                    "undo.set.setting",
                    SettingWords.subject(set.setting()),
                    SettingWords.value(set.setting(), set.after()),
                    SettingWords.value(set.setting(), set.before()));
        }
        return messages.say("progress.stop.undo", change.service());
    }

    String refusal(Refusal refusal) {
        return messages.say(
                "refusal." + refusal.why().id(),
                refusal.choice().service(),
                listed(refusal.related()),
                refusal.detail());
    }

    private String cause(Change change) {
        Cause cause = change.cause();
        return cause.note().isEmpty() || cause.kind() == Cause.Kind.DEPENDENT
                ? messages.say("cause." + cause.kind().id(), cause.chosen())
                : cause.note();
    }

    private void warnings(Plan plan, List<String> lines) {
        if (!plan.impact().mayLockOut().isEmpty()) {
            lines.add("");
            lines.addAll(wrapped(
                    "", messages.say("plan.lock.out", listed(plan.impact().mayLockOut()))));
        }
    }

    private void session(PlanContext context, List<String> lines) {
        if (!context.cutting().isEmpty()) {
            lines.addAll(wrapped("", messages.say("plan.session", messages.say(SeatWords.of(context.seat())))));
        }
    }

    private void uninstalled(PlanContext context, List<String> lines) {
        if (context.uninstalled().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(messages.say("plan.uninstall.head"));
        for (FeatureDetail detail : context.uninstalled()) {
            String source = detail.sourcePresent()
                    .map(present -> present ? "present" : "missing")
                    .orElse("unknown");
            List<String> said = new ArrayList<>();
            said.add(messages.say("plan.uninstall", detail.name(), detail.displayName()));
            detail.size().ifPresent(size -> said.add(messages.say("plan.uninstall.size", size / MEGABYTE)));
            said.add(messages.say("plan.uninstall.restart." + detail.restart().id()));
            said.add(messages.say("plan.uninstall.source." + source));
            lines.addAll(wrapped("  ", String.join(" ", said)));
        }
        lines.addAll(wrapped("", messages.say("plan.uninstall.lost")));
    }

    private void refusals(Plan plan, List<String> lines) {
        if (plan.refusals().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(messages.say("plan.refusals"));
        plan.refusals().forEach(refusal -> lines.addAll(wrapped("  ", refusal(refusal))));
        if (!plan.blockingRefusals().isEmpty()) {
            lines.addAll(wrapped("", messages.say("plan.refused")));
        }
    }

    private void impact(Impact impact, List<String> lines) {
        lines.add("");
        lines.add(messages.say("plan.impact"));
        lines.add(messages.say("impact.also.stops", impact.alsoStops().size(), listed(impact.alsoStops())));
        lines.add(messages.say("impact.will.not.start", impact.willNotStart().size(), listed(impact.willNotStart())));
        lines.add(messages.say(
                "impact.cannot.be.started", impact.cannotBeStarted().size(), listed(impact.cannotBeStarted())));
        if (!impact.mayFail().isEmpty()) {
            lines.add(messages.say("impact.may.fail", listed(impact.mayFail())));
        }
        List<String> ports = impact.closesPorts().stream()
                .map(port ->
                        port.listener().protocol().id() + " " + port.listener().port() + " (" + port.service() + ")")
                .distinct()
                .toList();
        lines.add(messages.say("impact.closes.ports", ports.size(), String.join(", ", ports)));
        lines.add(messages.say(
                "impact.affects.roles", impact.affectsRoles().size(), String.join(", ", impact.affectsRoles())));
    }

    private void takesEffect(Plan plan, List<String> lines) {
        List<Change.SetSetting> later = plan.changes().stream()
                .filter(Change.SetSetting.class::isInstance)
                .map(Change.SetSetting.class::cast)
                .toList();
        for (TakesEffect effect : List.of(TakesEffect.SERVICE_RESTART, TakesEffect.MACHINE_RESTART)) {
            List<Change.SetSetting> changes = later.stream()
                    .filter(change -> change.takesEffect() == effect)
                    .toList();
            if (!changes.isEmpty()) {
                lines.add(messages.say(
                        "impact.takes.effect." + effect.id(),
                        String.join(", ", changes.stream().map(Change::id).toList()),
                        listed(changes.stream().map(Change::service).distinct().toList())));
            }
        }
    }

    private static List<String> wrapped(String indent, String text) {
        TextTable table = new TextTable();
        table.row(text);
        return table.lines(indent);
    }

    private static String listed(List<ServiceName> names) {
        return String.join(", ", names.stream().map(ServiceName::value).toList());
    }
}
