package org.doorwarden.model.setting;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is in a value of the registry, byte for byte. Whoever wrote it may have left out the end of a text, written a
 * number as a text, or filled the rest with rubbish; reading it never fails, and gives the sensible part.
 *
 * @param type the number that Windows gives to the type: 1 for REG_SZ, 4 for REG_DWORD, 7 for REG_MULTI_SZ
 * @param hex the bytes in hexadecimal digits, lower case
 * @see <a href="https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types">Registry value types</a>
 */
public record RegistryData(int type, String hex) implements SettingValue {

    private static final int REG_SZ = 1;
    private static final int REG_EXPAND_SZ = 2;
    private static final int REG_DWORD = 4;
    private static final int REG_MULTI_SZ = 7;

    public RegistryData {
        Objects.requireNonNull(hex, "hex");
        HexFormat.of().parseHex(hex);
    }

    public static RegistryData of(int type, byte[] bytes) {
        return new RegistryData(type, HexFormat.of().formatHex(bytes));
    }

    /** A REG_DWORD; the number without sign. */
    public static RegistryData number(long number) {
        return of(
                REG_DWORD,
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) number)
                        .array());
    }

    /** A REG_SZ with the zero that ends it. */
    public static RegistryData text(String text) {
        return of(REG_SZ, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    /** A REG_MULTI_SZ with the zeros that end each text and the list. */
    public static RegistryData texts(List<String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(text).append('\0'));
        return of(REG_MULTI_SZ, all.append('\0').toString().getBytes(StandardCharsets.UTF_16LE));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The number of a REG_DWORD, without sign. */
    public OptionalLong number() {
        byte[] bytes = bytes();
        if (type != REG_DWORD || bytes.length < 4) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Integer.toUnsignedLong(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt()));
    }

    /** The texts of a REG_MULTI_SZ up to the empty one that ends it; a single text counts as a list of one. */
    public List<String> texts() {
        if (type == REG_SZ || type == REG_EXPAND_SZ) {
            String single = characters().split("\0", 2)[0];
            return single.isEmpty() ? List.of() : List.of(single);
        }
        List<String> texts = new ArrayList<>();
        if (type == REG_MULTI_SZ) {
            for (String text : characters().split("\0", -1)) {
                if (text.isEmpty()) {
                    break;
                }
                texts.add(text);
            }
        }
        return texts;
    }

    @Override
    public String text() {
        return type + ":" + hex;
    }

    private String characters() {
        byte[] bytes = bytes();
        return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE);
    }
}
