package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Inventory;
import org.doorwarden.testing.WrittenCatalogue;
import org.doorwarden.testing.WrittenServer;
import org.junit.jupiter.api.Test;

/** What another catalogue would say differently: of entries, and of this server. */
class CatalogueComparisonTest {

    private static final String KEEP = "advice: {verdict: keep, because: 'Used.', sources: [book]}";

    private final Inventory inventory = new WrittenServer()
            .runs("Same")
            .runs("Opened")
            .runs("Closed")
            .runs("Known")
            .runs("Reworded")
            .read();

    @Test
    void tellsWhatIsNewGoneAndDifferent() throws Exception {
        CatalogueComparison found = compare(
                new WrittenCatalogue()
                        .service("Same")
                        .service("Opened")
                        .service("Closed", KEEP)
                        .service("Gone")
                        .service("Away")
                        .service("Reworded"),
                new WrittenCatalogue()
                        .service("Same")
                        .service("OPENED", KEEP)
                        .service("Closed")
                        .service("Known")
                        .service("Another")
                        .service("Reworded", "purpose: 'In other words.'"));
        assertEquals(
                List.of("Another", "Known"),
                found.added().stream().map(Object::toString).toList());
        assertEquals(
                List.of("Away", "Gone"),
                found.removed().stream().map(Object::toString).toList());
        assertEquals(3, found.changed());
        assertEquals(
                List.of("Closed keep disable", "Known unknown disable", "Opened disable keep"),
                found.verdicts().stream()
                        .map(change -> change.after().service().name() + " "
                                + change.before().verdict().id() + " "
                                + change.after().verdict().id())
                        .sorted()
                        .toList());
    }

    @Test
    void theSameSaysTheSame() throws Exception {
        CatalogueComparison found = compare(
                new WrittenCatalogue().service("Same").service("Gone"),
                new WrittenCatalogue().on("2027-01-01").service("Same").service("Gone"));
        assertEquals(new CatalogueComparison(List.of(), List.of(), List.of(), 0), found);
    }

    private CatalogueComparison compare(WrittenCatalogue one, WrittenCatalogue other) throws DocumentException {
        Catalogue before = one.read();
        Catalogue after = other.read();
        return CatalogueComparison.of(before, after, assess(before), assess(after));
    }

    private Assessment assess(Catalogue catalogue) {
        return Assessor.assess(
                catalogue,
                inventory,
                DependencyGraph.of(inventory.services().values()),
                new Purpose(List.copyOf(catalogue.roles().values()), true, List.of()));
    }
}
