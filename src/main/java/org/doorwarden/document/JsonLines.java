package org.doorwarden.document;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Finds the line on which something stands in a JSON text, so that a person who edits it by hand finds it, too. */
public final class JsonLines {

    private final Map<String, Integer> lines = new HashMap<>();
    private final int last;

    private JsonLines(String text) {
        Counting counting = new Counting(new StringReader(text));
        JsonReader reader = new JsonReader(counting);
        reader.setStrictness(Strictness.LENIENT);
        try {
            while (reader.peek() != JsonToken.END_DOCUMENT) {
                step(reader, counting);
            }
        } catch (IOException | IllegalStateException | NumberFormatException malformed) {
            // What follows cannot be told apart; the last line reached is where reading ended.
        }
        last = counting.line;
    }

    public static JsonLines of(byte[] bytes) {
        return new JsonLines(new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * The line of a place such as {@code services[0].advice.sources}; for a field that is missing, of what it is missing
     * in; where reading ended, if the place was not reached.
     */
    public int lineOf(String place) {
        String at = place;
        while (!lines.containsKey(at)) {
            int shorter = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            if (shorter <= 0) {
                return place.isEmpty() ? last : lines.getOrDefault("", last);
            }
            at = at.substring(0, shorter);
        }
        return lines.get(at);
    }

    private void step(JsonReader reader, Counting counting) throws IOException {
        JsonToken token = reader.peek();
        switch (token) {
            case BEGIN_OBJECT -> {
                note(reader, counting);
                reader.beginObject();
            }
            case END_OBJECT -> reader.endObject();
            case BEGIN_ARRAY -> {
                note(reader, counting);
                reader.beginArray();
            }
            case END_ARRAY -> reader.endArray();
            case NAME -> {
                reader.nextName();
                note(reader, counting);
            }
            default -> {
                note(reader, counting);
                reader.skipValue();
            }
        }
    }

    /** Gson's path without the root's sign. */
    private void note(JsonReader reader, Counting counting) {
        String path = reader.getPath().substring(1);
        lines.putIfAbsent(path.startsWith(".") ? path.substring(1) : path, counting.line);
    }

    /** Hands out one character at a time, so that the reader is never further than the token at hand. */
    private static final class Counting extends Reader {

        private final Reader text;
        private int line = 1;
        private boolean afterEndOfLine;

        Counting(Reader text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int character = text.read();
            if (character < 0 || length == 0) {
                return character < 0 ? -1 : 0;
            }
            // The end of a line belongs to the line it ends.
            line += afterEndOfLine ? 1 : 0;
            afterEndOfLine = character == '\n';
            buffer[offset] = (char) character;
            return 1;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
