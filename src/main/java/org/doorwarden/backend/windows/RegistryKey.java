package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorwarden.backend.WindowsError;

/** An open registry key, to be read. */
final class RegistryKey implements AutoCloseable {

    /** HKEY_LOCAL_MACHINE. */
    static final Pointer LOCAL_MACHINE = Pointer.createConstant(0xFFFFFFFF80000002L);

    private static final int KEY_READ = 0x20019;
    private static final int LONGEST_KEY_NAME = 256;
    private static final int LONGEST_TEXT = 64 * 1024;

    private final Pointer handle;

    private RegistryKey(Pointer handle) {
        this.handle = handle;
    }

    /** Opens a key below HKEY_LOCAL_MACHINE; empty if there is none. */
    static Optional<RegistryKey> localMachine(String path) throws WindowsFailure {
        return open(LOCAL_MACHINE, path);
    }

    /** All values of a key below HKEY_LOCAL_MACHINE; empty if there is none. */
    static Optional<Content> localMachine(String path, Buffers buffers) throws WindowsFailure {
        Optional<RegistryKey> key = localMachine(path);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try (RegistryKey open = key.get()) {
            return Optional.of(open.read(buffers));
        }
    }

    /** Opens a key below this one; empty if there is none. */
    Optional<RegistryKey> open(String path) throws WindowsFailure {
        return open(handle, path);
    }

    private static Optional<RegistryKey> open(Pointer parent, String path) throws WindowsFailure {
        PointerByReference opened = new PointerByReference();
        int error = Advapi.RegOpenKeyExW(parent, new WString(path), 0, KEY_READ, opened);
        if (error == WindowsError.FILE_NOT_FOUND) {
            return Optional.empty();
        }
        if (error != 0) {
            throw new WindowsFailure("RegOpenKeyEx", error);
        }
        return Optional.of(new RegistryKey(opened.getValue()));
    }

    /** How much is in the key. */
    private record Size(int subKeys, int values, int longestValueName, int longestValue) {}

    /**
     * The key's values, found by name without regard to case.
     *
     * @param hasSubKeys whether there are keys below it
     */
    record Content(Map<String, RegistryValue> values, boolean hasSubKeys) {

        Optional<RegistryValue> value(String name) {
            return Optional.ofNullable(values.get(name));
        }

        String text(String name) {
            return value(name).map(RegistryValue::text).orElse("");
        }

        List<String> texts(String name) {
            return value(name).map(RegistryValue::texts).orElse(List.of());
        }

        int number(String name, int otherwise) {
            return value(name).map(each -> each.number().orElse(otherwise)).orElse(otherwise);
        }
    }

    /** Reads all values at once. */
    Content read(Buffers buffers) throws WindowsFailure {
        Size size = size();
        buffers.reserve(size.longestValueName() + 1, size.longestValue());
        Map<String, RegistryValue> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        // Values added meanwhile are read, too, as long as they fit; the end is where Windows says it is.
        for (int index = 0; index < size.values(); index++) {
            if (!readValue(index, buffers, values)) {
                break;
            }
        }
        return new Content(values, size.subKeys() > 0);
    }

    private boolean readValue(int index, Buffers buffers, Map<String, RegistryValue> values) throws WindowsFailure {
        while (true) {
            buffers.nameLength.setValue(buffers.nameCapacity);
            buffers.dataSize.setValue(buffers.dataCapacity);
            int error = Advapi.RegEnumValueW(
                    handle,
                    index,
                    buffers.name,
                    buffers.nameLength,
                    null,
                    buffers.type,
                    buffers.data,
                    buffers.dataSize);
            if (error == 0) {
                String name = new String(buffers.name.getCharArray(0, buffers.nameLength.getValue()));
                byte[] data = buffers.data.getByteArray(0, buffers.dataSize.getValue());
                values.put(name, new RegistryValue(buffers.type.getValue(), data));
                return true;
            }
            if (error == WindowsError.NO_MORE_ITEMS) {
                return false;
            }
            if (error != WindowsError.MORE_DATA) {
                throw new WindowsFailure("RegEnumValue", error);
            }
            buffers.reserve(buffers.nameCapacity * 2, Math.max(buffers.dataSize.getValue(), buffers.dataCapacity * 2));
        }
    }

