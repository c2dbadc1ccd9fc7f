package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.DocumentFile.Kind;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.document.ResourceFolder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Message;

/**
 * Reads the catalogue's files and refuses what is not right: an unknown or missing field, a role or source that is not
 * defined, an advice without a source, a service described twice. Every complaint names file and field.
 *
 * <p>What a file is stands in its head, not in its name, and any file may define the sources it cites. A site's own
 * entry takes the place of ours for the same service.
 */
public final class CatalogueReader {

    private static final String PACK = "catalogue.pack";
    private static final String EDITION = "catalogue.json";
    private static final String ENGLISH = "en";
    private static final String ROLES = "roles.json";
    private static final Set<Kind> KINDS = EnumSet.of(
            Kind.CATALOGUE,
            Kind.CATALOGUE_SOURCES,
            Kind.CATALOGUE_ROLES,
            Kind.CATALOGUE_PRODUCTS,
            Kind.CATALOGUE_SERVICES,
            Kind.CATALOGUE_TRANSLATION);

    private final String language;
    private final List<DocumentException> problems = new ArrayList<>();
    private final Citations citations = new Citations();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<ServiceName, ServiceKnowledge> services = new TreeMap<>();
    private final Map<String, KnownProduct> products = new LinkedHashMap<>();
    private List<Requirement> base = List.of();
    private CatalogueEdition edition;

    /** A file with its head read. */
    private record Opened(CatalogueFile file, Kind kind, ObjectReader content) {}

    private CatalogueReader(String language) {
        this.language = language;
    }

    /** The catalogue that ships with the program. */
    public static Catalogue bundled() {
        try {
            Optional<byte[]> packed = new ResourceFolder("catalogue").find(PACK);
            // The pack is made when the program is built; without that the readable files do.
            return packed.isPresent() ? CataloguePack.read(PACK, packed.get()) : read(CatalogueFile.bundled(), ENGLISH);
        } catch (DocumentException broken) {
            throw new IllegalStateException("the program's own catalogue is broken", broken);
        }
    }

    /**
     * Reads a whole catalogue.
     *
     * @param language the language in which to read texts that are translated, as {@code de}
     * @throws DocumentException for the first thing that is not right
     */
    public static Catalogue read(Collection<CatalogueFile> files, String language) throws DocumentException {
        CatalogueReader reader = new CatalogueReader(language);
        reader.readAll(files);
        return reader.catalogue();
    }

    /** Reads a site's own entries and translations, and puts them beside those of a catalogue, or in their place. */
    public static Catalogue read(Catalogue ours, Collection<CatalogueFile> local, String language)
            throws DocumentException {
        if (local.isEmpty()) {
            return ours;
        }
        CatalogueReader reader = new CatalogueReader(language);
        reader.take(ours);
        reader.readEntries(reader.open(local));
        return reader.catalogue();
    }

    private Catalogue catalogue() throws DocumentException {
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        return new Catalogue(
                edition,
                citations.all(),
                services.values(),
                base,
                Collections.unmodifiableMap(roles),
                List.copyOf(products.values()));
    }

    private void take(Catalogue ours) {
        edition = ours.edition();
        base = ours.base();
        roles.putAll(ours.roles());
        ours.sources().forEach(citations::take);
        ours.services().forEach(service -> services.put(service.name(), service));
        ours.products().forEach(product -> products.put(product.id(), product));
    }

    /** Everything that is not right in the files of a catalogue: of each entry the first mistake. */
    public static List<DocumentException> problems(Collection<CatalogueFile> files) {
        CatalogueReader reader = new CatalogueReader(ENGLISH);
        reader.readAll(files);
        return List.copyOf(reader.problems);
    }

    /** Everything that is not right in a site's own entries. */
    public static List<DocumentException> problems(Catalogue ours, Collection<CatalogueFile> local) {
        CatalogueReader reader = new CatalogueReader(ENGLISH);
        reader.take(ours);
        reader.readEntries(reader.open(local));
        return List.copyOf(reader.problems);
    }

    private void readAll(Collection<CatalogueFile> files) {
        List<Opened> opened = open(files);
        requireOnce(opened, Kind.CATALOGUE, EDITION);
        requireOnce(opened, Kind.CATALOGUE_ROLES, ROLES);
        ofKind(opened, Kind.CATALOGUE).forEach(each -> attempt(() -> readEdition(each.content())));
        readEntries(opened);
    }

