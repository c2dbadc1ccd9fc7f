package org.doorwarden.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Message;

/**
 * Reads one JSON object field by field and complains with the field's place. A field that nobody asked for is refused
 * by {@link #end()}: most such fields are misspelt, and a misspelt field of a plan must not be ignored.
 */
public final class ObjectReader {

    private final String document;
    private final String place;
    private final JsonObject object;
    private final Set<String> asked = new HashSet<>();

    private ObjectReader(String document, String place, JsonObject object) {
        this.document = document;
        this.place = place;
        this.object = object;
    }

    /** Reads the outermost object of a document. */
    public static ObjectReader of(String document, JsonElement value) throws DocumentException {
        if (!value.isJsonObject()) {
            throw new DocumentException(document, "", Message.of("document.not.object"));
        }
        return new ObjectReader(document, "", value.getAsJsonObject());
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return object.has(field) && !object.get(field).isJsonNull();
    }

    public String text(String field) throws DocumentException {
        return asText(field, value(field));
    }

    public String text(String field, String otherwise) throws DocumentException {
        asked.add(field);
        return has(field) ? text(field) : otherwise;
    }

    /** A text of at least one character that is not white space. */
    public String filledText(String field) throws DocumentException {
        String text = text(field);
        if (text.isBlank()) {
            throw wrong(field, Message.of("document.field.empty"));
        }
        return text;
    }

    public boolean flag(String field, boolean otherwise) throws DocumentException {
        asked.add(field);
        return has(field) ? flag(field) : otherwise;
    }

    public boolean flag(String field) throws DocumentException {
        JsonElement value = value(field);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw wrong(field, Message.of("document.field.not.flag"));
        }
        return value.getAsBoolean();
    }

    /** A whole number of the given range, ends included. */
    public long number(String field, long least, long most) throws DocumentException {
        JsonElement value = value(field);
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
            try {
                long number = value.getAsBigDecimal().longValueExact();
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (ArithmeticException notWhole) {
                // said below, together with numbers out of range
            }
        }
        throw wrong(field, Message.of("document.field.not.number", String.valueOf(least), String.valueOf(most)));
    }

    public long number(String field, long least, long most, long otherwise) throws DocumentException {
        asked.add(field);
        return has(field) ? number(field, least, most) : otherwise;
    }

    public Instant instant(String field) throws DocumentException {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeException notTime) {
            throw wrong(field, Message.of("document.field.not.time"));
        }
    }

    public LocalDate date(String field) throws DocumentException {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException notDate) {
            throw wrong(field, Message.of("document.field.not.date"));
        }
    }

    public ServiceName serviceName(String field) throws DocumentException {
        return new ServiceName(filledText(field));
    }

    public <E extends Enum<E> & Identified> E constant(Class<E> type, String field) throws DocumentException {
        return asConstant(type, field, text(field));
    }

    public <E extends Enum<E> & Identified> E constant(Class<E> type, String field, E otherwise)
            throws DocumentException {
        asked.add(field);
        return has(field) ? constant(type, field) : otherwise;
    }

    /** A list of constants; empty if the field is not there. */
    public <E extends Enum<E> & Identified> List<E> constants(Class<E> type, String field) throws DocumentException {
        List<E> constants = new ArrayList<>();
        for (String id : optionalTexts(field)) {
            constants.add(asConstant(type, field, id));
        }
        return constants;
    }

    public ObjectReader object(String field) throws DocumentException {
        return asObject(field, value(field));
    }

    public Optional<ObjectReader> optionalObject(String field) throws DocumentException {
        asked.add(field);
        return has(field) ? Optional.of(object(field)) : Optional.empty();
    }

    public List<ObjectReader> objects(String field) throws DocumentException {
        JsonArray array = array(field);
        List<ObjectReader> objects = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            objects.add(asObject(field + "[" + i + "]", array.get(i)));
        }
        return objects;
    }

    /** As {@link #objects}, and empty if the field is not there. */
    public List<ObjectReader> optionalObjects(String field) throws DocumentException {
        asked.add(field);
        return has(field) ? objects(field) : List.of();
    }

    public List<String> texts(String field) throws DocumentException {
        JsonArray array = array(field);
        List<String> texts = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            texts.add(asText(field + "[" + i + "]", array.get(i)));
        }
        return texts;
    }

    /** As {@link #texts}, and empty if the field is not there. */
    public List<String> optionalTexts(String field) throws DocumentException {
        asked.add(field);
        return has(field) ? texts(field) : List.of();
    }

    /** A list of names, none of them empty. */
    public List<ServiceName> serviceNames(String field) throws DocumentException {
        List<ServiceName> names = new ArrayList<>();
        for (String name : texts(field)) {
            if (name.isBlank()) {
                throw wrong(field, Message.of("document.field.empty"));
            }
            names.add(new ServiceName(name));
        }
        return names;
    }

    /** As {@link #serviceNames}, and empty if the field is not there. */
    public List<ServiceName> optionalServiceNames(String field) throws DocumentException {
        asked.add(field);
        return has(field) ? serviceNames(field) : List.of();
    }

    /** The names of the object's fields, for objects that are maps; they all count as asked for. */
    public Set<String> names() {
        Set<String> names = object.keySet();
        asked.addAll(names);
        return names;
    }

    /** Refuses every field that was not asked for. */
    public void end() throws DocumentException {
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                throw wrong(entry.getKey(), Message.of("document.field.unknown"));
            }
        }
    }

    /** A complaint about a field, for checks beyond the type. */
    public DocumentException wrong(String field, Message problem) {
        return new DocumentException(document, at(field), problem);
    }

    private JsonElement value(String field) throws DocumentException {
        asked.add(field);
        if (!has(field)) {
            throw wrong(field, Message.of("document.field.missing"));
        }
        return object.get(field);
    }

    private JsonArray array(String field) throws DocumentException {
        JsonElement value = value(field);
        if (!value.isJsonArray()) {
            throw wrong(field, Message.of("document.field.not.list"));
        }
        return value.getAsJsonArray();
    }

    private ObjectReader asObject(String field, JsonElement value) throws DocumentException {
        if (!value.isJsonObject()) {
            throw wrong(field, Message.of("document.field.not.object"));
        }
        return new ObjectReader(document, at(field), value.getAsJsonObject());
    }

    private String asText(String field, JsonElement value) throws DocumentException {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw wrong(field, Message.of("document.field.not.text"));
        }
        return value.getAsString();
    }

    private <E extends Enum<E> & Identified> E asConstant(Class<E> type, String field, String id)
            throws DocumentException {
        Optional<E> constant = Identified.find(type, id);
        if (constant.isEmpty()) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Identified::id).collect(Collectors.joining(", "));
            throw wrong(field, Message.of("document.field.not.one.of", id, known));
        }
        return constant.get();
    }

    private String at(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
