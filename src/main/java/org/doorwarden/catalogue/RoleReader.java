package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.model.Trait;
import org.doorwarden.text.Message;

/** Reads one role. */
final class RoleReader {

    private final Citations citations;

    RoleReader(Citations citations) {
        this.citations = citations;
    }

    Role read(ObjectReader item) throws DocumentException {
        List<Clue> clues = new ArrayList<>();
        for (ObjectReader each : item.optionalObjects("clues")) {
            clues.add(clue(each));
        }
        Role role = new Role(
                item.filledText("id"),
                item.constant(Role.Group.class, "group"),
                item.filledText("name"),
                item.filledText("description"),
                citations.requirements(item.objects("requires")),
                clues,
                Set.copyOf(item.optionalTexts("excludes")));
        item.end();
        return role;
    }

    private static Clue clue(ObjectReader reader) throws DocumentException {
        Clue clue;
        if (reader.has("running")) {
            clue = new Clue.Running(reader.serviceName("running"), InventoryDocument.readVersion(reader, "until"));
        } else if (reader.has("feature")) {
            clue = new Clue.Installed(reader.filledText("feature"));
        } else if (reader.has("program")) {
            clue = new Clue.HasProgram(reader.filledText("program").toLowerCase(Locale.ROOT));
        } else if (reader.has("trait")) {
            clue = new Clue.Has(reader.constant(Trait.class, "trait"));
        } else {
            throw reader.wrong("running", Message.of("document.field.missing"));
        }
        reader.end();
        return clue;
    }
}