    /** Reads one value; empty if there is none. */
    Optional<RegistryValue> value(String name, Buffers buffers) throws WindowsFailure {
        while (true) {
            buffers.dataSize.setValue(buffers.dataCapacity);
            int error = Advapi.RegQueryValueExW(
                    handle, new WString(name), null, buffers.type, buffers.data, buffers.dataSize);
            if (error == 0) {
                byte[] data = buffers.data.getByteArray(0, buffers.dataSize.getValue());
                return Optional.of(new RegistryValue(buffers.type.getValue(), data));
            }
            if (error == WindowsError.FILE_NOT_FOUND) {
                return Optional.empty();
            }
            if (error != WindowsError.MORE_DATA) {
                throw new WindowsFailure("RegQueryValueEx", error);
            }
            buffers.reserve(buffers.nameCapacity, Math.max(buffers.dataSize.getValue(), buffers.dataCapacity * 2));
        }
    }

    private Size size() throws WindowsFailure {
        IntByReference subKeys = new IntByReference();
        IntByReference longestSubKey = new IntByReference();
        IntByReference values = new IntByReference();
        IntByReference longestValueName = new IntByReference();
        IntByReference longestValue = new IntByReference();
        int error = Advapi.RegQueryInfoKeyW(
                handle,
                null,
                null,
                null,
                subKeys,
                longestSubKey,
                null,
                values,
                longestValueName,
                longestValue,
                null,
                null);
        if (error != 0) {
            throw new WindowsFailure("RegQueryInfoKey", error);
        }
        return new Size(subKeys.getValue(), values.getValue(), longestValueName.getValue(), longestValue.getValue());
    }

    /** The names of the keys below this one. */
    List<String> subKeys() throws WindowsFailure {
        List<String> names = new ArrayList<>();
        Memory name = new Memory(LONGEST_KEY_NAME * 2L);
        IntByReference length = new IntByReference();
        for (int index = 0; ; index++) {
            length.setValue(LONGEST_KEY_NAME);
            int error = Advapi.RegEnumKeyExW(handle, index, name, length, null, null, null, null);
            if (error == WindowsError.NO_MORE_ITEMS) {
                return names;
            }
            if (error != 0) {
                throw new WindowsFailure("RegEnumKeyEx", error);
            }
            names.add(new String(name.getCharArray(0, length.getValue())));
        }
    }

    /** A text that may stand in a resource of a DLL, as {@code @%SystemRoot%\system32\x.dll,-100}, looked up there. */
    Optional<String> localized(String value) {
        Memory text = new Memory(LONGEST_TEXT);
        IntByReference needed = new IntByReference();
        int error = Advapi.RegLoadMUIStringW(handle, new WString(value), text, LONGEST_TEXT, needed, 0, null);
        return error == 0 ? Optional.of(WideText.terminated(text)) : Optional.empty();
    }

    @Override
    public void close() {
        Advapi.RegCloseKey(handle);
    }

    /** Memory for names and data, used again for every value of a reading. */
    static final class Buffers {

        private final IntByReference nameLength = new IntByReference();
        private final IntByReference dataSize = new IntByReference();
        private final IntByReference type = new IntByReference();
        private int nameCapacity = 256;
        private int dataCapacity = 4096;
        private Memory name = new Memory(nameCapacity * 2L);
        private Memory data = new Memory(dataCapacity);

        private void reserve(int nameCharacters, int dataBytes) {
            if (nameCharacters > nameCapacity) {
                nameCapacity = nameCharacters;
                name = new Memory(nameCapacity * 2L);
            }
            if (dataBytes > dataCapacity) {
                dataCapacity = dataBytes;
                data = new Memory(dataCapacity);
            }
        }
    }
}
