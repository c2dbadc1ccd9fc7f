package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.document.Json;
import org.doorwarden.model.Identified;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab fault}. */
@Command(name = "fault")
final class LabFaultCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "parameter.lab")
    private String name;

    @Option(names = "--on", paramLabel = "FAULT=TARGET", descriptionKey = "option.fault.on")
    private List<String> on = new ArrayList<>();

    @Option(names = "--times", paramLabel = "N", descriptionKey = "option.fault.times")
    private Integer times;

    @Option(names = "--clear", descriptionKey = "option.fault.clear")
    private boolean clear;

    LabFaultCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        String lab = LabCommand.labName(globals, name);
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
                        Arrays.stream(Fault.Kind.values()).map(Fault.Kind::id).toList()));
        if (at < 0 || at == text.length() - 1) {
            throw new WrongUse(Message.of("wrong.fault.service", text));
        }
        if (times != null && times < 1) {
            throw new WrongUse(Message.of("wrong.fault.times", times));
        }
        String target = text.substring(at + 1);
        if (!found.isOfSettings()) {
            target = Names.service(reading.inventory(), target).name().value();
        }
        return new Fault(found, target, times == null ? Fault.ALWAYS : times);
    }

    private void show(List<Fault> faults) {
        if (globals.json()) {
            JsonObject object = new JsonObject();
            object.add("faults", Json.list(faults, fault -> {
                JsonObject said = new JsonObject();
                said.addProperty("fault", fault.kind().id());
                said.addProperty("service", fault.kind().isOfSettings() ? null : fault.target());
                said.addProperty("setting", fault.kind().isOfSettings() ? fault.target() : null);
                said.addProperty("times", fault.times() == Fault.ALWAYS ? null : (Integer) fault.times());
                return said;
            }));
            globals.show(object);
        } else if (faults.isEmpty()) {
            globals.line("lab.fault.none");
        } else {
            faults.forEach(fault -> globals.line("lab.fault", fault.kind().id(), fault.target()));
        }
    }
}
