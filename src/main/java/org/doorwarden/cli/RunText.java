package org.doorwarden.cli;

import java.util.List;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.RunReport.ChangeReport;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.report.RunJson;
import org.doorwarden.text.Message;

/** What came of a run, for people or as JSON. */
final class RunText {

    private final Globals globals;

    RunText(Globals globals) {
        this.globals = globals;
    }

    void show(RunReport report) {
        if (globals.json()) {
            globals.show(RunJson.report(report, globals.messages()));
            report.failure().ifPresent(globals::note);
        } else {
            words(report);
        }
    }

    /** Nobody agreed: nothing was begun. */
    int refused() {
        if (globals.json()) {
            globals.show(RunJson.refused());
        }
        return ExitCode.REFUSED;
    }

    /** The report in words. */
    void words(RunReport report) {
        report.failure().ifPresent(globals::note);
        List<ChangeReport> services = report.changes().stream()
                .filter(change -> !(change.change() instanceof SetSetting))
                .toList();
        if (!services.isEmpty()) {
            globals.plain("");
            TextTable table = new TextTable(4, 18, 12, 18, 18, 18);
            table.row(
                    say("column.change"),
                    say("column.service"),
                    say("column.what"),
                    say("column.before"),
                    say("column.set"),
                    say("column.now"),
                    say("column.outcome"));
            services.forEach(change -> row(table, change));
            table.lines("  ").forEach(globals::plain);
        }
        if (services.size() < report.changes().size()) {
            globals.plain("");
            TextTable table = new TextTable(4, 24);
            report.changes().forEach(change -> setting(table, change));
            table.lines("  ").forEach(globals::plain);
        }
        report.changes().stream()
                .filter(change -> change.state() == ChangeState.RESIDUE)
                .forEach(this::residue);
        for (Message observation : report.observations()) {
            globals.line("run.observation", observation);
        }
        globals.plain("");
        boolean noted =
                report.outcome() == RunOutcome.UNDONE && !report.observations().isEmpty();
        globals.line(
                noted
                        ? "run.outcome.undone.noted"
                        : "run.outcome." + report.outcome().id(),
                report.run().orElse("-"));
    }

    private void row(TextTable table, ChangeReport change) {
        table.row(
                change.change().id(),
                change.change().service(),
                say("change.kind." + change.change().kind().id()),
                globals.messages().say(change.before().words()),
                globals.messages().say(change.set().words()),
                change.now().map(now -> globals.messages().say(now.words())).orElse(say("change.unread")),
                say("change.state." + change.state().id()));
    }

    /** What is set takes longer to say than columns hold. */
    private void setting(TextTable table, ChangeReport change) {
        if (change.change() instanceof SetSetting set) {
            Message now = change.now().map(ChangeValue::words).orElse(Message.of("change.unread"));
            String key = change.now()
                            .filter(found -> found.text().equals(change.set().text()))
                            .isPresent()
                    ? "set"
                    : change.now()
                                    .filter(found ->
                                            found.text().equals(change.before().text()))
                                    .isPresent()
                            ? "before"
                            : "other";
            table.row(
                    set.id(),
                    say("change.state." + change.state().id()),
                    globals.messages()
                            .say(
                                    "run.setting." + key,
                                    SettingWords.subject(set.setting()),
                                    change.before().words(),
                                    change.set().words(),
                                    now));
        }
    }

    private void residue(ChangeReport change) {
        change.problem()
                .ifPresent(
                        problem -> globals.line("run.residue", change.change().id(), problem));
    }

    private String say(String key) {
        return globals.messages().say(key);
    }
}
