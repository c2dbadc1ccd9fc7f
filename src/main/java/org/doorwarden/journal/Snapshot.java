package org.doorwarden.journal;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.DocumentFile.Kind;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.JsonText;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.model.Inventory;
import org.doorwarden.plan.Plan;

/**
 * What a run needs to know to undo itself: the plan with the values it expects to find, and the whole server as it was
 * just before the first change.
 *
 * @param iisConfiguration the configuration of IIS as it was, if the run changes it
 */
public record Snapshot(String run, Plan plan, Inventory before, Optional<KeptFile> iisConfiguration) {

    public Snapshot {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(iisConfiguration, "iisConfiguration");
    }

    byte[] toBytes() {
        JsonObject object = DocumentFile.start(Kind.SNAPSHOT);
        object.addProperty("run", run);
        object.add("plan", PlanDocument.write(plan));
        object.add("before", InventoryDocument.write(before));
        iisConfiguration.ifPresent(kept -> object.add("iisConfiguration", kept.write()));
        return JsonText.pretty(object).getBytes(StandardCharsets.UTF_8);
    }

    static Snapshot read(String name, byte[] bytes) throws DocumentException {
        ObjectReader reader = DocumentFile.open(Kind.SNAPSHOT, name, bytes);
        Snapshot snapshot = new Snapshot(
                reader.filledText("run"),
                PlanDocument.readPart(reader.object("plan")),
                InventoryDocument.readPart(reader.object("before")),
                KeptFile.readField(reader, "iisConfiguration"));
        reader.end();
        return snapshot;
    }
}
