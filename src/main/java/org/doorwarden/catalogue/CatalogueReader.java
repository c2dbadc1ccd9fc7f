package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.DocumentFile.Kind;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.document.ResourceFolder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.text.Message;

/**
 * Reads the catalogue's files and refuses what is not right: an unknown or missing field, a role or source that is not
 * defined, an advice without a source, a service described twice. Every complaint names file and field.
 */
public final class CatalogueReader {

    private static final String SOURCES = "sources.json";
    private static final String ROLES = "roles.json";
    private static final String PRODUCTS = "products.json";
    private static final String SERVICES = "services/";
    private static final Pattern CVE = Pattern.compile("CVE-(19|20)\\d{2}-\\d{4,7}");
    private static final Pattern BULLETIN = Pattern.compile("MS\\d{2}-\\d{3}");

    private final Map<String, byte[]> files;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<Requirement> base = new ArrayList<>();
    private final Map<ServiceName, ServiceKnowledge> services = new LinkedHashMap<>();

    private CatalogueReader(Map<String, byte[]> files) {
        this.files = files;
    }

    /** The catalogue that ships with the program. */
    public static Catalogue bundled() {
        try {
            return read(bundledFiles());
        } catch (DocumentException broken) {
            throw new IllegalStateException("the program's own catalogue is broken", broken);
        }
    }

    /** The files of the catalogue that ships with the program, by their path in its folder. */
    public static Map<String, byte[]> bundledFiles() {
        Map<String, byte[]> files = new TreeMap<>();
        ResourceFolder folder = new ResourceFolder("catalogue");
        folder.jsonFiles().forEach(name -> files.put(name, folder.find(name).orElseThrow()));
        ResourceFolder services = new ResourceFolder("catalogue/services");
        services.jsonFiles()
                .forEach(name -> files.put(SERVICES + name, services.find(name).orElseThrow()));
        return files;
    }

    /**
     * Reads a whole catalogue.
     *
     * @param files their bytes by path: {@code sources.json}, {@code roles.json}, {@code products.json}, and any number
     *     of {@code services/*.json}
     */
    public static Catalogue read(Map<String, byte[]> files) throws DocumentException {
        return new CatalogueReader(files).readAll();
    }

    private Catalogue readAll() throws DocumentException {
        readSources(open(Kind.CATALOGUE_SOURCES, SOURCES));
        readRoles(open(Kind.CATALOGUE_ROLES, ROLES));
        List<KnownProduct> products = readProducts(open(Kind.CATALOGUE_PRODUCTS, PRODUCTS));
        for (String name : files.keySet()) {
            if (name.startsWith(SERVICES)) {
                readServices(open(Kind.CATALOGUE_SERVICES, name));
            } else if (!name.equals(SOURCES) && !name.equals(ROLES) && !name.equals(PRODUCTS)) {
                throw new DocumentException(name, "", Message.of("catalogue.stray.file"));
            }
        }
        return new Catalogue(
                Map.copyOf(services),
                List.copyOf(base),
                Collections.unmodifiableMap(roles),
                products,
                Collections.unmodifiableMap(sources));
    }

