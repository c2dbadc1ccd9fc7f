package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.model.Identified;
import org.doorwarden.model.access.Seat;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab seat}: where the person sits who works with a training server. */
@Command(name = "seat")
final class LabSeatCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "parameter.lab")
    private String name;

    @Parameters(index = "1", paramLabel = "SEAT", descriptionKey = "parameter.seat")
    private String kind;

    @Option(names = "--from", paramLabel = "ADDRESS", descriptionKey = "option.seat.from")
    private String from = "";

    LabSeatCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        String lab = LabCommand.labName(globals, name);
        Seat.Kind found = Identified.find(Seat.Kind.class, kind)
                .orElseThrow(() -> Names.unknown(
                        "wrong.seat",
                        kind,
                        Arrays.stream(Seat.Kind.values()).map(Seat.Kind::id).toList()));
        Seat seat = new Seat(found, from.strip());
        if (!seat.isRemote() && !seat.client().isEmpty()) {
            throw new WrongUse(Message.of("wrong.seat.from", found.id()));
        }
        try (LabBackend backend = globals.surroundings().lab(lab, globals.state())) {
            globals.surroundings().runs(backend, globals.state()).exclusively(() -> backend.setSeat(seat));
        }
        if (globals.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("lab", lab);
            object.addProperty("seat", found.id());
            object.addProperty("from", seat.client());
            globals.show(object);
        } else {
            globals.line("lab.seat", lab, SeatWords.of(seat));
        }
        return ExitCode.DONE;
    }
}
