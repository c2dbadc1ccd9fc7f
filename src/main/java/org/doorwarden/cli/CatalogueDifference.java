package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.CatalogueComparison;
import org.doorwarden.analysis.CatalogueComparison.VerdictChange;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.backend.BackendException;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.Role;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.Json;
import org.doorwarden.report.KnowledgeJson;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/** What a server is told differently by another catalogue. */
final class CatalogueDifference {

    private final Globals globals;
    private final PurposeOptions purpose;

    CatalogueDifference(Globals globals, PurposeOptions purpose) {
        this.globals = globals;
        this.purpose = purpose;
    }

    /** Shows all that changes from one catalogue to the other. */
    void show(Catalogue one, Catalogue other) throws BackendException, DocumentException, WrongUse {
        Reading reading = Reading.take(globals);
        CatalogueComparison found =
                CatalogueComparison.of(one, other, purpose.assess(one, reading), purpose.assess(other, reading));
        if (globals.json()) {
            globals.show(json(one, other, found));
            return;
        }
        globals.line(
                "catalogue.compare.head",
                one.edition().version(),
                one.edition().date(),
                other.edition().version(),
                other.edition().date());
        globals.line(
                "catalogue.compare.entries",
                found.added().size(),
                found.removed().size(),
                found.changed());
        globals.plain("");
        globals.line(
                "catalogue.compare.verdicts",
                found.verdicts().size(),
                reading.inventory().server().name());
        for (VerdictChange change : found.verdicts()) {
            globals.item(globals.messages()
                    .say(
                            "catalogue.compare.verdict",
                            change.after().service().displayName(),
                            change.after().service().name(),
                            verdict(change.before().verdict().id()),
                            verdict(change.after().verdict().id()),
                            change.after().reasons().get(0).text()));
        }
    }

    /** Says so where the last run rested on an older catalogue that spoke otherwise of this server. */
    void noteSinceLastRun(Catalogue inUse, Reading reading, Assessment now)
            throws DocumentException, IOException, WrongUse {
        Optional<Catalogue> last = lastApplied(inUse);
        if (last.isEmpty()) {
            return;
        }
        CatalogueComparison found =
                CatalogueComparison.of(last.get(), inUse, assess(last.get(), reading, now.purpose()), now);
        if (!found.verdicts().isEmpty()) {
            globals.note(Message.of(
                    "catalogue.newer",
                    last.get().edition().version(),
                    inUse.edition().version(),
                    found.verdicts().size(),
                    found.verdicts().stream()
                            .map(change -> change.after().service().name().value())
                            .collect(Collectors.joining(", "))));
        }
    }

    /** Without it there is nothing to compare with; that must not keep anybody from looking at the server. */
    private Optional<Catalogue> lastApplied(Catalogue inUse) throws DocumentException, IOException, WrongUse {
        try {
            Optional<Catalogue> last = globals.surroundings().lastApplied(globals.state(), inUse);
            return last.isPresent() ? Optional.of(globals.withEntries(last.get())) : last;
        } catch (DocumentException unreadable) {
            globals.note(Message.of("catalogue.newer.unreadable", unreadable.document()));
            return Optional.empty();
        }
    }

    /** For the same purpose, in the words of the other catalogue where it has them. */
    private static Assessment assess(Catalogue other, Reading reading, Purpose purpose) {
        List<Role> roles = purpose.roles().stream()
                .map(role -> other.role(role.id()).orElse(role))
                .toList();
        Purpose same = new Purpose(roles, purpose.assumed(), purpose.products(), purpose.detected());
        return Assessor.assess(other, reading.inventory(), reading.graph(), same);
    }

    private String verdict(String id) {
        return globals.messages().say("verdict." + id);
    }

    private static JsonObject json(Catalogue one, Catalogue other, CatalogueComparison found) {
        JsonObject object = new JsonObject();
        object.add("before", KnowledgeJson.edition(one.edition()));
        object.add("after", KnowledgeJson.edition(other.edition()));
        object.add("verdicts", Json.list(found.verdicts(), change -> {
            JsonObject said = new JsonObject();
            said.addProperty("name", change.after().service().name().value());
            said.addProperty("before", change.before().verdict().id());
            said.addProperty("after", change.after().verdict().id());
            return said;
        }));
        object.add("added", Json.texts(found.added()));
        object.add("removed", Json.texts(found.removed()));
        object.addProperty("changed", found.changed());
        return object;
    }
}
