package org.doorwarden.catalogue;

import static org.doorwarden.testing.WrittenCatalogue.entry;
import static org.doorwarden.testing.WrittenCatalogue.file;
import static org.doorwarden.testing.WrittenCatalogue.local;
import static org.doorwarden.testing.WrittenCatalogue.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Product;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site's own entries stand beside ours, win over them, are marked, and can take nothing else away. */
class LocalEntriesTest {

    private static final String KEEP = "advice: {verdict: keep, because: 'We use it.', sources: [book]}";

    private Catalogue ours;

    @BeforeEach
    void read() throws DocumentException {
        ours = new WrittenCatalogue()
                .base("RpcSs")
                .service("TlntSvr", "alsoNamed: ['Telnet*', Prompt]")
                .service("Spooler")
                .product("acme", "requires: [{service: Spooler, because: 'It prints.', source: book}]")
                .read();
    }

    @Test
    void aSitesEntryTakesThePlaceOfOursAndIsMarked() throws Exception {
        Catalogue both = beside(file("services", entry("TLNTSVR", KEEP)));
        ServiceKnowledge theirs = both.find(new ServiceName("TlntSvr")).orElseThrow();
        assertEquals(Verdict.KEEP, theirs.guidance().advice().verdict());
        assertTrue(theirs.local());
        assertEquals(2, both.services().size());
        ServiceKnowledge untouched = both.find(new ServiceName("Spooler")).orElseThrow();
        assertFalse(untouched.local());
        assertEquals(ours.find(new ServiceName("Spooler")).orElseThrow(), untouched);
        assertEquals(ours.edition(), both.edition());
    }

    @Test
    void withoutEntriesOursStaysAsItIs() throws Exception {
        assertSame(ours, CatalogueReader.read(ours, List.of(), "en"));
    }

    @Test
    void aNameThatASitesEntryMentionsIsTheSites() throws Exception {
        for (String name : List.of("Aaa", "Zzz")) {
            Catalogue both = beside(file("services", entry(name, "alsoNamed: ['telnet*', 'prompt', 'TlntSvr']")));
            assertEquals(name, found(both, "Telnet7"));
            assertEquals(name, found(both, "Prompt"));
            assertEquals("TlntSvr", found(both, "TlntSvr"), "an entry’s own name counts for more");
        }
    }

    @Test
    void twiceInTheSitesFilesIsRefused() {
        DocumentException twice = refused(
                local("a.json", file("services", entry("Acme"))), local("b.json", file("services", entry("ACME"))));
        assertEquals(List.of("b.json", "services[0].name"), List.of(twice.document(), twice.field()));
        assertEquals("catalogue.twice", twice.problem().key());
    }

    @Test
    void aSiteCitesOurSourcesAndItsOwn() throws Exception {
        String manual = "advice: {verdict: keep, because: 'It says so.', sources: [manual, book]}";
        Catalogue both = read(
                local("a.json", file("services", entry("Acme", manual))),
                local("z.json", file("sources", with("{id: manual, title: 'The manual', location: there}"))));
        assertEquals(
                List.of("The manual", "A book"),
                both.find(new ServiceName("Acme")).orElseThrow().guidance().advice().sources().stream()
                        .map(Source::title)
                        .toList());
        DocumentException unknown = refused(local("a.json", file("services", entry("Acme", manual))));
        assertEquals("services[0].advice.sources", unknown.field());
        assertEquals("catalogue.unknown.source", unknown.problem().key());
    }

    @Test
    void aSourceKeepsItsWords() throws Exception {
        Catalogue same = beside(file("sources", with("{id: book, title: 'A book', location: here}")));
        assertEquals(ours.sources(), same.sources());
        DocumentException other =
                refused(local("a.json", file("sources", with("{id: book, title: 'Another', location: here}"))));
        assertEquals(List.of("a.json", "sources[0].id"), List.of(other.document(), other.field()));
        assertEquals("catalogue.source.differs", other.problem().key());
    }

    @Test
    void aSiteAddsRolesAndTakesNothingAway() throws Exception {
        String shop = """
                {id: shop, group: site, name: Shop, description: 'A shop.', excludes: [static-site],
                 requires: [{service: ShopSvc, because: 'It sells.', source: book}]}
                """;
        Catalogue both = read(
                local("roles.json", file("roles", with(shop))),
                local(
                        "shop.json",
                        file(
                                "services",
                                entry(
                                        "ShopSvc",
                                        "byRole: {shop: {verdict: keep, because: 'Sales.', sources: [book]}}"))));
        assertEquals(List.of("static-site", "shop"), List.copyOf(both.roles().keySet()));
        assertEquals(
                "ShopSvc",
                both.role("shop").orElseThrow().requires().get(0).service().value());
        assertEquals(List.of("RpcSs"), needed(both));
        String more = file("roles")
                .replace(
                        "\"roles\"",
                        "\"base\": [{\"service\": \"Agent\", \"because\": \"Ours.\", "
                                + "\"source\": \"book\"}], \"roles\"");
        assertEquals(List.of("RpcSs", "Agent"), needed(beside(more)));
        DocumentException twice =
                refused(local("roles.json", file("roles", with(shop.replace("shop", "static-site")))));
        assertEquals(
                List.of("roles[0].id", "catalogue.twice"),
                List.of(twice.field(), twice.problem().key()));
    }

    @Test
    void aSiteAddsProductsHoweverItWritesThem() throws Exception {
        String shop = """
                {id: shop, name: 'Acme Shop', recognisedBy: ['Acme SHOP'], recognisedByPath: ['\\\\Acme\\\\Shop.EXE'],
                 requires: [{service: MSMQ, because: 'It sends.', source: book}]}
                """;
        Catalogue both = beside(file("products", with(shop)));
        assertEquals(2, both.products().size());
        KnownProduct product = both.product("SHOP").orElseThrow();
        assertTrue(product.matches(new Product("ACME Shop 3.1", "Acme", "3.1")));
        assertTrue(product.owns("c:\\program files\\acme\\shop.exe"));
        DocumentException twice = refused(local("p.json", file("products", with(shop.replace("shop", "acme")))));
        assertEquals(
                List.of("products[0].id", "catalogue.twice"),
                List.of(twice.field(), twice.problem().key()));
        // A blank part would find the product on every server.
        for (String field : List.of("recognisedBy", "recognisedByPath")) {
            for (String nothing : List.of("[' ']", "['']", "[]")) {
                DocumentException blank =
                        refused(local("p.json", file("products", with(shop, field + ": " + nothing))));
                assertEquals("products[0]." + field, blank.field());
            }
        }
    }

    private Catalogue beside(String text) throws DocumentException {
        return read(local("site.json", text));
    }

    private Catalogue read(CatalogueFile... files) throws DocumentException {
        return CatalogueReader.read(ours, List.of(files), "en");
    }

    private DocumentException refused(CatalogueFile... files) {
        return assertThrows(DocumentException.class, () -> read(files));
    }

    private static String found(Catalogue catalogue, String name) {
        return catalogue.find(new ServiceName(name)).orElseThrow().name().value();
    }

    private static List<String> needed(Catalogue catalogue) {
        return catalogue.base().stream().map(need -> need.service().value()).toList();
    }
}
