package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.doorwarden.apply.Conflict;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.journal.Run;
import org.doorwarden.journal.RunStore;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}: brings back what a run found. */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "RUN", arity = "0..1", descriptionKey = "parameter.undo.run")
    private String id;

    @Option(names = "--only", paramLabel = "CHANGE", descriptionKey = "option.only")
    private List<String> only = new ArrayList<>();

    @Option(names = "--overwrite", descriptionKey = "option.overwrite")
    private boolean overwrite;

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    UndoCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        RunStore store = globals.surroundings().runStore(globals.state());
        try (ServerBackend backend = globals.open()) {
            Run run = id != null
                    ? PastRuns.find(store, id)
                    : PastRuns.latest(store, backend.identity().id());
            Set<String> chosen = chosen(run);
            if (!run.isOpen() && !consent(run, chosen)) {
                return new RunText(globals).refused();
            }
            Progress progress = new Progress(globals);
            RunReport report = globals.surroundings()
                    .interruptibly(cancel -> globals.surroundings()
                            .runs(backend, globals.state())
                            .undo(run, chosen, decider(), progress));
            progress.end();
            new RunText(globals).show(report);
            return ExitCode.afterUndo(report);
        }
    }

    /** The changes named by their id or by their service; empty for all. */
    private Set<String> chosen(Run run) throws WrongUse {
        Set<String> chosen = new LinkedHashSet<>();
        for (String name : only) {
            List<String> ids = run.snapshot().plan().changes().stream()
                    .filter(change -> change.id().equals(name)
                            || (!name.isEmpty() && change.service().equals(new ServiceName(name))))
                    .map(Change::id)
                    .toList();
            if (ids.isEmpty()) {
                throw new WrongUse(Message.of("wrong.change", name, run.id()));
            }
            chosen.addAll(ids);
        }
        return chosen;
    }

    private boolean consent(Run run, Set<String> chosen) {
        if (!globals.json()) {
            preview(run, chosen);
        }
        long count = undoable(run, chosen).size();
        return yes || count == 0 || new Consent(globals).given(Message.of("undo.ask", count, run.id()));
    }

    private void preview(Run run, Set<String> chosen) {
        PlanText words = new PlanText(globals.messages());
        List<Change> changes = undoable(run, chosen);
        globals.line("undo.head", run.id(), changes.size());
        TextTable table = new TextTable(6);
        changes.forEach(change -> table.row(change.id(), words.undone(change)));
        table.lines("  ").forEach(globals::plain);
    }

    private static List<Change> undoable(Run run, Set<String> chosen) {
        Map<String, ChangeState> states = run.changeStates();
        return run.snapshot().plan().changes().stream()
                .filter(change -> states.get(change.id()).mayBeInEffect())
                .filter(change -> chosen.isEmpty() || chosen.contains(change.id()))
                .toList();
    }

    private Conflict.Decider decider() {
        if (overwrite) {
            return conflict -> true;
        }
        boolean canAsk = !yes && globals.surroundings().terminal().isInteractive();
        return canAsk ? this::ask : Conflict.Decider.KEEP;
    }

    private boolean ask(Conflict conflict) {
        globals.surroundings().terminal().err().println();
        return new Consent(globals)
                .given(Message.of(
                        "undo.conflict",
                        conflict.subject(),
                        conflict.before().words(),
                        conflict.set().words(),
                        conflict.now().words()));
    }
}
