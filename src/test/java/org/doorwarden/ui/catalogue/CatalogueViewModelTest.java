package org.doorwarden.ui.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.PlaceWith;
import org.doorwarden.ui.SiteOfItsOwn;
import org.doorwarden.ui.Walk;
import org.doorwarden.ui.shell.StepModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wants to know something finds it, before a server is chosen and in the middle of a walk. */
class CatalogueViewModelTest {

    private static final ServiceName SERVER = new ServiceName("LanmanServer");
    private static final ServiceName TELNET = new ServiceName("TlntSvr");

    private final LabWorkplace workplace = new LabWorkplace();
    private final Walk walk = new Walk(workplace);
    private final EntryListModel list = walk.catalogue.list();

    @Test
    void everythingIsThereUnderTheHeadsOfItsKinds() {
        open();
        assertEquals(workplace.catalogue().services().size(), rows().size());
        List<EntryHead> heads = new ArrayList<>();
        int below = 0;
        for (CatalogueLine line : list.linesProperty().get()) {
            if (line instanceof EntryHead head) {
                assertEquals(heads.isEmpty() ? 0 : heads.get(heads.size() - 1).count(), below);
                heads.add(head);
                below = 0;
            } else {
                below++;
            }
        }
        assertEquals(
                List.of(
                        EntryKind.WINDOWS,
                        EntryKind.WINDOWS_FEATURE,
                        EntryKind.MICROSOFT_PRODUCT,
                        EntryKind.THIRD_PARTY),
                heads.stream().map(EntryHead::kind).toList());
        assertNull(walk.catalogue.detailProperty().get(), "nobody asked for one yet");
    }

    @ParameterizedTest
    @CsvSource({
        "what is on 445?, LanmanServer",
        "445, LanmanServer",
        "Telent, TlntSvr",
        "print spool, Spooler",
        "docker desktop, LanmanServer",
        "WannaCry, LanmanServer",
        "CVE-2021-34527, Spooler",
        "LANguard, MSMQ",
    })
    void aQuestionIsAnsweredByTheService(String question, String service) {
        open();
        list.searchProperty().set(question);
        assertTrue(names().contains(service), () -> names() + "");
        EntryRow first = rows().get(0);
        assertEquals(first, list.selectedProperty().get());
        assertEquals(first.name(), walk.catalogue.detailProperty().get().name());
    }

