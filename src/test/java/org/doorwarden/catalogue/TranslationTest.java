package org.doorwarden.catalogue;

import static org.doorwarden.testing.WrittenCatalogue.file;
import static org.doorwarden.testing.WrittenCatalogue.local;
import static org.doorwarden.testing.WrittenCatalogue.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.ServiceName;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A translation gives texts, in its language only; it can advise nothing else, and its mistakes are named. */
class TranslationTest {

    private static final String EVERYTHING = """
            name: full, displayName: D, purpose: P, attacker: A, without: W, usedBy: U, inUse: I, caution: C,
            because: B, later: {'10.0': L}, byRole: {static-site: R}, alternatives: [X, Y], removal: M
            """;

    private Catalogue ours;

    @BeforeEach
    void read() throws DocumentException {
        ours = new WrittenCatalogue()
                .service(
                        "Full",
                        "caution: {text: 'Careful.', sources: [book]}, alternatives: [One], removal: 'Take it away.'",
                        "laterAdvice: [{from: '10.0', verdict: keep, because: 'New.', sources: [book]}]",
                        "byRole: {static-site: {verdict: uninstall, because: 'There.', sources: [book]}}")
                .service("Plain")
                .read();
    }

    @Test
    void givesTheTextsInItsLanguageOnly() throws Exception {
        ServiceKnowledge german = full(beside("de", "de", EVERYTHING));
        assertEquals(
                List.of("D", "P", "A", "W", "U", "I", "C", "B", "L", "R", "[X, Y]", "M"),
                List.of(
                        german.displayName(),
                        german.purpose(),
                        german.risk().attacker(),
                        german.use().without(),
                        german.use().usedBy(),
                        german.use().inUse(),
                        german.use().caution().orElseThrow().text(),
                        german.guidance().advice().because(),
                        german.guidance().later().firstEntry().getValue().because(),
                        german.guidance().byRole().get("static-site").because(),
                        german.alternatives().toString(),
                        german.removal().orElseThrow()));
        assertEquals(full(ours), full(beside("de", "en", EVERYTHING)));
        assertEquals(full(ours), full(beside("de", "fr", EVERYTHING)));
    }

    @Test
    void changesNothingButTexts() throws Exception {
        ServiceKnowledge english = full(ours);
        ServiceKnowledge german = full(beside("de", "de", EVERYTHING));
        assertEquals(advices(english), advices(german));
        assertEquals(english.name(), german.name());
        assertEquals(english.risk().severity(), german.risk().severity());
        assertEquals(english.local(), german.local());
        assertEquals(
                english.use().caution().orElseThrow().sources(),
                german.use().caution().orElseThrow().sources());
        // What is not translated stays in English.
        ServiceKnowledge little = full(beside("de", "de", "name: Full, purpose: 'Zweck.'"));
        assertEquals("Zweck.", little.purpose());
        assertEquals(english.guidance(), little.guidance());
        assertEquals(english.use(), little.use());
        assertEquals(english.alternatives(), little.alternatives());
        assertEquals(
                ours.services().get(1),
                beside("de", "de", EVERYTHING).services().get(1));
    }

    @Test
    void translatesASitesOwnEntriesToo() throws Exception {
        Catalogue both = CatalogueReader.read(
                ours,
                List.of(
                        local("a.json", translation("de", "name: Acme, purpose: 'Zweck.'")),
                        local("b.json", file("services", WrittenCatalogue.entry("Acme")))),
                "de");
        ServiceKnowledge acme = both.find(new ServiceName("Acme")).orElseThrow();
        assertEquals("Zweck.", acme.purpose());
        assertTrue(acme.local());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: Nobody                                    | services[0].name            | catalogue.translation.nothing",
                "purpose: P                                      | services[0].name            | document.field.missing",
                "name: Full, verdict: keep                       | services[0].verdict         | document.field.unknown",
                "name: Full, advice: {verdict: keep}             | services[0].advice          | document.field.unknown",
                "name: Full, risk: {severity: low}               | services[0].risk            | document.field.unknown",
                "name: Full, purpose: ''                         | services[0].purpose         | document.field.empty",
                "name: Full, displayName: ' '                    | services[0].displayName     | document.field.empty",
                "name: Full, because: ''                         | services[0].because         | document.field.empty",
                "name: Full, caution: ''                         | services[0].caution         | document.field.empty",
                "name: Full, removal: ''                         | services[0].removal         | document.field.empty",
                "name: Full, alternatives: ['']                  | services[0].alternatives    | document.field.empty",
                "name: Full, purpose: 7                          | services[0].purpose         | document.field.not.text",
                "name: Full, later: {'6.0': L}                   | services[0].later.6.0       | catalogue.translation.nothing",
                "name: Full, later: {Vista: L}                   | services[0].later.Vista     | catalogue.translation.nothing",
                "name: Full, later: {'10.0': ''}                 | services[0].later.10.0      | document.field.empty",
                "name: Full, byRole: {casino: R}                 | services[0].byRole.casino   | catalogue.translation.nothing",
                "name: Plain, caution: C                         | services[0].caution         | document.field.unknown",
                "name: Plain, removal: M                         | services[0].removal         | document.field.unknown",
            })
    void namesItsMistakesInAnyLanguage(String item, String field, String problem) {
        for (String spoken : List.of("de", "en")) {
            DocumentException wrong = assertThrows(DocumentException.class, () -> beside("de", spoken, item));
            assertEquals(
                    List.of("de.json", field, problem),
                    List.of(wrong.document(), wrong.field(), wrong.problem().key()));
        }
    }

    @Test
    void saysWhichLanguageItIs() {
        for (String language : List.of("", "\"language\": \" \",")) {
            String text = translation("de", EVERYTHING).replace("\"language\": \"de\",", language);
            DocumentException wrong = assertThrows(
                    DocumentException.class, () -> CatalogueReader.read(ours, List.of(local("de.json", text)), "de"));
            assertEquals("language", wrong.field());
        }
    }

    private static ServiceKnowledge full(Catalogue catalogue) {
        return catalogue.find(new ServiceName("Full")).orElseThrow();
    }

    /** Everything that is advised, without its words. */
    private static List<Object> advices(ServiceKnowledge known) {
        Guidance guidance = known.guidance();
        List<Advice> all = new ArrayList<>();
        all.add(guidance.advice());
        all.addAll(guidance.later().values());
        all.addAll(guidance.byRole().values());
        return List.of(
                all.stream().map(Advice::verdict).toList(),
                all.stream().map(Advice::sources).toList(),
                guidance.later().keySet(),
                guidance.byRole().keySet(),
                guidance.positions(),
                guidance.on(Optional.empty()).verdict());
    }

    private Catalogue beside(String language, String spoken, String item) throws DocumentException {
        return CatalogueReader.read(ours, List.of(local("de.json", translation(language, item))), spoken);
    }

    private static String translation(String language, String item) {
        return file("translation", with("{" + item + "}"))
                .replace("\"translation\":", "\"language\": \"" + language + "\",\n\"services\":");
    }
}
