package org.doorwarden.app;

import static org.doorwarden.testing.WrittenCatalogue.entry;
import static org.doorwarden.testing.WrittenCatalogue.file;
import static org.doorwarden.testing.WrittenCatalogue.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doorwarden.app.TypedCommands.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own entries win in every command and are marked; they are believed only where nobody else can write. */
class SiteEntriesTest {

    private static final String OURS = "advice: {verdict: keep, because: 'We need the prompt.', sources: [article]}";
    private static final String BROKEN = file("services", entry("TlntSvr", OURS, "risk: {severity: huge}"));

    @TempDir
    Path folder;

    private Path state;
    private TypedCommands commands;
    private SiteFolder site;

    @BeforeEach
    void open() throws IOException {
        state = folder.resolve("state");
        commands = new TypedCommands(state);
        site = new SiteFolder(folder.resolve("entries"));
        assertEquals(0, run("lab", "reset", "iis5-2001", "--speed", "10000").code());
    }

    @Test
    void theyWinAndAreMarkedWhereverTheyCount() throws IOException {
        site.put("telnet/telnet.json", file("services", entry("TlntSvr", OURS)));
        assertEquals("disable", verdict(run("assess", "--json"), "TlntSvr"));
        Answer assessed = withEntries("assess", "--json").expect(0);
        assertEquals("keep", verdict(assessed, "TlntSvr"));
        assertEquals(
                "[\"TlntSvr\"]",
                assessed.json().getAsJsonObject("catalogue").get("localEntries").toString());
        JsonObject reason =
                service(assessed, "TlntSvr").getAsJsonArray("reasons").get(0).getAsJsonObject();
        assertEquals("site", reason.get("origin").getAsString());
        assertTrue(reason.get("text").getAsString().contains("We need the prompt. (This site’s own entry.)"));
        String shown = withEntries("show", "TlntSvr").expect(0).out();
        assertTrue(shown.contains("Verdict: keep") && shown.contains("This site’s own entry"), shown);
        String explained = withEntries("explain", "TlntSvr").expect(0).out();
        assertTrue(explained.contains("This site’s own entry") && explained.contains("keep: We need"), explained);
        assertTrue(
                withEntries("explain", "TlntSvr", "--json").json().get("local").getAsBoolean());
        assertTrue(withEntries("catalogue").out().contains("Entries of this site: 1"));
        assertTrue(withEntries("catalogue", "list", "tlntsvr").out().contains("this site’s"));
        assertFalse(run("explain", "TlntSvr").out().contains("This site’s own entry"));
    }

    @Test
    void theyKeepAServiceFromBeingClosed() throws IOException {
        site.put("telnet.json", file("services", entry("TlntSvr", OURS)));
        String planned =
                withEntries("plan", "--recommended", "--json").expect(0).out();
        assertFalse(planned.contains("TlntSvr"), planned);
        assertTrue(run("plan", "--recommended", "--json").expect(0).out().contains("TlntSvr"));
    }

    @Test
    void thoseInTheStateFolderNeedNoOption() throws IOException {
        SiteFolder usual = new SiteFolder(state.resolve("entries"));
        usual.put("telnet.json", file("services", entry("TlntSvr", OURS)));
        assertEquals("keep", verdict(run("assess", "--json").expect(0), "TlntSvr"));
        // The named folder takes the place of the usual one.
        assertEquals("disable", verdict(withEntries("assess", "--json").expect(0), "TlntSvr"));
    }

    @Test
    void aSitesRoleAndProductAreThereToBeNamed() throws IOException {
        site.put("roles.json", file("roles", with("""
                {id: shop, group: site, name: Shop, description: 'A shop.',
                 requires: [{service: TlntSvr, because: 'It sells by Telnet.', source: article}]}
                """)));
        site.put("products.json", file("products", with("""
                {id: till, name: 'Acme Till', recognisedBy: ['acme till'],
                 requires: [{service: Spooler, because: 'It prints.', source: article}]}
                """)));
        Answer assessed = withEntries("assess", "--json", "--role", "shop", "--product", "acme till")
                .expect(0);
        assertEquals("required", verdict(assessed, "TlntSvr"));
        assertEquals("required", verdict(assessed, "Spooler"));
        // What every web server needs still is.
        assertEquals("required", verdict(assessed, "RpcSs"));
        assertEquals("required", verdict(assessed, "EventLog"));
        run("assess", "--role", "shop").expect(2);
    }

