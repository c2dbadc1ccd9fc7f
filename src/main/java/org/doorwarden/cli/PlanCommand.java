package org.doorwarden.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: what would be done, and what it would mean. */
@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {

    private final Globals globals;

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Option(names = "--out", paramLabel = "PLAN.json", descriptionKey = "option.plan.out")
    private Path file;

    PlanCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        Plan plan;
        PlanContext context;
        try (ServerBackend backend = globals.open()) {
            Reading reading = Reading.of(globals, backend);
            plan = choices.plan(globals, backend, reading);
            context = PlanContext.of(plan, reading.inventory(), backend);
        }
        boolean refused = !plan.blockingRefusals().isEmpty();
        if (file != null && !refused) {
            DocumentFile.save(file, PlanDocument.write(plan));
        }
        if (globals.json()) {
            globals.show(PlanDocument.write(plan));
        } else {
            new PlanText(globals.messages()).lines(plan, context).forEach(globals::plain);
        }
        if (file != null) {
            globals.note(Message.of(refused ? "plan.not.written" : "plan.written", file));
        }
        return refused ? ExitCode.REFUSED : ExitCode.DONE;
    }
}
