package org.doorwarden.model.setting;

import java.util.Objects;

/**
 * A value of the registry below HKEY_LOCAL_MACHINE.
 *
 * @param key the path of its key, without the root
 * @param name the value's name
 */
public record RegistrySetting(String key, String name) implements Setting {

    public RegistrySetting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Kind kind() {
        return Kind.REGISTRY_VALUE;
    }

    @Override
    public String address() {
        return "HKLM\\" + key + "\\" + name;
    }

    @Override
    public boolean accepts(SettingValue value) {
        return value instanceof Absent || value instanceof RegistryData;
    }
}
