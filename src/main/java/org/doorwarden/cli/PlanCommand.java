package org.doorwarden.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorwarden.document.AtomicFile;
import org.doorwarden.document.JsonText;
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
        Plan plan = choices.plan(globals, Reading.take(globals));
        if (globals.json()) {
            globals.show(PlanDocument.write(plan));
        } else {
            new PlanText(globals.messages()).lines(plan).forEach(globals::plain);
        }
        if (!plan.blockingRefusals().isEmpty()) {
            if (file != null) {
                globals.note(Message.of("plan.not.written", file));
            }
            return ExitCode.REFUSED;
        }
        if (file != null) {
            AtomicFile.write(file, JsonText.pretty(PlanDocument.write(plan)).getBytes(StandardCharsets.UTF_8));
            globals.note(Message.of("plan.written", file));
        }
        return ExitCode.DONE;
    }
}
