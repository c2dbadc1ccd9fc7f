package org.doorwarden.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorwarden.document.DocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in a catalogue file is found when it is read, and named with file and field. */
class CatalogueReaderTest {

    private static final String SERVICE = """
            {"document": "doorwarden-catalogue-services", "formatVersion": 1, "services": [{
              "name": "TlntSvr", "displayName": "Telnet", "origin": "windows", "purpose": "A prompt.",
              "risk": {"severity": "high", "reach": "network", "attacker": "The prompt."},
              "without": "No prompt.", "usedBy": "Nobody.", "inUse": "Look.",
              "advice": {"verdict": "disable", "because": "Not needed.", "sources": ["book"]},
              "laterAdvice": [{"from": "6.0", "verdict": "keep", "because": "Needed.", "sources": ["book"]}],
              "byRole": {"static-site": {"verdict": "restrict", "because": "Careful.", "sources": ["book"]}},
              "vulnerabilities": [{"cve": "CVE-2001-0345", "bulletin": "MS01-031", "year": 2001,
                "kind": "denial-of-service", "sources": ["somewhere"]}]}]}
            """;

    @Test
    void readsWhatIsRight() throws Exception {
        Catalogue catalogue = read(files(SERVICE));
        assertEquals(1, catalogue.services().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"purpose\": \"A prompt.\",        |                                    | services[0].purpose",
                "\"purpose\": \"A prompt.\"         | \"purpose\": \" \"                 | services[0].purpose",
                "\"purpose\"                        | \"porpose\"                        | services[0].purpose",
                "\"without\"                        | \"extra\": 1, \"without\"          | services[0].extra",
                "\"severity\": \"high\"             | \"severity\": \"huge\"             | services[0].risk.severity",
                "\"verdict\": \"disable\"           | \"verdict\": \"required\"          | services[0].advice.verdict",
                "\"Not needed.\", \"sources\": [\"book\"] | \"Not needed.\", \"sources\": [] | services[0].advice.sources",
                "\"Not needed.\", \"sources\": [\"book\"] | \"Not needed.\", \"sources\": [\"blog\"] | services[0].advice.sources",
                "\"static-site\": {                 | \"casino\": {                      | services[0].byRole.casino",
                "\"from\": \"6.0\"                  | \"from\": \"Vista\"                | services[0].laterAdvice[0].from",
                "CVE-2001-0345                      | CVE-01-345                         | services[0].vulnerabilities[0].cve",
                "[\"somewhere\"]                    | []                                 | services[0].vulnerabilities[0].sources",
                "\"year\": 2001                     | \"year\": 20010                    | services[0].vulnerabilities[0].year",
            })
    void namesFileAndFieldOfWhatIsWrong(String right, String wrong, String field) {
        String changed = SERVICE.replace(right, wrong == null ? "" : wrong);
        DocumentException complaint = assertThrows(DocumentException.class, () -> read(files(changed)), changed);
        assertEquals(List.of("services/telnet.json", field), List.of(complaint.document(), complaint.field()));
    }

    @Test
    void aServiceIsDescribedOnce() {
        Map<String, byte[]> files = files(SERVICE);
        files.put("services/zzz.json", SERVICE.replace("TlntSvr", "TLNTSVR").getBytes(StandardCharsets.UTF_8));
        DocumentException twice = assertThrows(DocumentException.class, () -> read(files));
        assertEquals("services/zzz.json", twice.document());
    }

    @Test
    void aFileThatBelongsNowhereIsNamed() {
        Map<String, byte[]> files = files(SERVICE);
        files.put("notes.txt", new byte[0]);
        assertEquals(
                "notes.txt",
                assertThrows(DocumentException.class, () -> read(files)).document());
    }

    @Test
    void aCatalogueWithoutRolesIsNamed() {
        Map<String, byte[]> files = files(SERVICE);
        files.remove("roles.json");
        assertEquals(
                "roles.json",
                assertThrows(DocumentException.class, () -> read(files)).document());
    }

    private static Catalogue read(Map<String, byte[]> files) throws DocumentException {
        return CatalogueReader.read(
                files.entrySet().stream()
                        .map(file -> new CatalogueFile(file.getKey(), file.getValue(), false))
                        .toList(),
                "en");
    }

    private static Map<String, byte[]> files(String service) {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "sources.json", "sources", "{\"id\": \"book\", \"title\": \"A book\", \"location\": \"here\"}");
        put(
                files,
                "roles.json",
                "roles",
                "{\"id\": \"static-site\", \"group\": \"site\", \"name\": \"Site\", \"description\": \"A site.\", \"requires\": []}");
        files.put("catalogue.json", """
                {"document": "doorwarden-catalogue", "formatVersion": 1, "version": "1", "date": "2026-01-31"}
                """.getBytes(StandardCharsets.UTF_8));
        put(files, "products.json", "products", "");
        files.put("services/telnet.json", service.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String field, String item) {
        String base = field.equals("roles") ? "\"base\": [], " : "";
        String text = "{\"document\": \"doorwarden-catalogue-" + field + "\", \"formatVersion\": 1, " + base + "\""
                + field + "\": [" + item + "]}";
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
