package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Impact;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Refusal;
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
            TextTable table = new TextTable(6, 64);
            Set<ServiceName> explained = new HashSet<>();
            for (Change change : plan.changes()) {
                String mark = context.cutting().contains(change.id()) ? MARK : "";
                table.row(change.id() + mark, change(change), explained.add(change.service()) ? cause(change) : "");
            }
            lines.addAll(table.lines("  "));
        }
        session(context, lines);
        uninstalled(context, lines);
        impact(plan.impact(), lines);
        lines.add("");
        lines.add(messages.say("plan.digest", PlanDocument.digest(plan)));
        return lines;
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
                    SettingWords.value(set.before()),
                    SettingWords.value(set.after()));
        }
        return messages.say("change.stop", change.service());
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
            lines.add(messages.say("plan.lock.out", listed(plan.impact().mayLockOut())));
        }
    }

    private void session(PlanContext context, List<String> lines) {
        if (!context.cutting().isEmpty()) {
            lines.add(messages.say("plan.session", messages.say(SeatWords.of(context.seat()))));
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
            lines.add("  " + String.join(" ", said));
        }
        lines.add(messages.say("plan.uninstall.lost"));
    }

    private void refusals(Plan plan, List<String> lines) {
        if (plan.refusals().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(messages.say("plan.refusals"));
        plan.refusals().forEach(refusal -> lines.add("  " + refusal(refusal)));
        if (!plan.blockingRefusals().isEmpty()) {
            lines.add(messages.say("plan.refused"));
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

    private static String listed(List<ServiceName> names) {
        return String.join(", ", names.stream().map(ServiceName::value).toList());
    }
}
