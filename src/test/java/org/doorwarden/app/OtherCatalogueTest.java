package org.doorwarden.app;

import static org.doorwarden.testing.WrittenCatalogue.entry;
import static org.doorwarden.testing.WrittenCatalogue.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorwarden.app.TypedCommands.Answer;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another catalogue is shown before it is used, used until somebody goes back, and never in the way of going back. */
class OtherCatalogueTest {

    private static final String KEEP = "advice: {verdict: keep, because: 'The other says so.', sources: [book]}";

    @TempDir
    Path folder;

    private Path state;
    private Path pack;
    private TypedCommands commands;

    @BeforeEach
    void open() {
        state = folder.resolve("state");
        pack = state.resolve("catalogue.pack");
        commands = new TypedCommands(state);
    }

    @Test
    void whatItWouldSayIsShownAndNothingIsChanged() throws IOException {
        Path other = other("2099-01-01");
        JsonObject document = run("catalogue", "compare", other.toString(), "--json")
                .expect(0)
                .json();
        assertEquals(
                "2099.01.01", document.getAsJsonObject("after").get("version").getAsString());
        assertEquals("disable keep", verdicts(document).get("TlntSvr"));
        assertEquals("disable unknown", verdicts(document).get("Spooler"));
        assertTrue(document.get("removed").toString().contains("\"Spooler\""));
        assertEquals("[\"AcmeCache\"]", document.get("added").toString());
        assertEquals(1, document.get("changed").getAsInt());
        String out =
                run("catalogue", "compare", other.toString()).expect(0).out().replaceAll("\\s+", " ");
        assertTrue(out.contains("(TlntSvr): disable before, keep after. The other says so."), out);
        assertFalse(Files.exists(state.resolve("catalogue.pack")));
        assertEquals("disable", verdict("TlntSvr"));
    }

