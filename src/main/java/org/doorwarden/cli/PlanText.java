package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Impact;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Refusal;
import org.doorwarden.text.Messages;

/** A plan in words: what could go wrong first, then the changes, then what they mean. */
final class PlanText {

    private final Messages messages;

    PlanText(Messages messages) {
        this.messages = messages;
    }

    List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.say("plan.head", plan.serverName(), plan.changes().size()));
        warnings(plan, lines);
        refusals(plan, lines);
        if (!plan.changes().isEmpty()) {
            lines.add("");
            lines.add(messages.say("plan.changes"));
            TextTable table = new TextTable(4, 48);
            Set<ServiceName> explained = new HashSet<>();
            for (Change change : plan.changes()) {
                table.row(change.id(), change(change), explained.add(change.service()) ? cause(change) : "");
            }
            lines.addAll(table.lines("  "));
        }
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
                    SettingWords.value(set.setting(), set.before()),
                    SettingWords.value(set.setting(), set.after()));
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
