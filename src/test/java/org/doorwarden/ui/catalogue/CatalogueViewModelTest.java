package org.doorwarden.ui.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.doorwarden.model.ServiceName;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.SiteOfItsOwn;
import org.doorwarden.ui.Walk;
import org.doorwarden.ui.shell.Action;
import org.junit.jupiter.api.Test;

/** What the catalogue page lists, finds and says. */
class CatalogueViewModelTest {

    private Walk walk = new Walk(new LabWorkplace());

    private CatalogueViewModel open(String entry) {
        walk.shell.openCatalogue(entry.isEmpty() ? Optional.empty() : Optional.of(new ServiceName(entry)));
        return walk.catalogue;
    }

    private List<String> found(String words) throws Exception {
        CatalogueViewModel catalogue = open("");
        catalogue.list().searchProperty().set(words);
        return catalogue.list().linesProperty().get().stream()
                .filter(EntryRow.class::isInstance)
                .map(line -> ((EntryRow) line).name().value())
                .toList();
    }

    @Test
    void listsEverythingBeforeAnyServerIsRead() throws Exception {
        assertEquals(walk.workplace.catalogue().services().size(), found("").size());
        assertNull(walk.catalogue.detailProperty().get());
    }

    @Test
    void findsByPortFlawAndSlip() throws Exception {
        assertEquals(List.of("LanmanServer"), found("what is on 445?"));
        assertEquals("Spooler", found("CVE-2021-34527").get(0));
        assertTrue(found("Spoler").contains("Spooler"));
        assertEquals(List.of(), found("qqqqqqqq"));
        assertFalse(walk.catalogue.list().nothingProperty().get().isEmpty());
    }

    @Test
    void whoLooksForSomethingGetsTheBestOfIt() throws Exception {
        found("445");
        EntryDetail detail = walk.catalogue.detailProperty().get();
        assertEquals(new ServiceName("LanmanServer"), detail.name());
        assertTrue(detail.advice().size() >= 3, detail.advice().toString());
        assertFalse(detail.risk().flaws().isEmpty());
    }

    @Test
    void aKindNarrowsTheListDown() throws Exception {
        int all = found("").size();
        walk.catalogue.list().kindProperty(EntryKind.THIRD_PARTY).set(true);
        int third = found("").size();
        assertTrue(third > 50 && third < all, third + " of " + all);
    }

    @Test
    void anEntryOfThisSiteIsMarked() throws Exception {
        walk = new Walk(SiteOfItsOwn.workplace());
        open("");
        walk.catalogue.list().kindProperty(EntryKind.LOCAL).set(true);
        assertFalse(found("").isEmpty());
        for (CatalogueLine line : walk.catalogue.list().linesProperty().get()) {
            if (line instanceof EntryRow row) {
                assertTrue(row.local(), row.title());
            }
        }
    }

    @Test
    void leadsToTheServiceOnTheServerAndLosesNoChoice() {
        walk.toServices();
        walk.disable("Messenger");
        CatalogueViewModel catalogue = open("Spooler");
        Action there = catalogue.secondary().stream()
                .filter(action -> action.id().equals("to-service"))
                .findFirst()
                .orElseThrow();
        assertTrue(there.visibleProperty().get());
        there.perform();
        assertEquals(
                List.of(new ServiceName("Messenger")),
                List.copyOf(walk.session.choices().keySet()));
    }
}
