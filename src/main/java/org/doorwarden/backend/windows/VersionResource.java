package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.WindowsError;

/**
 * What a program says of itself.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winver/nf-winver-verqueryvaluew">VerQueryValue</a>
 */
final class VersionResource {

    /** No such file, not a program, no resources, none of this kind: the program says nothing. */
    private static final Set<Integer> SAYS_NOTHING =
            Set.of(WindowsError.FILE_NOT_FOUND, 3, 11, 193, 1812, 1813, 1814, 1815);

    private static final int LARGEST = 256 * 1024;
    private static final int MOST_TRANSLATIONS = 16;
    private static final int LONGEST_TEXT = 200;
    private static final int TRANSLATION_SIZE = 4;
    /** American English in Unicode, in Windows Latin 1, and in no code page: used where a resource names no language. */
    private static final List<String> USUAL = List.of("040904b0", "040904e4", "04090000");

    private final Memory resource;

    private VersionResource(Memory resource) {
        this.resource = resource;
    }

    /** Empty if the program says nothing, or an unreasonable lot. */
    static Optional<VersionResource> of(String program) throws WindowsFailure {
        WString file = new WString(program);
        int size = VersionLibrary.GetFileVersionInfoSizeW(file, new IntByReference());
        if (size == 0) {
            int error = Native.getLastError();
            if (error == 0 || SAYS_NOTHING.contains(error)) {
                return Optional.empty();
            }
            throw new WindowsFailure("GetFileVersionInfoSize", error);
        }
        if (size < 0 || size > LARGEST) {
            return Optional.empty();
        }
        Memory resource = new Memory(size);
        if (!VersionLibrary.GetFileVersionInfoW(file, 0, size, resource)) {
            throw new WindowsFailure("GetFileVersionInfo", Native.getLastError());
        }
        return Optional.of(new VersionResource(resource));
    }

    /** The first language counts that has the text; empty if none has. */
    String companyName() {
        for (String language :
                languages(value("\\VarFileInfo\\Translation", 1, MOST_TRANSLATIONS * TRANSLATION_SIZE))) {
            String text = text(value("\\StringFileInfo\\" + language + "\\CompanyName", 2, LONGEST_TEXT * 2));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** The languages to look for, each with its code page, as names of string tables: first those named, then the usual. */
    static List<String> languages(byte[] translations) {
        List<String> languages = new ArrayList<>();
        for (int i = 0; i + TRANSLATION_SIZE <= translations.length; i += TRANSLATION_SIZE) {
            languages.add(String.format(Locale.ROOT, "%04x%04x", word(translations, i), word(translations, i + 2)));
        }
        languages.addAll(USUAL);
        return languages;
    }

    /** A text up to its end, of which it may have none. */
    static String text(byte[] utf16) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 2 <= utf16.length && word(utf16, i) != 0; i += 2) {
            text.append((char) word(utf16, i));
        }
        return text.toString().strip();
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    /**
     * The bytes of a value, or what of them lies within the resource: a damaged one may point outside.
     *
     * @param unit how many bytes Windows counts as one: texts are counted in characters
     */
    private byte[] value(String name, int unit, int most) {
        PointerByReference found = new PointerByReference();
        IntByReference length = new IntByReference();
        if (!VersionLibrary.VerQueryValueW(resource, new WString(name), found, length) || found.getValue() == null) {
            return new byte[0];
        }
        long at = Pointer.nativeValue(found.getValue()) - Pointer.nativeValue(resource);
        long wanted = Math.min(Integer.toUnsignedLong(length.getValue()) * unit, most);
        if (at < 0 || at >= resource.size()) {
            return new byte[0];
        }
        return resource.getByteArray(at, (int) Math.min(wanted, resource.size() - at));
    }
}
