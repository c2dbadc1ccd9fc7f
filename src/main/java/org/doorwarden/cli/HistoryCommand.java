package org.doorwarden.cli;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.doorwarden.document.DocumentException;
import org.doorwarden.journal.Run;
import org.doorwarden.journal.RunStore;
import org.doorwarden.plan.Change;
import org.doorwarden.report.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code history}: what was done before. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "RUN", arity = "0..1", descriptionKey = "parameter.run")
    private String id;

    HistoryCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        RunStore store = globals.surroundings().runStore(globals.state());
        if (id != null) {
            one(PastRuns.find(store, id));
            return ExitCode.DONE;
        }
        RunStore.Runs runs = store.readAll();
        if (globals.json()) {
            globals.show(RunJson.history(runs.runs(), runs.damaged(), globals.messages()));
        } else {
            all(runs);
        }
        for (DocumentException damaged : runs.damaged()) {
            globals.note(damaged.explanation());
        }
        return runs.damaged().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_USE;
    }

    private void all(RunStore.Runs runs) {
        if (runs.runs().isEmpty()) {
            globals.line("history.none");
            return;
        }
        TextTable table = new TextTable(20, 16, 24, 16, 7);
        table.row(
                say("column.run"),
                say("column.outcome"),
                say("column.server"),
                say("column.operator"),
                say("column.changes"),
                say("column.begun"));
        for (Run run : runs.runs()) {
            table.row(
                    run.id(),
                    run.outcome().id(),
                    run.opened().serverName() + " " + run.serverId(),
                    run.opened().operator(),
                    run.snapshot().plan().changes().size(),
                    run.opened().at().truncatedTo(ChronoUnit.SECONDS));
        }
        table.lines("").forEach(globals::plain);
    }

    private void one(Run run) {
        if (globals.json()) {
            globals.show(RunJson.run(run));
            return;
        }
        globals.line(
                "history.run",
                run.id(),
                run.opened().serverName(),
                run.opened().at().truncatedTo(ChronoUnit.SECONDS),
                run.opened().operator(),
                say("outcome." + run.outcome().id()));
        var states = run.changeStates();
        PlanText words = new PlanText(globals.messages());
        TextTable table = new TextTable(4, 24);
        for (Change change : run.snapshot().plan().changes()) {
            table.row(change.id(), say("change.state." + states.get(change.id()).id()), words.change(change));
        }
        table.lines("  ").forEach(globals::plain);
    }

    private String say(String key) {
        return globals.messages().say(key);
    }
}
