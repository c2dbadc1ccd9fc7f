package org.doorwarden.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.doorwarden.apply.Agreement;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.ServerRuns;
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

    @Mixin
    private AgreementOptions agreements = new AgreementOptions();

    ApplyCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        if (file != null && !choices.isEmpty()) {
            throw new WrongUse(Message.of("wrong.plan.and.choices"));
        }
        try (ServerBackend backend = globals.open()) {
            Plan stored = file != null ? PlanDocument.read(file) : null;
            if (stored != null && !stored.serverId().equals(backend.identity().id())) {
                globals.note(Message.of(
                        "apply.other.server",
                        stored.serverId(),
                        backend.identity().id()));
                return new RunText(globals).refused();
            }
            Reading reading = Reading.of(globals, backend);
            Plan plan = stored != null ? stored : choices.plan(globals, backend, reading);
            if (!globals.json()) {
                new PlanText(globals.messages())
                        .lines(plan, PlanContext.of(plan, reading.inventory(), backend))
                        .forEach(globals::plain);
            }
            Set<Agreement> agreed = Set.of();
            if (!plan.changes().isEmpty() && plan.blockingRefusals().isEmpty()) {
                Set<Agreement> needed = ServerRuns.needed(plan, reading.inventory());
                if (!consent(plan) || !agreements.given(globals, plan, needed)) {
                    return new RunText(globals).refused();
                }
                agreed = needed;
            }
            Set<Agreement> given = agreed;
            Progress progress = new Progress(globals);
            RunReport report = globals.surroundings()
                    .interruptibly(cancel -> globals.surroundings()
                            .runs(backend, globals.state())
                            .apply(plan, given, cancel, progress));
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
