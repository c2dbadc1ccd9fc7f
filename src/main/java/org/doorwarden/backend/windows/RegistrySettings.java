package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;

/** Values of the registry, read and written byte for byte. */
final class RegistrySettings {

    private static final int KEY_SET_VALUE = 0x2;
    private static final int KEY_QUERY_VALUE = 0x1;

    private RegistrySettings() {}

    static SettingValue read(RegistrySetting setting, RegistryKey.Buffers buffers) throws WindowsFailure {
        Optional<RegistryKey> key = RegistryKey.localMachine(setting.key());
        if (key.isEmpty()) {
            return Absent.WITH_ITS_KEY;
        }
        try (RegistryKey open = key.get()) {
            return open.value(setting.name(), buffers)
                    .<SettingValue>map(value -> RegistryData.of(value.type(), value.data()))
                    .orElse(Absent.ITSELF);
        }
    }

    static void write(RegistrySetting setting, SettingValue value) throws WindowsFailure {
        if (value instanceof RegistryData data) {
            set(setting, data);
            return;
        }
        delete(setting);
        if (value == Absent.WITH_ITS_KEY) {
            removeIfEmpty(setting.key());
        }
    }

    /**
     * Makes the key as well, where there is none. Of a text without its end Windows looks whether a zero follows in memory,
     * and would take that in, too.
     */
    private static void set(RegistrySetting setting, RegistryData value) throws WindowsFailure {
        byte[] bytes = value.bytes();
        Memory data = new Memory(bytes.length + 4L);
        data.setMemory(0, data.size(), (byte) 0xFF);
        data.write(0, bytes, 0, bytes.length);
        PointerByReference opened = new PointerByReference();
        WindowsFailure.check(
                "RegCreateKeyEx",
                Advapi.RegCreateKeyExW(
                        RegistryKey.LOCAL_MACHINE,
                        new WString(setting.key()),
                        0,
                        null,
                        0,
                        KEY_SET_VALUE,
                        null,
                        opened,
                        null));
        Pointer key = opened.getValue();
        try {
            WindowsFailure.check(
                    "RegSetValueEx",
                    Advapi.RegSetValueExW(key, new WString(setting.name()), 0, value.type(), data, bytes.length));
        } finally {
            Advapi.RegCloseKey(key);
        }
    }

    private static void delete(RegistrySetting setting) throws WindowsFailure {
        PointerByReference opened = new PointerByReference();
        int error =
                Advapi.RegOpenKeyExW(RegistryKey.LOCAL_MACHINE, new WString(setting.key()), 0, KEY_SET_VALUE, opened);
        if (error == WindowsError.FILE_NOT_FOUND) {
            return;
        }
        WindowsFailure.check("RegOpenKeyEx", error);
        Pointer key = opened.getValue();
        try {
            int deleted = Advapi.RegDeleteValueW(key, new WString(setting.name()));
            WindowsFailure.check("RegDeleteValue", deleted == WindowsError.FILE_NOT_FOUND ? 0 : deleted);
        } finally {
            Advapi.RegCloseKey(key);
        }
    }

    /**
     * Removes a key in which there is nothing.
     *
     * @return whether there is no such key now; otherwise something is in it
     */
    static boolean removeIfEmpty(String path) throws WindowsFailure {
        PointerByReference opened = new PointerByReference();
        int error = Advapi.RegOpenKeyExW(RegistryKey.LOCAL_MACHINE, new WString(path), 0, KEY_QUERY_VALUE, opened);
        if (error == WindowsError.FILE_NOT_FOUND) {
            return true;
        }
        WindowsFailure.check("RegOpenKeyEx", error);
        Pointer key = opened.getValue();
        try {
            IntByReference subKeys = new IntByReference();
            IntByReference values = new IntByReference();
            WindowsFailure.check(
                    "RegQueryInfoKey",
                    Advapi.RegQueryInfoKeyW(
                            key, null, null, null, subKeys, null, null, values, null, null, null, null));
            if (subKeys.getValue() > 0 || values.getValue() > 0) {
                return false;
            }
        } finally {
            Advapi.RegCloseKey(key);
        }
        WindowsFailure.check("RegDeleteKey", Advapi.RegDeleteKeyW(RegistryKey.LOCAL_MACHINE, new WString(path)));
        return true;
    }
}
