package org.doorwarden.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.ServerRuns.Recovery;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.report.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recover}: brings a run to an end that a crash left open. */
@Command(name = "recover")
final class RecoverCommand implements Callable<Integer> {

    private final Globals globals;

    @Option(names = "--finish", descriptionKey = "option.finish")
    private boolean finish;

    RecoverCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        try (ServerBackend backend = globals.open()) {
            Progress progress = new Progress(globals);
            List<RunReport> reports = globals.surroundings()
                    .interruptibly(cancel -> globals.surroundings()
                            .runs(backend, globals.state())
                            .recover(finish ? Recovery.FINISH : Recovery.UNDO, progress));
            progress.end();
            if (globals.json()) {
                globals.show(RunJson.reports(reports, globals.messages()));
            } else if (reports.isEmpty()) {
                globals.line("recover.nothing");
            } else {
                reports.forEach(new RunText(globals)::words);
            }
            return reports.stream().mapToInt(ExitCode::afterUndo).max().orElse(ExitCode.DONE);
        }
    }
}
