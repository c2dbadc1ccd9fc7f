package org.doorwarden.backend.windows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A value of a registry key as Windows returned it. Whoever wrote it may have left out the end of a text, written a
 * number as a text, or filled the rest with rubbish; reading it never fails, and gives the sensible part.
 */
record RegistryValue(int type, byte[] data) {

    private static final int REG_SZ = 1;
    private static final int REG_EXPAND_SZ = 2;
    private static final int REG_DWORD = 4;
    private static final int REG_MULTI_SZ = 7;

    /** The number of a REG_DWORD. */
    OptionalInt number() {
        if (type != REG_DWORD || data.length < 4) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                (data[0] & 0xFF) | (data[1] & 0xFF) << 8 | (data[2] & 0xFF) << 16 | (data[3] & 0xFF) << 24);
    }

    /** The text of a REG_SZ or REG_EXPAND_SZ up to its end, unexpanded; empty for other types. */
    String text() {
        if (type != REG_SZ && type != REG_EXPAND_SZ) {
            return "";
        }
        String all = characters();
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }

    /** The texts of a REG_MULTI_SZ up to the empty one that ends it; a single REG_SZ counts as a list of one. */
    List<String> texts() {
        if (type != REG_MULTI_SZ) {
            String single = text();
            return single.isEmpty() ? List.of() : List.of(single);
        }
        List<String> texts = new ArrayList<>();
        for (String text : characters().split("\0", -1)) {
            if (text.isEmpty()) {
                break;
            }
            texts.add(text);
        }
        return texts;
    }

    private String characters() {
        return new String(data, 0, data.length & ~1, StandardCharsets.UTF_16LE);
    }
}
