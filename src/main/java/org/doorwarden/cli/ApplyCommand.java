package org.doorwarden.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code apply}: makes the changes of a plan. */
@Command(name = "apply")
final class ApplyCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "PLAN.json", arity = "0..1", descriptionKey = "parameter.plan")
    private Path file;

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    ApplyCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        if (file != null && !choices.isEmpty()) {
            throw new WrongUse(Message.of("wrong.plan.and.choices"));
        }
        try (ServerBackend backend = globals.open()) {
            Plan plan = file != null ? PlanDocument.read(file) : choices.plan(globals, Reading.of(globals, backend));
            if (!globals.json()) {
                new PlanText(globals.messages()).lines(plan).forEach(globals::plain);
            }
            if (!plan.changes().isEmpty() && plan.blockingRefusals().isEmpty() && !consent(plan)) {
                return new RunText(globals).refused();
            }
            Progress progress = new Progress(globals);
            RunReport report = globals.surroundings()
                    .interruptibly(cancel -> globals.surroundings()
                            .runs(backend, globals.state())
                            .apply(plan, cancel, progress));
            progress.end();
            new RunText(globals).show(report);
            if (report.outcome() == RunOutcome.APPLIED) {
                // For the next time. What fails here must not make a run that is done look as if it were not.
                globals.surroundings().keepApplied(globals.state()).ifPresent(globals::note);
            }
            return ExitCode.afterApply(report);
        }
    }

    private boolean consent(Plan plan) {
        return yes
                || new Consent(globals)
                        .given(Message.of("apply.ask", plan.changes().size(), plan.serverName()));
    }
}
