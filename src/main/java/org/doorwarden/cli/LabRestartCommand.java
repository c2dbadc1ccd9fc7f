package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import org.doorwarden.backend.lab.LabBackend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab restart}. */
@Command(name = "restart")
final class LabRestartCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "parameter.lab")
    private String name;

    LabRestartCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        String lab = LabCommand.labName(globals, name);
        try (LabBackend backend = globals.surroundings().lab(lab, globals.state())) {
            globals.surroundings().runs(backend, globals.state()).exclusively(backend::restart);
        }
        if (globals.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("lab", lab);
            globals.show(object);
        } else {
            globals.line("lab.restart", lab);
        }
        return ExitCode.DONE;
    }
}
