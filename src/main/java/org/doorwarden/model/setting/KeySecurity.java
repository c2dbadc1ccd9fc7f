package org.doorwarden.model.setting;

import java.util.Objects;

/**
 * Who may use a registry key below HKEY_LOCAL_MACHINE: its access list. A key that is not there has none; giving it one
 * makes the key, and putting that back removes it if nothing else is in it.
 *
 * @param key the key's path, without the root
 */
public record KeySecurity(String key) implements Setting {

    public KeySecurity {
        Objects.requireNonNull(key, "key");
    }

    @Override
    public Kind kind() {
        return Kind.KEY_SECURITY;
    }

    @Override
    public String address() {
        return "HKLM\\" + key;
    }

    @Override
    public boolean accepts(SettingValue value) {
        return value instanceof Absent || value instanceof AccessList;
    }
}
