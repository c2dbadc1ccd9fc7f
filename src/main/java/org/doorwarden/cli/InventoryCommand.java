package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.text.Messages;
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
        ServerTraits traits = reading.inventory().traits();
        if (globals.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("file", file.toString());
            object.addProperty("services", count);
            object.add("traits", InventoryDocument.traits(traits));
            globals.show(object);
        } else {
            globals.line("inventory.written", count, file);
            List<String> told = tell(traits);
            if (!told.isEmpty()) {
                globals.paragraph("", globals.messages().say("inventory.traits", String.join(", ", told)));
            }
        }
        return ExitCode.DONE;
    }

    private List<String> tell(ServerTraits traits) {
        List<String> told = new ArrayList<>();
        Messages messages = globals.messages();
        traits.traits().forEach((trait, detail) -> {
            String name = messages.say("trait." + trait.id());
            told.add(detail.isEmpty() ? name : messages.say("inventory.trait", name, detail));
        });
        if (!traits.features().isEmpty()) {
            told.add(messages.say("inventory.features", traits.features().size()));
        }
        if (!traits.sites().isEmpty()) {
            told.add(messages.say("inventory.sites", traits.sites().size()));
        }
        return told;
    }
}
