package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Texts in memory that Windows owns. */
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

    private static String decode(Pointer text, int bytes) {
        return new String(text.getByteArray(0, bytes), StandardCharsets.UTF_16LE);
    }
}