    @Test
    void whereOthersCanWriteNothingIsBelieved() throws IOException {
        site.put("below/telnet.json", file("services", entry("TlntSvr", OURS)));
        withEntries("assess").expect(0);
        for (String unsafe : List.of("", "below", "below/telnet.json")) {
            for (String permissions : List.of("rwxrwxr-x", "rwxr-xrwx")) {
                site.allow(unsafe, permissions);
                for (String command : List.of("assess", "catalogue", "explain")) {
                    Answer refused =
                            command.equals("explain") ? withEntries("explain", "TlntSvr") : withEntries(command);
                    refused.expect(2);
                    assertEquals("", refused.out(), command);
                    assertTrue(
                            refused.err().contains(site.path().resolve(unsafe) + " can be changed by somebody"),
                            refused.err());
                }
                site.allow(unsafe, "rwxr-xr-x");
            }
        }
        withEntries("assess").expect(0);
    }

    @Test
    void aLinkToSomewhereElseIsNotBelieved() throws IOException {
        site.put("telnet.json", file("services", entry("TlntSvr", OURS)));
        Path link = Files.createSymbolicLink(folder.resolve("link"), site.path());
        run("--entries", link.toString(), "assess").expect(2);
        SiteFolder other = new SiteFolder(folder.resolve("other"));
        Files.createSymbolicLink(
                other.path().resolve("linked.json"), site.path().resolve("telnet.json"));
        run("--entries", other.toString(), "assess").expect(2);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), "{}");
        for (Path absent : List.of(folder.resolve("none"), file)) {
            Answer answer = run("--entries", absent.toString(), "catalogue").expect(2);
            assertTrue(answer.err().contains("no folder " + absent), answer.err());
        }
    }

    /** Nobody can tell what is behind a link that leads to itself: that is not the same as nothing. */
    @Test
    void whatCannotBeLookedAtIsNotTakenForNothing() throws IOException {
        for (String name : List.of("entries", "catalogue.pack", "catalogue-last-applied.pack")) {
            Path endless = state.resolve(name);
            Files.createSymbolicLink(endless, endless);
            Answer answer = run("catalogue", "compare");
            assertTrue(answer.expect(2).err().contains(name), answer.err());
            Files.delete(endless);
        }
        Path entries = Files.writeString(state.resolve("entries"), "{}");
        Answer answer = run("catalogue").expect(2);
        assertTrue(answer.err().contains("no folder " + entries), answer.err());
    }

    @Test
    void foldersMayLieDeepInEachOther() throws IOException {
        site.put("a/b/c/d/e/f/telnet.json", file("services", entry("TlntSvr", OURS)));
        assertEquals("keep", verdict(withEntries("assess", "--json"), "TlntSvr"));
        site.put("a/b/c/d/e/f/g/broken.json", "{");
        assertTrue(withEntries("assess").expect(2).err().contains("broken.json"));
    }

    @Test
    void aBrokenEntryIsNamedWithFileAndPlace() throws IOException {
        site.put("good.json", file("services", entry("Acme", OURS)));
        Path broken = site.put("telnet.json", BROKEN);
        for (List<String> command : List.of(
                List.of("assess"),
                List.of("show", "TlntSvr"),
                List.of("explain", "445"),
                List.of("catalogue", "list"))) {
            Answer answer = withEntries(command.toArray(String[]::new)).expect(2);
            assertEquals("", answer.out(), command.toString());
            assertTrue(answer.err().startsWith(broken + ", services[0].risk.severity: "), answer.err());
        }
        Answer checked = withEntries("catalogue", "check").expect(2);
        assertTrue(checked.out().startsWith(broken + ", line "), checked.out());
        assertEquals(1, checked.out().lines().count());
    }

    @Test
    void aBrokenEntryKeepsNobodyFromUndoing() throws IOException {
        String id = run("apply", "--disable", "TlntSvr", "--yes", "--json")
                .expect(0)
                .json()
                .get("run")
                .getAsString();
        Path plan = folder.resolve("plan.json");
        run("plan", "--disable", "Spooler", "--out", plan.toString()).expect(0);
        new SiteFolder(state.resolve("entries")).put("telnet.json", BROKEN);
        run("assess").expect(2);
        assertEquals(
                id,
                run("history", "--json")
                        .expect(0)
                        .json()
                        .getAsJsonArray("runs")
                        .get(0)
                        .getAsJsonObject()
                        .get("run")
                        .getAsString());
        run("history", id).expect(0);
        run("services").expect(0);
        run("recover").expect(0);
        assertEquals(
                "undone",
                run("undo", id, "--yes", "--json")
                        .expect(0)
                        .json()
                        .get("outcome")
                        .getAsString());
        // A plan rests on what was known when it was made.
        assertEquals(
                "applied",
                run("apply", plan.toString(), "--yes", "--json")
                        .expect(0)
                        .json()
                        .get("outcome")
                        .getAsString());
    }

    private Answer withEntries(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("--entries", site.toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private Answer run(String... arguments) {
        return commands.run(arguments);
    }

    private static String verdict(Answer assessed, String name) {
        return service(assessed, name).get("verdict").getAsString();
    }

    private static JsonObject service(Answer assessed, String name) {
        for (JsonElement each : assessed.json().getAsJsonArray("services")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name);
    }
}
