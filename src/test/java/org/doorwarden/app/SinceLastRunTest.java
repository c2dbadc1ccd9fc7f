package org.doorwarden.app;

import static org.doorwarden.testing.WrittenCatalogue.entry;
import static org.doorwarden.testing.WrittenCatalogue.file;
import static org.doorwarden.testing.WrittenCatalogue.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.doorwarden.app.TypedCommands.Answer;
import org.doorwarden.catalogue.CataloguePack;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newer catalogue says differently since the last run is told once something was applied, and only told. */
class SinceLastRunTest {

    private static final String KEEP = "advice: {verdict: keep, because: 'Used.', sources: [book]}";
    private static final String NEWER = "The last run here rested on catalogue";

    @TempDir
    Path folder;

    private Path state;
    private Path kept;
    private TypedCommands commands;

    @BeforeEach
    void open() {
        state = folder.resolve("state");
        kept = state.resolve("catalogue-last-applied.pack");
        commands = new TypedCommands(state);
        run("lab", "reset", "iis5-2001", "--speed", "10000").expect(0);
    }

    @Test
    void isToldWhereItMatters() throws IOException {
        assertFalse(run("assess").expect(0).err().contains(NEWER));
        apply();
        assertFalse(run("assess").expect(0).err().contains(NEWER));
        run("catalogue", "compare").expect(2);
        useNewer();
        for (String command : new String[] {"assess", "plan"}) {
            Answer answer = command.equals("plan") ? run("plan", "--stop", "Fax") : run(command);
            assertTrue(answer.expect(0).err().contains(NEWER), answer.err());
            assertTrue(answer.err().contains("Spooler"), answer.err());
            assertFalse(answer.err().contains("LanmanServer"), answer.err());
        }
        String compared = run("catalogue", "compare").expect(0).out();
        assertTrue(compared.contains("(Spooler): disable before, keep after"), compared);
        // The next run rests on the newer one.
        apply();
        assertFalse(run("assess").expect(0).err().contains(NEWER));
    }

    @Test
    void isToldForTheRolesThatWereSaid() throws IOException {
        apply();
        Path policy = Files.writeString(folder.resolve("policy.json"), """
                {"document": "doorwarden-policy", "formatVersion": 1, "roles": ["shop"], "recommended": true,
                 "choices": []}
                """);
        useNewer();
        // A role that only the newer catalogue has cannot be looked up in the older one, nor stop anybody.
        String told = run("plan", "--policy", policy.toString()).expect(0).err();
        assertTrue(told.contains(NEWER) && told.contains("Spooler"), told);
        assertFalse(told.contains("LanmanServer"), told);
        run("assess", "--role", "shop").expect(0);
    }

    @Test
    void aSitesOwnEntriesAreNoNews() throws IOException {
        Path entry = new SiteFolder(state.resolve("entries"))
                .put("spooler.json", file("services", entry("Spooler", KEEP.replace("book", "article"))));
        apply();
        useNewer();
        assertFalse(run("assess").expect(0).err().contains(NEWER));
        // What was kept is the catalogue alone.
        Files.delete(entry);
        assertTrue(run("assess").expect(0).err().contains(NEWER));
    }

    @Test
    void nothingOfItStandsInTheWay() throws IOException {
        apply();
        useNewer();
        Files.write(kept, new byte[] {1, 2, 3});
        for (String command : new String[] {"assess", "plan"}) {
            Answer answer = command.equals("plan") ? run("plan", "--stop", "Fax") : run(command);
            assertTrue(answer.expect(0).err().contains(kept.toString()), answer.err());
        }
        Answer compared = run("catalogue", "compare").expect(2);
        assertTrue(compared.err().startsWith(kept + ": "), compared.err());
        // What cannot be kept does not make a run that is done look as if it had failed.
        Files.delete(kept);
        Files.createDirectories(kept.resolve("occupied"));
        Answer applied = run("apply", "--stop", "Messenger", "--yes", "--json").expect(0);
        assertEquals("applied", applied.json().get("outcome").getAsString());
        assertTrue(applied.err().contains("The run is done"), applied.err());
    }

    /** An entry may cite a source that the older catalogue does not have. */
    @Test
    void anEntryThatFitsOnlyTheNewerDoesNotStandInTheWay() throws Exception {
        apply();
        Files.write(
                kept,
                CataloguePack.write(new WrittenCatalogue()
                        .on("2001-01-31")
                        .service("TlntSvr")
                        .read()));
        assertTrue(run("assess").expect(0).err().contains(NEWER));
        Path entry = new SiteFolder(state.resolve("entries"))
                .put("spooler.json", file("services", entry("Spooler", KEEP.replace("book", "article"))));
        assertTrue(run("assess").expect(0).err().contains(entry.toString()));
    }

    private void apply() {
        run("apply", "--disable", "TlntSvr", "--yes").expect(0);
        run("undo", "--yes").expect(0);
    }

    /** Ours as it ships and as it will be: with another word on Spooler, and a role more. */
    private void useNewer() throws IOException {
        Path ours = Path.of("assets/catalogue");
        Path newer = folder.resolve("newer");
        try (Stream<Path> files = Files.walk(ours)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path to = newer.resolve(ours.relativize(each).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, later(Files.readString(each)));
            }
        }
        run("catalogue", "use", newer.toString(), "--yes").expect(0);
    }

    private static String later(String text) {
        JsonObject document = JsonParser.parseString(text).getAsJsonObject();
        if (document.has("date")) {
            document.addProperty("date", "2099-01-01");
            document.addProperty("version", "2099.01.01");
        }
        if (document.has("roles")) {
            document.getAsJsonArray("roles")
                    .add(with("{id: shop, group: site, name: Shop, description: 'A shop.', requires: []}"));
        }
        if (document.has("services")) {
            for (JsonElement each : document.getAsJsonArray("services")) {
                JsonObject entry = each.getAsJsonObject();
                if (entry.get("name").getAsString().equals("Spooler")) {
                    entry.getAsJsonObject("advice").addProperty("verdict", "keep");
                }
            }
        }
        return document.toString();
    }

    private Answer run(String... arguments) {
        return commands.run(arguments);
    }
}
