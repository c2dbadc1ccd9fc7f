package org.doorwarden.catalogue;

import static org.doorwarden.testing.WrittenCatalogue.entry;
import static org.doorwarden.testing.WrittenCatalogue.file;
import static org.doorwarden.testing.WrittenCatalogue.local;
import static org.doorwarden.testing.WrittenCatalogue.ours;
import static org.doorwarden.testing.WrittenCatalogue.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.doorwarden.document.DocumentException;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.Test;

/** Who mends a file wants to hear of every entry that is wrong, not only of the first. */
class CatalogueProblemsTest {

    private static final JsonObject RIGHT = entry("Right");
    private static final JsonObject TWO_MISTAKES =
            entry("Two", "purpose: ' ', risk: {severity: huge, reach: network, attacker: A}");

    @Test
    void ourFilesAreRight() {
        assertEquals(List.of(), places(CatalogueReader.problems(CatalogueFile.bundled())));
        assertEquals(List.of(), places(CatalogueReader.problems(new WrittenCatalogue().files())));
    }

    @Test
    void oneMistakeForEachEntry() {
        List<CatalogueFile> files = new ArrayList<>(new WrittenCatalogue().files());
        files.add(ours(
                "a.json",
                file(
                        "services",
                        RIGHT,
                        TWO_MISTAKES,
                        entry("Three", "ports: [{protocol: tcp, port: 0}]"),
                        entry("RIGHT"))));
        files.add(ours("b.json", file("services", entry("Four", "extra: 1"))));
        files.add(ours("c.json", "{"));
        files.add(
                ours(
                        "d.json",
                        file(
                                "products",
                                with("{id: p, name: P, recognisedBy: [], requires: []}"),
                                with(
                                        "{id: q, name: Q, recognisedBy: [q], requires: [{service: S, because: B, source: blog}]}"))));
        files.add(ours("e.json", file("sources", with("{id: s}"), with("{id: t, title: T}"))));
        files.add(ours("f.json", file("sources", with("{id: book, title: Other, location: there}"))));
        List<DocumentException> problems = CatalogueReader.problems(files);
        assertEquals(
                List.of(
                        "a.json services[1].purpose document.field.empty",
                        "a.json services[2].ports[0].port document.field.not.number",
                        "a.json services[3].name catalogue.twice",
                        "b.json services[0].extra document.field.unknown",
                        "c.json  document.truncated",
                        "d.json products[0].recognisedBy document.field.empty",
                        "d.json products[1].requires[0].source catalogue.unknown.source",
                        "e.json sources[0].title document.field.missing",
                        "e.json sources[1].location document.field.missing",
                        "f.json sources[0].id catalogue.source.differs"),
                places(problems).stream().sorted().toList());
        DocumentException first = assertThrows(DocumentException.class, () -> CatalogueReader.read(files, "en"));
        assertEquals(places(problems).get(0), place(first));
    }

    @Test
    void whatAWholeCatalogueLacksOrHasTwice() {
        List<CatalogueFile> small = new WrittenCatalogue().files();
        for (String lacking : List.of("catalogue.json", "roles.json")) {
            List<CatalogueFile> rest =
                    small.stream().filter(each -> !each.name().equals(lacking)).toList();
            assertEquals(List.of(lacking + "  document.absent"), places(CatalogueReader.problems(rest)));
            List<CatalogueFile> twice = new ArrayList<>(small);
            small.stream()
                    .filter(each -> each.name().equals(lacking))
                    .forEach(each -> twice.add(new CatalogueFile("again.json", each.bytes(), false)));
            List<String> found = places(CatalogueReader.problems(twice));
            assertEquals("again.json  catalogue.twice", found.get(0));
        }
    }

    @Test
    void whatIsNoPartOfACatalogueIsNamed() {
        List<CatalogueFile> files = new ArrayList<>(new WrittenCatalogue().files());
        files.add(ours("notes.json", "[]"));
        files.add(ours("plan.json", "{\"document\": \"doorwarden-plan\", \"formatVersion\": 1}"));
        files.add(ours("other.json", "{\"document\": \"left-pad\", \"formatVersion\": 1}"));
        files.add(ours("bare.json", "{\"services\": []}"));
        files.add(ours("newer.json", file("services").replace(": 1", ": 2")));
        files.add(ours("more.json", file("services").replace("\"services\"", "\"sevices\": [], \"services\"")));
        files.add(new CatalogueFile("huge.json", new byte[(1 << 20) + 1], false));
        assertEquals(
                List.of(
                        "bare.json document document.field.missing",
                        "huge.json  document.too.large",
                        "more.json sevices document.field.unknown",
                        "newer.json formatVersion document.version",
                        "notes.json  document.not.object",
                        "other.json document document.field.not.one.of",
                        "plan.json document document.field.not.one.of"),
                places(CatalogueReader.problems(files)).stream().sorted().toList());
    }

    @Test
    void aSitesEntriesAreCheckedBesideOurs() throws Exception {
        Catalogue catalogue = new WrittenCatalogue().service("TlntSvr").read();
        assertEquals(
                List.of(),
                places(CatalogueReader.problems(
                        catalogue, List.of(local("a.json", file("services", entry("TlntSvr"), RIGHT))))));
        assertEquals(
                List.of(
                        "a.json services[0].purpose document.field.empty",
                        "a.json services[2].name catalogue.twice",
                        "b.json services[0].advice.sources catalogue.unknown.source"),
                places(CatalogueReader.problems(
                        catalogue,
                        List.of(
                                local("a.json", file("services", TWO_MISTAKES, RIGHT, RIGHT)),
                                local(
                                        "b.json",
                                        file(
                                                "services",
                                                entry(
                                                        "Five",
                                                        "advice: {verdict: keep, because: B, sources: [blog]}")))))));
    }

    private static List<String> places(List<DocumentException> problems) {
        return problems.stream().map(CatalogueProblemsTest::place).toList();
    }

    private static String place(DocumentException problem) {
        return problem.document() + " " + problem.field() + " "
                + problem.problem().key();
    }
}
