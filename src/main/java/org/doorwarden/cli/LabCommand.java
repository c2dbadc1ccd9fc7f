package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.document.Json;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab}: the training servers. */
@Command(name = "lab", synopsisSubcommandLabel = "COMMAND")
final class LabCommand implements Callable<Integer> {

    private final Globals globals;

    LabCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        throw new WrongUse(Message.of("wrong.lab.command"));
    }

    /** {@code lab list}. */
    @Command(name = "list")
    static final class ListCommand implements Callable<Integer> {

        private final Globals globals;

        ListCommand(Globals globals) {
            this.globals = globals;
        }

        @Override
        public Integer call() {
            LabDefinitions labs = globals.surroundings().labs();
            List<LabDefinition> all = labs.names().stream()
                    .map(name -> labs.find(name).orElseThrow())
                    .toList();
            if (globals.json()) {
                JsonObject object = new JsonObject();
                object.add("labs", Json.list(all, ListCommand::json));
                globals.show(object);
            } else {
                for (LabDefinition lab : all) {
                    globals.line(
                            "lab.list",
                            lab.name(),
                            lab.operatingSystem(),
                            lab.services().size(),
                            lab.description());
                }
            }
            return ExitCode.DONE;
        }

        private static JsonObject json(LabDefinition lab) {
            JsonObject object = new JsonObject();
            object.addProperty("name", lab.name());
            object.addProperty("server", "lab:" + lab.name());
            object.addProperty("computer", lab.computer());
            object.addProperty("operatingSystem", lab.operatingSystem());
            object.addProperty("description", lab.description());
            return object;
        }
    }

    /** {@code lab reset}. */
    @Command(name = "reset")
    static final class ResetCommand implements Callable<Integer> {

        private final Globals globals;

        @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "parameter.lab")
        private String name;

        @Option(names = "--speed", paramLabel = "N", descriptionKey = "option.speed")
        private int speed = 1;

        ResetCommand(Globals globals) {
            this.globals = globals;
        }

        @Override
        public Integer call() throws Exception {
            if (speed < 1 || speed > LabBackend.FASTEST) {
                throw new WrongUse(Message.of("wrong.speed", speed, LabBackend.FASTEST));
            }
            String lab = labName(globals, name);
            try (LabBackend backend = globals.surroundings().lab(lab, globals.state())) {
                globals.surroundings().runs(backend, globals.state()).exclusively(() -> {
                    backend.reset();
                    if (speed > 1) {
                        backend.setSpeed(speed);
                    }
                });
            }
            if (globals.json()) {
                JsonObject object = new JsonObject();
                object.addProperty("lab", lab);
                object.addProperty("speed", speed);
                globals.show(object);
            } else {
                globals.line("lab.reset", lab);
            }
            return ExitCode.DONE;
        }
    }

    /** The training server named, or else the one of {@code --server}. */
    static String labName(Globals globals, String name) throws WrongUse {
        if (name != null) {
            return name.startsWith("lab:") ? name.substring("lab:".length()) : name;
        }
        if (globals.address() instanceof ServerAddress.Lab lab) {
            return lab.name();
        }
        throw new WrongUse(Message.of("wrong.lab.none"));
    }
}
