package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.InventoryDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inventory}: the server as a file, to be looked at elsewhere. */
@Command(name = "inventory")
final class InventoryCommand implements Callable<Integer> {

    private final Globals globals;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "option.inventory.out")
    private Path file;

    InventoryCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        Reading reading = Reading.take(globals);
        DocumentFile.save(file, InventoryDocument.write(reading.inventory()));
        int count = reading.inventory().services().size();
        if (globals.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("file", file.toString());
            object.addProperty("services", count);
            globals.show(object);
        } else {
            globals.line("inventory.written", count, file);
        }
        return ExitCode.DONE;
    }
}
