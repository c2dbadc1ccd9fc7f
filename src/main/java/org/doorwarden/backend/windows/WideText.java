package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Windows' texts in memory: two bytes a character, ended by a zero. */
final class WideText {

    private WideText() {}

    /** The text that begins at an address; empty where there is no address. */
    static String at(Pointer address) {
        if (address == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (long offset = 0; address.getShort(offset) != 0; offset += 2) {
            text.append((char) address.getShort(offset));
        }
        return text.toString();
    }

    /** How many bytes a text takes with its end. */
    static int size(String text) {
        return 2 * text.length() + 2;
    }

    /** Writes a text and its end. */
    static void write(Memory memory, long offset, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        memory.write(offset, bytes, 0, bytes.length);
    }
}
