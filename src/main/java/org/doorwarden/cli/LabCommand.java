package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.document.Json;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Service;
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

    /** {@code lab fault}. */
    @Command(name = "fault")
    static final class FaultCommand implements Callable<Integer> {

        private final Globals globals;

        @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "parameter.lab")
        private String name;

        @Option(names = "--on", paramLabel = "FAULT=SERVICE", descriptionKey = "option.fault.on")
        private List<String> on = new ArrayList<>();

        @Option(names = "--times", paramLabel = "N", descriptionKey = "option.fault.times")
        private Integer times;

        @Option(names = "--clear", descriptionKey = "option.fault.clear")
        private boolean clear;

        FaultCommand(Globals globals) {
            this.globals = globals;
        }

        @Override
        public Integer call() throws Exception {
            String lab = labName(globals, name);
            try (LabBackend backend = globals.surroundings().lab(lab, globals.state())) {
                List<Fault> faults = new ArrayList<>(clear ? List.of() : backend.faults());
                Reading reading = Reading.of(globals, backend);
                for (String text : on) {
                    faults.add(fault(reading, text));
                }
                if (clear || !on.isEmpty()) {
                    backend.setFaults(faults);
                }
                show(faults);
            }
            return ExitCode.DONE;
        }

        private Fault fault(Reading reading, String text) throws WrongUse {
            int at = text.indexOf('=');
            String kind = at < 0 ? text : text.substring(0, at);
            Fault.Kind found = Identified.find(Fault.Kind.class, kind)
                    .orElseThrow(() -> Names.unknown(
                            "wrong.fault",
                            kind,
                            Arrays.stream(Fault.Kind.values())
                                    .map(Fault.Kind::id)
                                    .toList()));
            if (at < 0 || at == text.length() - 1) {
                throw new WrongUse(Message.of("wrong.fault.service", text));
            }
            if (times != null && times < 1) {
                throw new WrongUse(Message.of("wrong.fault.times", times));
            }
            Service service = Names.service(reading.inventory(), text.substring(at + 1));
            return new Fault(found, service.name(), times == null ? Fault.ALWAYS : times);
        }

        private void show(List<Fault> faults) {
            if (globals.json()) {
                JsonObject object = new JsonObject();
                object.add("faults", Json.list(faults, fault -> {
                    JsonObject said = new JsonObject();
                    said.addProperty("fault", fault.kind().id());
                    said.addProperty("service", fault.service().value());
                    said.addProperty("times", fault.times() == Fault.ALWAYS ? null : (Integer) fault.times());
                    return said;
                }));
                globals.show(object);
            } else if (faults.isEmpty()) {
                globals.line("lab.fault.none");
            } else {
                faults.forEach(fault -> globals.line("lab.fault", fault.kind().id(), fault.service()));
            }
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