    @Test
    void aGuessIsSaidToBeOne() {
        open();
        list.searchProperty().set("telnet");
        String sure = list.foundProperty().get();
        list.searchProperty().set("Telent");
        assertEquals("TlntSvr", names().get(0));
        assertTrue(list.foundProperty().get().contains("“Telent”"), list.foundProperty()::get);
        assertFalse(sure.contains("“"), sure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzzz", "64999"})
    void whereThereIsNothingItIsSaidWhatToTry(String question) {
        open();
        list.select(TELNET);
        list.searchProperty().set(question);
        assertEquals(List.of(), rows());
        assertNull(list.selectedProperty().get());
        assertNull(walk.catalogue.detailProperty().get());
        assertFalse(list.nothingProperty().get().isBlank());
        list.clear();
        assertEquals(workplace.catalogue().services().size(), rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"port", "name", "program", "flaw", "worm"})
    void everyExampleFindsSomething(String example) {
        open();
        list.searchProperty().set(walk.messages.say("ui.catalogue.example." + example));
        assertFalse(rows().isEmpty());
    }

    @Test
    void kindsNarrowTheListDown() {
        open();
        EntryIndex index = list.indexProperty().get().orElseThrow();
        int all = 0;
        for (EntryKind kind : EntryKind.values()) {
            list.kindProperty(kind).set(true);
            assertEquals(index.count(kind), rows().size(), kind.id());
            list.kindProperty(kind).set(false);
            all += index.count(kind);
        }
        assertEquals(index.count(), all, "none is this site’s, and each of one of the others");
        list.kindProperty(EntryKind.WINDOWS).set(true);
        list.kindProperty(EntryKind.THIRD_PARTY).set(true);
        assertEquals(index.count(EntryKind.WINDOWS) + index.count(EntryKind.THIRD_PARTY), rows().size());
        list.searchProperty().set("telnet");
        assertFalse(names().contains("TlntSvr"), "it is a feature of Windows");
    }

    @Test
    void whatIsThisSitesIsMarkedAndCanBeListed() {
        Walk site = new Walk(SiteOfItsOwn.workplace());
        site.shell.openCatalogue(Optional.empty());
        site.catalogue.list().kindProperty(EntryKind.LOCAL).set(true);
        List<EntryRow> own = rows(site.catalogue);
        assertEquals(
                List.of(new ServiceName("Schedule")),
                own.stream().map(EntryRow::name).toList());
        assertTrue(own.get(0).local());
        assertTrue(site.catalogue.lineProperty().get().endsWith("Entries of this site: 1"));
        assertTrue(rows().stream().noneMatch(EntryRow::local));
    }

    @Test
    void everyEntryCanBeRead() {
        Catalogue catalogue = workplace.catalogue();
        EntryReader reader = new EntryReader(catalogue, walk.messages);
        for (ServiceKnowledge known : catalogue.services()) {
            EntryDetail read = reader.read(known.name()).orElseThrow();
            assertEquals(known.name(), read.name());
            assertEquals(
                    1
                            + known.guidance().later().size()
                            + known.guidance().byRole().size(),
                    read.advice().size());
            assertEquals(known.vulnerabilities().size(), read.risk().flaws().size());
            read.advice()
                    .forEach(advice -> assertTrue(
                            advice.because().source().length() > "Source: ".length(),
                            () -> known.name() + " without a source"));
        }
    }

    @Test
    void whatNeedsItAlwaysIsNamed() {
        open();
        list.select(SERVER);
        List<String> required = walk.catalogue.detailProperty().get().required().stream()
                .map(each -> each.text())
                .toList();
        assertTrue(required.stream().anyMatch(text -> text.startsWith("Docker Desktop:")), () -> required + "");
    }

    @Test
    void anEntryThatIsHiddenIsShownAgainWhenSomethingLeadsThere() {
        open();
        list.searchProperty().set("telnet");
        walk.catalogue.open(Optional.of(SERVER));
        assertEquals("", list.searchProperty().get());
        assertEquals(SERVER, list.selectedProperty().get().name());
        assertEquals(SERVER, walk.catalogue.detailProperty().get().name());
    }

    @Test
    void anEntryAskedForBeforeTheCatalogueIsReadComesWithIt() {
        HeldTasks tasks = new HeldTasks();
        Walk slow = new Walk(workplace, workplace, tasks);
        slow.shell.openCatalogue(Optional.of(SERVER));
        assertNull(slow.catalogue.detailProperty().get());
        tasks.doAll();
        assertEquals(SERVER, slow.catalogue.detailProperty().get().name());
    }

    @Test
    void onlyWhatIsAskedForLastIsShown() {
        HeldTasks tasks = new HeldTasks();
        Walk slow = new Walk(workplace, workplace, tasks);
        slow.shell.openCatalogue(Optional.empty());
        tasks.doAll();
        List<Object> shown = new ArrayList<>();
        slow.catalogue.detailProperty().addListener((property, before, now) -> shown.add(now.name()));
        for (String typed : List.of("t", "te", "tel", "telne", "telnet")) {
            slow.catalogue.list().searchProperty().set(typed);
        }
        tasks.doAll();
        assertEquals(List.of(TELNET), shown);
    }

    @Test
    void theListIsMovedThroughAndClearingKeepsWhatIsRead() {
        open();
        list.move(1);
        assertEquals(rows().get(0), list.selectedProperty().get());
        list.move(3);
        assertEquals(rows().get(3), list.selectedProperty().get());
        list.move(-1_000);
        assertEquals(rows().get(0), list.selectedProperty().get());
        list.searchProperty().set("telnet");
        list.searchProperty().set("");
        assertEquals(TELNET, list.selectedProperty().get().name());
    }

    @Test
    void theWayBackLeadsIntoTheWalkWithAllChoices() {
        walk.toServices();
        walk.disable("SMTPSVC");
        Map<ServiceName, Choice> chosen = Map.copyOf(walk.session.choices());
        StepModel services = walk.shown();
        open();
        list.select(TELNET);
        walk.shell.back().perform();
        assertSame(services, walk.shown());
        assertEquals(chosen, Map.copyOf(walk.session.choices()));
    }

    @Test
    void whatStandsOnTheServerOfTheWalkIsOneStepAway() {
        open();
        list.select(TELNET);
        assertFalse(walk.action("to-service").visibleProperty().get(), "no server has been judged");
        walk.toServices();
        walk.shell.openCatalogue(Optional.of(TELNET));
        assertTrue(walk.action("to-service").visibleProperty().get());
        list.select(new ServiceName("WinDefend"));
        assertFalse(walk.action("to-service").visibleProperty().get(), "Windows 2000 has none");
        list.select(TELNET);
        walk.perform("to-service");
        assertSame(walk.shell.step(org.doorwarden.ui.shell.StepId.SERVICES), walk.shown());
    }

    @Test
    void whatCannotBeReadIsSaidAndReadAgainWhenItIsPutRight() {
        boolean[] broken = {true};
        PlaceWith place = new PlaceWith(workplace) {
            @Override
            public Catalogue catalogue() throws DocumentException, java.io.IOException, WrongUse {
                if (broken[0]) {
                    throw new WrongUse(Message.of("catalogue.entries.absent", "there"));
                }
                return super.catalogue();
            }
        };
        Walk there = new Walk(workplace, place, new DirectTasks());
        there.shell.openCatalogue(Optional.empty());
        assertEquals(
                "catalogue.entries.absent",
                there.catalogue.failureProperty().get().orElseThrow().what().key());
        assertTrue(there.action("catalogue-again").visibleProperty().get());
        broken[0] = false;
        there.perform("catalogue-again");
        assertEquals(Optional.empty(), there.catalogue.failureProperty().get());
        assertFalse(there.action("catalogue-again").visibleProperty().get());
        assertEquals(
                workplace.catalogue().services().size(), rows(there.catalogue).size());
    }

    @Test
    void aFlawIsShownInTheBrowser() {
        open();
        list.select(TELNET);
        String link = walk.catalogue
                .detailProperty()
                .get()
                .risk()
                .worst()
                .get(0)
                .link()
                .orElseThrow();
        walk.catalogue.browse(link);
        assertEquals(List.of(link), workplace.browsed);
    }

    private void open() {
        walk.shell.openCatalogue(Optional.empty());
    }

    private List<String> names() {
        return rows().stream().map(row -> row.name().value()).toList();
    }

    private List<EntryRow> rows() {
        return rows(walk.catalogue);
    }

    private static List<EntryRow> rows(CatalogueViewModel model) {
        return model.list().linesProperty().get().stream()
                .filter(EntryRow.class::isInstance)
                .map(EntryRow.class::cast)
                .toList();
    }
}