    @Test
    void aNewerOneIsUsedFromThenOnAfterAsking() throws IOException {
        String other = other("2099-01-01").toString();
        Answer nobody = run("catalogue", "use", other).expect(3);
        assertTrue(nobody.out().contains("(TlntSvr): disable before, keep after"), nobody.out());
        commands.run(Optional.of("no"), "catalogue", "use", other).expect(3);
        assertFalse(Files.exists(pack));
        commands.run(Optional.of("yes"), "catalogue", "use", other).expect(0);
        assertEquals("2099.01.01", version());
        assertEquals("keep", verdict("TlntSvr"));
        run("explain", "AcmeCache").expect(0);
        assertTrue(run("explain", "Spooler").expect(0).out().contains("does not know this service"));
        run("catalogue", "check").expect(0);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pack)));
        Answer back = run("catalogue", "use", "--bundled", "--yes").expect(0);
        assertTrue(back.out().contains("(TlntSvr): keep before, disable after"), back.out());
        assertEquals(CatalogueReader.bundled().edition().version(), version());
        assertEquals("disable", verdict("TlntSvr"));
        run("explain", "AcmeCache").expect(2);
        // There is nothing to go back from, and that is no mistake.
        run("catalogue", "use", "--bundled", "--yes").expect(0);
    }

    @Test
    void anOlderOrEqualOneIsRefusedBeforeAnybodyIsAsked() throws IOException {
        String today = CatalogueReader.bundled().edition().date().toString();
        for (String date : new String[] {"2001-01-31", today}) {
            Answer refused =
                    run("catalogue", "use", other(date).toString(), "--yes").expect(2);
            assertTrue(refused.err().contains("not newer"), refused.err());
            assertEquals("", refused.out());
        }
        assertFalse(Files.exists(state));
        run("catalogue", "compare", other("2001-01-31").toString()).expect(0);
    }

    @Test
    void wrongUseIsNamed() throws IOException {
        Path other = other("2099-01-01");
        run("catalogue", "use").expect(2);
        run("catalogue", "use", other.toString(), "--bundled", "--yes").expect(2);
        run("catalogue", "compare").expect(2);
        for (String command : new String[] {"use", "compare"}) {
            Answer none =
                    run("catalogue", command, folder.resolve("none").toString()).expect(2);
            assertTrue(none.err().startsWith(folder.resolve("none") + ": "), none.err());
            Path empty = Files.createDirectories(folder.resolve("empty"));
            assertTrue(
                    run("catalogue", command, empty.toString()).expect(2).err().contains("catalogue.json"));
        }
        Files.writeString(other.resolve("broken.json"), file("services", entry("Broken", "ports: 7")));
        Answer broken = run("catalogue", "use", other.toString(), "--yes").expect(2);
        assertTrue(broken.err().startsWith(other.resolve("broken.json") + ", services[0].ports: "), broken.err());
        assertEquals("", broken.out());
        assertFalse(Files.exists(state));
    }

    @Test
    void aSitesOwnEntriesStayWhicheverIsUsed() throws IOException {
        SiteFolder site = new SiteFolder(state.resolve("entries"));
        String restrict = "advice: {verdict: restrict, because: 'Ours.', sources: [SOURCE]}";
        site.put(
                "telnet.json",
                file("services", entry("TlntSvr", restrict.replace("SOURCE", "book")))
                        .replace(
                                "\"services\": [",
                                "\"sources\": [{\"id\": \"book\", \"title\": \"A book\", \"location\": \"here\"}],"
                                        + "\"services\": ["));
        String other = other("2099-01-01").toString();
        JsonObject compared =
                run("catalogue", "compare", other, "--json").expect(0).json();
        assertFalse(verdicts(compared).containsKey("TlntSvr"), compared.toString());
        assertEquals(0, compared.get("changed").getAsInt());
        run("catalogue", "use", other, "--yes").expect(0);
        assertEquals("restrict", verdict("TlntSvr"));
        assertTrue(run("explain", "TlntSvr").expect(0).out().contains("This site’s own entry"));
        // The pack holds the other catalogue alone.
        Files.delete(site.path().resolve("telnet.json"));
        assertEquals("keep", verdict("TlntSvr"));
        assertFalse(run("explain", "TlntSvr").expect(0).out().contains("This site’s own entry"));
    }

    @Test
    void entriesThatCiteTheCatalogueInUseAreCheckedBesideIt() throws IOException {
        run("catalogue", "use", other("2099-01-01").toString(), "--yes").expect(0);
        Path entries = Files.writeString(folder.resolve("mine.json"), file("services", entry("Mine", KEEP)));
        run("catalogue", "check", entries.toString()).expect(0);
        run("catalogue", "use", "--bundled", "--yes").expect(0);
        assertTrue(run("catalogue", "check", entries.toString()).expect(2).out().contains("no source has the id"));
    }

    @Test
    void aDamagedPackIsNamedAndTheWayBackIsOpen() throws IOException {
        for (byte[] damaged : new byte[][] {{}, {1, 2, 3}, null}) {
            run("catalogue", "use", other("2099-01-01").toString(), "--yes").expect(0);
            byte[] whole = Files.readAllBytes(pack);
            whole[whole.length / 2]++;
            Files.write(pack, damaged == null ? whole : damaged);
            for (String command : new String[] {"assess", "catalogue"}) {
                Answer answer = run(command).expect(2);
                assertEquals("", answer.out());
                assertTrue(answer.err().startsWith(pack + ": "), answer.err());
                assertTrue(answer.err().contains("catalogue use --bundled"), answer.err());
            }
            run("history").expect(0);
            run("recover").expect(0);
            run("services").expect(0);
            Answer back = run("catalogue", "use", "--bundled", "--yes").expect(0);
            assertTrue(back.err().contains(pack.toString()), back.err());
            assertFalse(Files.exists(pack));
            run("assess").expect(0);
        }
    }

    @Test
    void aBrokenEntryDoesNotCloseTheWayBackEither() throws IOException {
        run("catalogue", "use", other("2099-01-01").toString(), "--yes").expect(0);
        new SiteFolder(state.resolve("entries")).put("broken.json", "{");
        run("catalogue").expect(2);
        run("catalogue", "use", "--bundled", "--yes").expect(0);
        assertFalse(Files.exists(pack));
    }

    @Test
    void aPackThatOthersCouldHaveWrittenIsNotBelieved() throws IOException {
        run("catalogue", "use", other("2099-01-01").toString(), "--yes").expect(0);
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(run("assess").expect(2).err().contains(state + " can be changed by somebody"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
        run("assess").expect(0);
    }

    private String version() {
        return run("catalogue", "--json").expect(0).json().get("version").getAsString();
    }

    private String verdict(String name) {
        for (JsonElement each : run("assess", "--json").expect(0).json().getAsJsonArray("services")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject().get("verdict").getAsString();
            }
        }
        throw new AssertionError("no " + name);
    }

    private static Map<String, String> verdicts(JsonObject compared) {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonElement each : compared.getAsJsonArray("verdicts")) {
            JsonObject change = each.getAsJsonObject();
            verdicts.put(
                    change.get("name").getAsString(),
                    change.get("before").getAsString() + " "
                            + change.get("after").getAsString());
        }
        return verdicts;
    }

    /** A catalogue of that day that keeps Telnet, knows one service of its own, and nothing else. */
    private Path other(String date) throws IOException {
        return new WrittenCatalogue()
                .on(date)
                .service("TlntSvr", KEEP)
                .service("AcmeCache")
                .writeTo(folder.resolve("catalogue of " + date));
    }

    private Answer run(String... arguments) {
        return commands.run(arguments);
    }
}
