package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A security identifier between its text and its bytes: revision, number of sub-authorities, six bytes of authority with
 * the highest first, and each sub-authority in four bytes with the lowest first.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-sid">SID</a>
 */
final class Sid {

    /** The largest SID: SECURITY_MAX_SID_SIZE. */
    static final int MOST_BYTES = 68;

    private static final Pattern FORM = Pattern.compile("[Ss]-1-(0[xX][0-9a-fA-F]{1,12}|\\d{1,15})(-\\d{1,10}){0,15}");
    private static final int HEADER = 8;
    private static final long LARGEST_AUTHORITY = 0xFFFFFFFFFFFFL;
    private static final long LARGEST_PART = 0xFFFFFFFFL;

    private Sid() {}

    /** The bytes of a SID in text form; empty if the text is none. */
    static Optional<byte[]> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] parts = text.split("-");
        int count = parts.length - 3;
        long authority = authority(parts[2]);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + 4 * count).order(ByteOrder.BIG_ENDIAN);
        if (authority > LARGEST_AUTHORITY) {
            return Optional.empty();
        }
        bytes.putLong(authority).put(0, (byte) 1).put(1, (byte) count);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            long part = Long.parseLong(parts[3 + i]);
            if (part > LARGEST_PART) {
                return Optional.empty();
            }
            bytes.putInt((int) part);
        }
        return Optional.of(bytes.array());
    }

    private static long authority(String text) {
        return text.length() > 2 && Character.toLowerCase(text.charAt(1)) == 'x'
                ? Long.parseLong(text.substring(2), 16)
                : Long.parseLong(text);
    }

    /** The text of the SID at an address. */
    static String at(Pointer address) {
        int count = Math.min(address.getByte(1) & 0xFF, 15);
        return text(address.getByteArray(0, HEADER + 4 * count));
    }

    private static String text(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
        long authority = buffer.getLong(0) & LARGEST_AUTHORITY;
        // Windows writes an authority that does not fit into four bytes in hexadecimal digits.
        StringBuilder text = new StringBuilder("S-1-")
                .append(
                        authority > LARGEST_PART
                                ? String.format(Locale.ROOT, "0x%012x", authority)
                                : Long.toString(authority));
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        for (int at = HEADER; at < bytes.length; at += 4) {
            text.append('-').append(Integer.toUnsignedString(buffer.getInt(at)));
        }
        return text.toString();
    }

    /** A copy that Windows can read. */
    static Memory copy(byte[] sid) {
        Memory memory = new Memory(sid.length);
        memory.write(0, sid, 0, sid.length);
        return memory;
    }
}