    private void readEntries(List<Opened> opened) {
        for (Opened each : opened) {
            if (each.kind() != Kind.CATALOGUE) {
                readEach(each.content(), "sources", each.kind() == Kind.CATALOGUE_SOURCES, citations::define);
            }
        }
        RoleReader roleReader = new RoleReader(citations);
        for (Opened each : ofKind(opened, Kind.CATALOGUE_ROLES)) {
            attempt(() -> base = base(each));
            readEach(each.content(), "roles", true, item -> keep(roleReader.read(item), item));
        }
        ServiceEntryReader entryReader = new ServiceEntryReader(citations, roles.keySet());
        for (Opened each : ofKind(opened, Kind.CATALOGUE_SERVICES)) {
            boolean local = each.file().local();
            readEach(each.content(), "services", true, item -> keep(entryReader.read(item, local), item));
        }
        TranslationReader translationReader = new TranslationReader();
        for (Opened each : ofKind(opened, Kind.CATALOGUE_TRANSLATION)) {
            attempt(() -> {
                boolean spoken = each.content().filledText("language").equals(language);
                readEach(each.content(), "services", true, item -> translate(translationReader, item, spoken));
            });
        }
        for (Opened each : ofKind(opened, Kind.CATALOGUE_PRODUCTS)) {
            readEach(each.content(), "products", true, item -> keep(product(item), item));
        }
        for (Opened each : opened) {
            attempt(() -> each.content().end());
        }
    }

    private List<Opened> open(Collection<CatalogueFile> files) {
        List<Opened> opened = new ArrayList<>(files.size());
        for (CatalogueFile file : files) {
            attempt(() -> {
                DocumentFile.Opened document = DocumentFile.openAny(KINDS, file.name(), file.bytes());
                opened.add(new Opened(file, document.kind(), document.content()));
            });
        }
        return opened;
    }

    private static List<Opened> ofKind(List<Opened> opened, Kind kind) {
        return opened.stream().filter(each -> each.kind() == kind).toList();
    }

    private void requireOnce(List<Opened> opened, Kind kind, String name) {
        List<Opened> found = ofKind(opened, kind);
        if (found.isEmpty()) {
            problems.add(new DocumentException(name, "", Message.of("document.absent")));
        }
        found.stream()
                .skip(1)
                .forEach(each -> problems.add(
                        new DocumentException(each.file().name(), "", Message.of("catalogue.twice", kind.id()))));
    }

    private void readEdition(ObjectReader reader) throws DocumentException {
        edition = new CatalogueEdition(reader.filledText("version"), reader.date("date"));
    }

    /** What a site adds to what every web server needs; it takes nothing away. */
    private List<Requirement> base(Opened roleFile) throws DocumentException {
        ObjectReader content = roleFile.content();
        List<Requirement> all = new ArrayList<>(base);
        all.addAll(citations.requirements(
                roleFile.file().local() ? content.optionalObjects("base") : content.objects("base")));
        return all;
    }

    private KnownProduct product(ObjectReader item) throws DocumentException {
        KnownProduct product = new KnownProduct(
                item.filledText("id"),
                item.filledText("name"),
                inLowerCase(Citations.filled(item, "recognisedBy")),
                inLowerCase(
                        item.has("recognisedByPath")
                                ? Citations.filled(item, "recognisedByPath")
                                : item.optionalTexts("recognisedByPath")),
                citations.requirements(item.objects("requires")));
        item.end();
        return product;
    }

    private static List<String> inLowerCase(List<String> parts) {
        return parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    }

    private void keep(Role role, ObjectReader item) throws DocumentException {
        if (roles.putIfAbsent(role.id(), role) != null) {
            throw item.wrong("id", Message.of("catalogue.twice", role.id()));
        }
    }

    private void keep(KnownProduct product, ObjectReader item) throws DocumentException {
        if (products.putIfAbsent(product.id(), product) != null) {
            throw item.wrong("id", Message.of("catalogue.twice", product.id()));
        }
    }

    /** A translation into another language is read as well, so that its mistakes are found. */
    private void translate(TranslationReader reader, ObjectReader item, boolean spoken) throws DocumentException {
        ServiceName name = item.serviceName("name");
        ServiceKnowledge entry = services.get(name);
        if (entry == null) {
            throw item.wrong("name", Message.of("catalogue.translation.nothing"));
        }
        ServiceKnowledge translated = reader.read(item, entry);
        if (spoken) {
            services.put(name, translated);
        }
    }

    private void keep(ServiceKnowledge service, ObjectReader item) throws DocumentException {
        ServiceKnowledge before = services.put(service.name(), service);
        if (before != null && before.local() == service.local()) {
            throw item.wrong("name", Message.of("catalogue.twice", service.name()));
        }
    }

    private void readEach(ObjectReader reader, String field, boolean expected, ItemReader read) {
        attempt(() -> {
            for (ObjectReader item : expected ? reader.objects(field) : reader.optionalObjects(field)) {
                attempt(() -> read.read(item));
            }
        });
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (DocumentException problem) {
            problems.add(problem);
        }
    }

    @FunctionalInterface
    private interface ItemReader {
        void read(ObjectReader item) throws DocumentException;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws DocumentException;
    }
}
