package org.doorwarden.catalogue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.Identified;

/**
 * Writes numbers and texts closely together. Every text is stored once; those of one byte a character, nearly all,
 * stand together, so that they can be taken from the file in one step.
 */
final class PackedOutput {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A number from 0 on. */
    void number(int number) {
        writeNumber(body, number);
    }

    void flag(boolean flag) {
        number(flag ? 1 : 0);
    }

    void text(String text) {
        Integer index = texts.get(text);
        if (index == null) {
            index = texts.size();
            texts.put(text, index);
        }
        number(index);
    }

    void texts(Iterable<String> all) {
        int count = 0;
        for (String ignored : all) {
            count++;
        }
        number(count);
        all.forEach(this::text);
    }

    void optionalText(Optional<String> text) {
        flag(text.isPresent());
        text.ifPresent(this::text);
    }

    /** By its id, so that the order of the constants does not matter. */
    void constant(Identified constant) {
        text(constant.id());
    }

    byte[] toBytes() {
        ByteArrayOutputStream lengths = new ByteArrayOutputStream();
        StringBuilder together = new StringBuilder();
        for (String text : texts.keySet()) {
            boolean narrow = text.chars().allMatch(character -> character <= 0xFF);
            writeNumber(lengths, text.length() * 2 + (narrow ? 0 : 1));
            if (narrow) {
                together.append(text);
            } else {
                // Two narrow characters for each wide one.
                for (char character : text.toCharArray()) {
                    together.append((char) (character >> 8)).append((char) (character & 0xFF));
                }
            }
        }
        byte[] characters = together.toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        writeNumber(all, texts.size());
        writeNumber(all, lengths.size());
        writeNumber(all, characters.length);
        all.writeBytes(lengths.toByteArray());
        all.writeBytes(characters);
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private static void writeNumber(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            out.write(rest & SEVEN_BITS | MORE);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
