package org.doorwarden.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.Identified;

/**
 * Reads what {@link PackedOutput} wrote. It runs when the virtual machine has just started and nothing is compiled yet:
 * plain loops and copies of whole arrays, which are fast even then, and no lambdas.
 */
final class PackedInput {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private final String[] texts;
    private final Map<Class<?>, Object[]> constants = new HashMap<>();
    private int at;

    PackedInput(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
        texts = new String[count()];
        int lengths = number();
        int characters = number();
        int from = at + lengths;
        String together = new String(bytes, from, characters, StandardCharsets.ISO_8859_1);
        int next = 0;
        for (int i = 0; i < texts.length; i++) {
            int length = number();
            boolean narrow = (length & 1) == 0;
            int end = next + (narrow ? length / 2 : length - 1);
            texts[i] = narrow ? together.substring(next, end) : wide(together, next, end);
            next = end;
        }
        at = from + characters;
    }

    private static String wide(String together, int from, int end) {
        char[] characters = new char[(end - from) / 2];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (together.charAt(from + 2 * i) << 8 | together.charAt(from + 2 * i + 1));
        }
        return new String(characters);
    }

    int number() {
        int number = 0;
        int shift = 0;
        byte next = bytes[at++];
        while ((next & MORE) != 0) {
            number |= (next & SEVEN_BITS) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return number | next << shift;
    }

    /** How many things follow. Each takes at least a byte, so that no number makes the reader ask for endless memory. */
    int count() {
        int count = number();
        if (count > bytes.length - at) {
            throw new IllegalStateException(count + " things in " + (bytes.length - at) + " bytes");
        }
        return count;
    }

    boolean flag() {
        return number() == 1;
    }

    String text() {
        return texts[number()];
    }

    List<String> texts() {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        String[] all = new String[count];
        for (int i = 0; i < count; i++) {
            all[i] = text();
        }
        return List.of(all);
    }

    Optional<String> optionalText() {
        return flag() ? Optional.of(text()) : Optional.empty();
    }

    <E extends Enum<E> & Identified> E constant(Class<E> type) {
        int index = number();
        Object[] known = constants.get(type);
        if (known == null) {
            known = new Object[texts.length];
            constants.put(type, known);
        }
        if (known[index] == null) {
            known[index] = Identified.find(type, texts[index]).orElseThrow();
        }
        return type.cast(known[index]);
    }
}
