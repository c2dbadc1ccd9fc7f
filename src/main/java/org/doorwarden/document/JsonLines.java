package org.doorwarden.document;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Finds the line on which something stands in a JSON text, so that a person who edits it by hand finds it, too. */
public final class JsonLines {

    private static final String NOT_TEXT = "\u0000";

    private final Map<String, Integer> lines = new HashMap<>();
    private final boolean whole;
    private final int last;

    private JsonLines(String text) {
        Counting counting = new Counting(new StringReader(text));
        JsonReader reader = new JsonReader(counting);
        // As strict as the reading that complained: it ends at the same place, and looks no further ahead.
        reader.setStrictness(Strictness.STRICT);
        whole = readAll(reader, counting);
        last = counting.line;
    }

    public static JsonLines of(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        // No more characters than bytes.
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean readable =
                !StandardCharsets.UTF_8.newDecoder().decode(rest, text, true).isError();
        // What is not UTF-8 ends the reading like any other mistake.
        return new JsonLines(text.flip().toString() + (readable ? "" : NOT_TEXT));
    }

    /**
     * The line of a place such as {@code services[0].advice.sources}; for a field that is missing, of what it is missing
     * in. In what is no JSON text it is the line where reading ended, whatever the place.
     */
    public int lineOf(String place) {
        if (!whole) {
            return last;
        }
        String at = place;
        while (!lines.containsKey(at)) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return lines.get(at);
    }

    private boolean readAll(JsonReader reader, Counting counting) {
        try {
            while (reader.peek() != JsonToken.END_DOCUMENT) {
                step(reader, counting);
            }
            return true;
        } catch (IOException malformed) {
            // What follows cannot be told apart.
            return false;
        }
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
                if (!note(reader, counting)) {
                    throw new MalformedJsonException("a field twice");
                }
            }
            default -> {
                note(reader, counting);
                reader.skipValue();
            }
        }
    }

    /** Gson's path without the root's sign; whether it is new. */
    private boolean note(JsonReader reader, Counting counting) {
        String path = reader.getPath().substring(1);
        return lines.putIfAbsent(path.startsWith(".") ? path.substring(1) : path, counting.line) == null;
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