    private ObjectReader open(Kind kind, String name) throws DocumentException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new DocumentException(name, "", Message.of("document.absent"));
        }
        return DocumentFile.open(kind, name, bytes);
    }

    private void readSources(ObjectReader reader) throws DocumentException {
        for (ObjectReader item : reader.objects("sources")) {
            Source source = new Source(item.filledText("id"), item.filledText("title"), item.filledText("location"));
            item.end();
            if (sources.putIfAbsent(source.id(), source) != null) {
                throw item.wrong("id", Message.of("catalogue.twice", source.id()));
            }
        }
        reader.end();
    }

    private void readRoles(ObjectReader reader) throws DocumentException {
        base.addAll(readRequirements(reader.objects("base")));
        for (ObjectReader item : reader.objects("roles")) {
            Role role = new Role(
                    item.filledText("id"),
                    item.filledText("name"),
                    item.filledText("description"),
                    readRequirements(item.objects("requires")));
            item.end();
            if (roles.putIfAbsent(role.id(), role) != null) {
                throw item.wrong("id", Message.of("catalogue.twice", role.id()));
            }
        }
        reader.end();
    }

    private List<KnownProduct> readProducts(ObjectReader reader) throws DocumentException {
        Map<String, KnownProduct> products = new LinkedHashMap<>();
        for (ObjectReader item : reader.objects("products")) {
            KnownProduct product = new KnownProduct(
                    item.filledText("id"),
                    item.filledText("name"),
                    filled(item, "recognisedBy"),
                    readRequirements(item.objects("requires")));
            item.end();
            if (products.putIfAbsent(product.id(), product) != null) {
                throw item.wrong("id", Message.of("catalogue.twice", product.id()));
            }
        }
        reader.end();
        return List.copyOf(products.values());
    }

    private List<Requirement> readRequirements(List<ObjectReader> items) throws DocumentException {
        List<Requirement> requirements = new ArrayList<>();
        for (ObjectReader item : items) {
            requirements.add(new Requirement(
                    item.serviceName("service"),
                    item.filledText("because"),
                    source(item, "source", item.text("source"))));
            item.end();
        }
        return requirements;
    }

    private void readServices(ObjectReader reader) throws DocumentException {
        for (ObjectReader item : reader.objects("services")) {
            ServiceKnowledge service = readService(item);
            if (services.putIfAbsent(service.name(), service) != null) {
                throw item.wrong("name", Message.of("catalogue.twice", service.name()));
            }
        }
        reader.end();
    }

    private ServiceKnowledge readService(ObjectReader item) throws DocumentException {
        ObjectReader risk = item.object("risk");
        List<Vulnerability> vulnerabilities = new ArrayList<>();
        for (ObjectReader each : item.optionalObjects("vulnerabilities")) {
            vulnerabilities.add(readVulnerability(each));
        }
        vulnerabilities.sort(Comparator.comparingInt(Vulnerability::year)
                .thenComparing(each -> each.cve().or(each::bulletin).orElse("")));
        ServiceKnowledge service = new ServiceKnowledge(
                item.serviceName("name"),
                item.filledText("displayName"),
                item.filledText("purpose"),
                new Risk(
                        risk.constant(Risk.Severity.class, "severity"),
                        risk.constant(Risk.Reach.class, "reach"),
                        risk.filledText("attacker")),
                item.filledText("without"),
                readAdvice(item.object("advice")),
                readLaterAdvice(item),
                readByRole(item),
                item.has("alternatives") ? filled(item, "alternatives") : item.optionalTexts("alternatives"),
                Optional.of(item.text("removal", "")).filter(text -> !text.isBlank()),
                item.flag("carriesSessions", false),
                vulnerabilities);
        risk.end();
        item.end();
        return service;
    }

    private Map<String, Advice> readByRole(ObjectReader item) throws DocumentException {
        Map<String, Advice> byRole = new LinkedHashMap<>();
        Optional<ObjectReader> stated = item.optionalObject("byRole");
        if (stated.isPresent()) {
            for (String role : stated.get().names()) {
                if (!roles.containsKey(role)) {
                    throw stated.get().wrong(role, Message.of("catalogue.unknown.role", role));
                }
                byRole.put(role, readAdvice(stated.get().object(role)));
            }
        }
        return byRole;
    }

    private NavigableMap<WindowsVersion, Advice> readLaterAdvice(ObjectReader item) throws DocumentException {
        NavigableMap<WindowsVersion, Advice> later = new TreeMap<>();
        for (ObjectReader each : item.optionalObjects("laterAdvice")) {
            WindowsVersion from = InventoryDocument.readVersion(each, "from")
                    .orElseThrow(() -> each.wrong("from", Message.of("document.field.missing")));
            if (later.put(from, readAdvice(each)) != null) {
                throw each.wrong("from", Message.of("catalogue.twice", from));
            }
        }
        return later;
    }

    private Advice readAdvice(ObjectReader reader) throws DocumentException {
        Verdict verdict = reader.constant(Verdict.class, "verdict");
        if (verdict == Verdict.UNKNOWN || verdict == Verdict.REQUIRED) {
            throw reader.wrong("verdict", Message.of("catalogue.no.advice", verdict.id()));
        }
        List<Source> cited = new ArrayList<>();
        for (String id : filled(reader, "sources")) {
            cited.add(source(reader, "sources", id));
        }
        Advice advice = new Advice(verdict, reader.filledText("because"), cited);
        reader.end();
        return advice;
    }

    private Vulnerability readVulnerability(ObjectReader reader) throws DocumentException {
        Optional<String> cve = pattern(reader, "cve", CVE);
        Optional<String> bulletin = pattern(reader, "bulletin", BULLETIN);
        if (cve.isEmpty() && bulletin.isEmpty()) {
            throw reader.wrong("cve", Message.of("document.field.missing"));
        }
        Vulnerability vulnerability = new Vulnerability(
                cve,
                bulletin,
                (int) reader.number("year", 1990, 2100),
                reader.constant(Vulnerability.Kind.class, "kind"),
                reader.optionalTexts("knownAs"),
                reader.flag("exploited", false),
                filled(reader, "sources"));
        reader.end();
        return vulnerability;
    }

    private static Optional<String> pattern(ObjectReader reader, String field, Pattern pattern)
            throws DocumentException {
        String text = reader.text(field, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!pattern.matcher(text).matches()) {
            throw reader.wrong(field, Message.of("catalogue.malformed", text));
        }
        return Optional.of(text);
    }

    private Source source(ObjectReader reader, String field, String id) throws DocumentException {
        Source source = sources.get(id);
        if (source == null) {
            throw reader.wrong(field, Message.of("catalogue.unknown.source", id));
        }
        return source;
    }

    /** A list of at least one text, none of them blank. */
    private static List<String> filled(ObjectReader reader, String field) throws DocumentException {
        List<String> texts = reader.texts(field);
        if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            throw reader.wrong(field, Message.of("document.field.empty"));
        }
        return texts;
    }
}
