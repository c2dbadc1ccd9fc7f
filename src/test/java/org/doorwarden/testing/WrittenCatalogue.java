package org.doorwarden.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.JsonText;

/**
 * A small catalogue as people write it. What is said of a service, role or product is in JSON with single quotes or
 * none, without the outer braces; it adds to, or takes the place of, the fields that every entry must have.
 */
public final class WrittenCatalogue {

    private static final String ENTRY = """
            {displayName: 'Some service', origin: windows, purpose: 'It does something.',
             risk: {severity: medium, reach: network, attacker: 'Something.'},
             without: 'Nothing.', usedBy: 'Nobody.', inUse: 'Look.',
             advice: {verdict: disable, because: 'Nobody needs it.', sources: [book]}}
            """;

    private final JsonArray services = new JsonArray();
    private final JsonArray roles = new JsonArray();
    private final JsonArray base = new JsonArray();
    private final JsonArray products = new JsonArray();
    private String date = "2026-01-31";

    /** With the one role that is assumed, and the source {@code book}. */
    public WrittenCatalogue() {
        role(Catalogue.ASSUMED_ROLE, "group: site");
    }

    public WrittenCatalogue on(String day) {
        date = day;
        return this;
    }

    public WrittenCatalogue service(String name, String... said) {
        services.add(entry(name, said));
        return this;
    }

    public WrittenCatalogue role(String id, String... said) {
        String written =
                "{id: '" + id + "', group: service, name: 'Role " + id + "', description: 'A role.', requires: []}";
        roles.add(with(written, said));
        return this;
    }

    public WrittenCatalogue product(String id, String... said) {
        String written = "{id: '" + id + "', name: 'Product " + id + "', recognisedBy: ['" + id + "'], requires: []}";
        products.add(with(written, said));
        return this;
    }

    /** Something that every server needs. */
    public WrittenCatalogue base(String service) {
        base.add(with("{service: '" + service + "', because: 'It is always needed.', source: book}"));
        return this;
    }

    /** An entry, as it stands in a file. */
    public static JsonObject entry(String name, String... said) {
        JsonObject entry = with(ENTRY, said);
        entry.addProperty("name", name);
        return entry;
    }

    /** A file of the kind {@code doorwarden-catalogue-KIND} with one list, named as the kind is. */
    public static String file(String kind, JsonObject... items) {
        JsonArray list = new JsonArray();
        List.of(items).forEach(list::add);
        return document("-" + kind, kind, list);
    }

    public static CatalogueFile ours(String name, String text) {
        return new CatalogueFile(name, text.getBytes(StandardCharsets.UTF_8), false);
    }

    public static CatalogueFile local(String name, String text) {
        return new CatalogueFile(name, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** An object as it is said, with whatever else is said of it. */
    public static JsonObject with(String written, String... said) {
        JsonObject object = JsonParser.parseString(written).getAsJsonObject();
        for (String more : said) {
            JsonParser.parseString("{" + more + "}").getAsJsonObject().asMap().forEach(object::add);
        }
        return object;
    }

    public List<CatalogueFile> files() {
        return texts().entrySet().stream()
                .map(file -> ours(file.getKey(), file.getValue()))
                .toList();
    }

    public Catalogue read() throws DocumentException {
        return CatalogueReader.read(files(), "en");
    }

    /** Puts the files into a folder, which is made. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : texts().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        JsonObject edition = with("{document: doorwarden-catalogue, formatVersion: 1}");
        edition.addProperty("version", date.replace('-', '.'));
        edition.addProperty("date", date);
        texts.put("catalogue.json", JsonText.pretty(edition));
        texts.put("sources.json", file("sources", with("{id: book, title: 'A book', location: here}")));
        JsonObject roleFile = with("{document: doorwarden-catalogue-roles, formatVersion: 1}");
        roleFile.add("base", base);
        roleFile.add("roles", roles);
        texts.put("roles.json", JsonText.pretty(roleFile));
        texts.put("products.json", document("-products", "products", products));
        texts.put("services.json", document("-services", "services", services));
        return texts;
    }

    private static String document(String kind, String field, JsonArray list) {
        JsonObject document = with("{document: 'doorwarden-catalogue" + kind + "', formatVersion: 1}");
        document.add(field, list);
        return JsonText.pretty(document);
    }
}
