package org.doorwarden.document;

import com.google.gson.FormattingStyle;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.doorwarden.text.Message;

/** Strict JSON in UTF-8: nothing lenient, no field twice, no bottomless nesting. */
public final class JsonText {

    private static final int DEEPEST_NESTING = 32;
    private static final int LONGEST_NUMBER = 32;

    private JsonText() {}

    /**
     * Reads one JSON value.
     *
     * @param document what to call the text in a complaint
     * @throws DocumentException if the bytes are not UTF-8, or not exactly one JSON value
     */
    public static JsonElement parse(String document, byte[] bytes) throws DocumentException {
        String text = decode(document, bytes);
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST_NESTING);
        try {
            JsonElement value = read(document, reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new DocumentException(document, "", Message.of("document.not.json.trailing"));
            }
            return value;
        } catch (EOFException cut) {
            throw new DocumentException(document, place(reader), Message.of("document.truncated"));
        } catch (MalformedJsonException malformed) {
            throw new DocumentException(document, place(reader), Message.of("document.not.json"));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    /** For people and files: indented, one field a line, ending with a line feed. */
    public static String pretty(JsonElement value) {
        return write(value, FormattingStyle.PRETTY) + "\n";
    }

    /** For digests and journals: one line, fields in the order they were added. */
    public static String compact(JsonElement value) {
        return write(value, FormattingStyle.COMPACT);
    }

    /** Writes a tree by hand: the library's own way there first builds adapters for every type it knows. */
    private static String write(JsonElement value, FormattingStyle style) {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        writer.setFormattingStyle(style);
        writer.setStrictness(Strictness.STRICT);
        try {
            write(value, writer);
        } catch (IOException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
        return text.toString();
    }

    private static void write(JsonElement value, JsonWriter writer) throws IOException {
        if (value.isJsonObject()) {
            writer.beginObject();
            for (Map.Entry<String, JsonElement> field : value.getAsJsonObject().entrySet()) {
                writer.name(field.getKey());
                write(field.getValue(), writer);
            }
            writer.endObject();
        } else if (value.isJsonArray()) {
            writer.beginArray();
            for (JsonElement item : value.getAsJsonArray()) {
                write(item, writer);
            }
            writer.endArray();
        } else if (value.isJsonNull()) {
            writer.nullValue();
        } else {
            write(value.getAsJsonPrimitive(), writer);
        }
    }

    private static void write(JsonPrimitive value, JsonWriter writer) throws IOException {
        if (value.isString()) {
            writer.value(value.getAsString());
        } else if (value.isBoolean()) {
            writer.value(value.getAsBoolean());
        } else {
            writer.value(value.getAsNumber());
        }
    }

    private static String decode(String document, byte[] bytes) throws DocumentException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new DocumentException(document, "", Message.of("document.not.utf8"));
        }
    }

    private static JsonElement read(String document, JsonReader reader) throws IOException, DocumentException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                JsonObject object = new JsonObject();
                reader.beginObject();
                while (reader.hasNext()) {
                    String name = reader.nextName();
                    if (object.has(name)) {
                        throw new DocumentException(document, place(reader), Message.of("document.field.twice"));
                    }
                    object.add(name, read(document, reader));
                }
                reader.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                JsonArray array = new JsonArray();
                reader.beginArray();
                while (reader.hasNext()) {
                    array.add(read(document, reader));
                }
                reader.endArray();
                return array;
            }
            case STRING -> {
                return new JsonPrimitive(reader.nextString());
            }
            case NUMBER -> {
                String place = place(reader);
                String digits = reader.nextString();
                if (digits.length() > LONGEST_NUMBER) {
                    throw new DocumentException(document, place, Message.of("document.number.too.long"));
                }
                return new JsonPrimitive(new BigDecimal(digits));
            }
            case BOOLEAN -> {
                return new JsonPrimitive(reader.nextBoolean());
            }
            case NULL -> {
                reader.nextNull();
                return JsonNull.INSTANCE;
            }
            default -> throw new MalformedJsonException("no value");
        }
    }

    /** Gson's path without the root's sign. */
    private static String place(JsonReader reader) {
        String path = reader.getPath().substring(1);
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
