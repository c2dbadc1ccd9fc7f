package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CataloguePack;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.document.DocumentException;
import org.doorwarden.journal.DiskStorage;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Policy;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.testing.WrittenCatalogue;
import org.doorwarden.text.Messages;
import org.doorwarden.text.WrongUse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard's parts on a real disk: drafts are kept for each server, and links are nothing but links. */
class WizardWorkplaceTest {

    private static final String HERE = "lab:iis5-2001";
    private static final String ELSEWHERE = "../../etc: a server's own idea of its name";
    private static final Policy DRAFT = new Policy(
            List.of("static-site"),
            List.of("languard-selm"),
            false,
            List.of(
                    Choice.restrict(
                            new ServiceName("TermService"),
                            Limits.NONE
                                    .with(Limit.NLA, List.of("on"))
                                    .with(Limit.MEMBERS, List.of("CORP\\alice"))
                                    .with(Limit.FROM, List.of())),
                    new Choice(
                            new ServiceName("TlntSvr"),
                            Choice.Action.DISABLE,
                            Choice.Origin.ADMINISTRATOR,
                            "nobody uses it"),
                    Choice.of(new ServiceName("Schedule"), Choice.Action.KEEP)));

    @TempDir
    Path folder;

    private Path state;
    private WizardWorkplace workplace;

    @BeforeEach
    void openAWorkplace() {
        state = folder.resolve("state");
        workplace = open();
    }

    @Test
    void theServerOfTheArticleIsTheFirstOfTheTrainingServers() {
        assertEquals(
                List.of("iis5-2001", "iis6-2003", "iis10-2022", "messy"),
                workplace.trainingServers().stream().map(LabDefinition::name).toList());
    }

    @Test
    void aDraftIsThereAfterTheProgramEnded() throws Exception {
        workplace.keepDraft(HERE, DRAFT);
        assertEquals(Optional.of(DRAFT), open().draft(HERE));
    }

    @Test
    void theLatestDraftCounts() throws Exception {
        Policy later = new Policy(List.of(), List.of(), false, List.of());
        workplace.keepDraft(HERE, DRAFT);
        workplace.keepDraft(HERE, later);
        assertEquals(Optional.of(later), workplace.draft(HERE));
    }

    @Test
    void everyServerHasADraftOfItsOwn() throws Exception {
        workplace.keepDraft(ELSEWHERE, DRAFT);
        assertEquals(Optional.empty(), workplace.draft(HERE));
        assertEquals(Optional.of(DRAFT), workplace.draft(ELSEWHERE));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(state.resolve("drafts")),
                    files.filter(Files::isRegularFile).map(Path::getParent).toList());
        }
    }

    @Test
    void aDroppedDraftIsGone() throws Exception {
        workplace.keepDraft(HERE, DRAFT);
        workplace.dropDraft(HERE);
        assertEquals(Optional.empty(), workplace.draft(HERE));
        workplace.dropDraft(HERE);
    }

    @Test
    void aDamagedDraftIsNamed() throws Exception {
        workplace.keepDraft(HERE, DRAFT);
        try (Stream<Path> files = Files.list(state.resolve("drafts"))) {
            Files.write(files.findFirst().orElseThrow(), "{\"docu".getBytes(StandardCharsets.UTF_8));
        }
        assertThrows(DocumentException.class, () -> workplace.draft(HERE));
    }

    @Test
    void lookingForADraftWritesNothing() throws Exception {
        assertEquals(Optional.empty(), workplace.draft(HERE));
        workplace.dropDraft(HERE);
        assertTrue(Files.notExists(state));
    }

    @Test
    void aMistakeInTheSitesOwnEntriesIsNamedWithItsLineAndReadAgainWhenItIsPutRight() throws Exception {
        Path entries = Files.createDirectories(state.resolve("entries"));
        Path file = entries.resolve("acme.json");
        String right = """
                {
                  "document": "doorwarden-catalogue-services",
                  "formatVersion": 1,
                  "sources": [{"id": "here", "title": "Here", "location": "here"}],
                  "services": [{
                    "name": "AcmeCache",
                    "displayName": "Acme Web Cache",
                    "origin": "third-party",
                    "publisher": "Acme",
                    "purpose": "Keeps copies of pages.",
                    "risk": {"severity": "low", "reach": "local", "attacker": "Nothing."},
                    "without": "Pages are slow.",
                    "usedBy": "Sites with many visitors.",
                    "inUse": "Its counter is above zero.",
                    "advice": {"verdict": "keep", "because": "The sites use it.", "sources": ["here"]}
                  }]
                }
                """;
        Files.writeString(file, right.replace("\"low\"", "\"lowest\""));
        WrongUse wrong = assertThrows(WrongUse.class, workplace::catalogue);
        String said = new Messages(Locale.ENGLISH).say(wrong.explanation());
        assertTrue(said.contains(file + ", line 11"), said);
        assertTrue(said.contains("severity"), said);

        Files.writeString(file, right);
        assertTrue(workplace
                .catalogue()
                .find(new ServiceName("AcmeCache"))
                .orElseThrow()
                .local());
    }

    @Test
    void theTrainingServerIsOpenedInTheStateFolder() throws Exception {
        try (ServerBackend backend = workplace.open(new ServerAddress.Lab("iis5-2001"))) {
            assertEquals(64, backend.read().servicesOnly().count());
        }
        assertEquals(List.of(), workplace.history().runs());
    }

    @Test
    void onlyPagesOfTheWebAreShownInTheBrowser() {
        for (String link : List.of("file:///etc/passwd", "http://example.org", "calc.exe", "--help", "")) {
            assertThrows(IOException.class, () -> workplace.browse(link), link);
        }
    }

    @Test
    void theCatalogueOfARunIsKeptWithoutTheSitesEntries() throws Exception {
        SiteFolder site = new SiteFolder(state.resolve("entries"));
        String keep = "advice: {verdict: keep, because: 'Ours.', sources: [article]}";
        site.put("telnet.json", WrittenCatalogue.file("services", WrittenCatalogue.entry("TlntSvr", keep)));
        workplace.keepApplied();
        assertEquals(Optional.empty(), workplace.lastApplied());
        Catalogue kept = CataloguePack.read(state.resolve("catalogue-last-applied.pack"));
        assertEquals(CatalogueReader.bundled().services(), kept.services());
        // An older one comes with the entries, which are no news.
        Catalogue older = new WrittenCatalogue().on("2001-01-31").read();
        Files.write(state.resolve("catalogue-last-applied.pack"), CataloguePack.write(older));
        assertThrows(DocumentException.class, () -> workplace.lastApplied(), "it cites a source of ours");
        site.put(
                "telnet.json",
                WrittenCatalogue.file("services", WrittenCatalogue.entry("TlntSvr", keep.replace("article", "book"))));
        ServiceKnowledge telnet = workplace
                .lastApplied()
                .orElseThrow()
                .find(new ServiceName("TlntSvr"))
                .orElseThrow();
        assertTrue(telnet.local());
    }

    private WizardWorkplace open() {
        Wiring wiring = new Wiring(ConsoleTerminal.open(), new Interruption(), new DiskStorage(), false, state);
        SettingsFile settings = new SettingsFile(folder.resolve("settings.properties"));
        return new WizardWorkplace(wiring, false, settings, state, folder);
    }
}
