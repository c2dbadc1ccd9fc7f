package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Windows' texts in memory: two bytes a character. */
final class WideText {

    private WideText() {}

    /**
     * A text of COM: the number of its bytes stands in the four bytes before it, and none at all is an empty one.
     *
     * @see <a href="https://learn.microsoft.com/previous-versions/windows/desktop/automat/bstr">BSTR</a>
     */
    static String counted(Pointer text) {
        return text == null ? "" : decode(text, text.share(-Integer.BYTES).getInt(0));
    }

    /** A text that ends with a zero; none at all is an empty one. */
    static String terminated(Pointer text) {
        if (text == null) {
            return "";
        }
        int length = 0;
        while (text.getShort(length) != 0) {
            length += Short.BYTES;
        }
        return decode(text, length);
    }

    /** How many bytes a text takes with the zero that ends it. */
    static int size(String text) {
        return Short.BYTES * (text.length() + 1);
    }

    /** Writes a text and the zero that ends it. */
    static void write(Memory memory, long offset, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        memory.write(offset, bytes, 0, bytes.length);
    }

    private static String decode(Pointer text, int bytes) {
        return new String(text.getByteArray(0, bytes), StandardCharsets.UTF_16LE);
    }
}
