package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.text.Message;

/** The sources that entries cite by id, and the citing. */
final class Citations {

    private final Map<String, Source> sources = new LinkedHashMap<>();

    Collection<Source> all() {
        return sources.values();
    }

    void take(Source source) {
        sources.put(source.id(), source);
    }

    /** Takes a source. Several files may define the same one in the same words. */
    void define(ObjectReader item) throws DocumentException {
        Source source = new Source(item.filledText("id"), item.filledText("title"), item.filledText("location"));
        item.end();
        Source before = sources.putIfAbsent(source.id(), source);
        if (before != null && !before.equals(source)) {
            throw item.wrong("id", Message.of("catalogue.source.differs", source.id()));
        }
    }

    Source cited(ObjectReader reader, String field, String id) throws DocumentException {
        Source source = sources.get(id);
        if (source == null) {
            throw reader.wrong(field, Message.of("catalogue.unknown.source", id));
        }
        return source;
    }

    /** At least one source. */
    List<Source> cited(ObjectReader reader, String field) throws DocumentException {
        List<Source> cited = new ArrayList<>();
        for (String id : filled(reader, field)) {
            cited.add(cited(reader, field, id));
        }
        return cited;
    }

    List<Requirement> requirements(List<ObjectReader> items) throws DocumentException {
        List<Requirement> requirements = new ArrayList<>(items.size());
        for (ObjectReader item : items) {
            requirements.add(new Requirement(
                    item.serviceName("service"),
                    item.filledText("because"),
                    cited(item, "source", item.text("source"))));
            item.end();
        }
        return requirements;
    }

    /** A list of at least one text, none of them blank. */
    static List<String> filled(ObjectReader reader, String field) throws DocumentException {
        List<String> texts = reader.texts(field);
        if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            throw reader.wrong(field, Message.of("document.field.empty"));
        }
        return texts;
    }
}
