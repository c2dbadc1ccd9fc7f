package org.doorwarden.model.setting;

import java.util.Objects;

/**
 * A component of Windows that can be uninstalled.
 *
 * @param name the name that DISM knows it by, as {@code TelnetServer}
 */
public record WindowsFeature(String name) implements Setting {

    public WindowsFeature {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Kind kind() {
        return Kind.WINDOWS_FEATURE;
    }

    @Override
    public String address() {
        return name;
    }

    @Override
    public boolean accepts(SettingValue value) {
        return value instanceof Absent || value instanceof FeatureState;
    }
}
