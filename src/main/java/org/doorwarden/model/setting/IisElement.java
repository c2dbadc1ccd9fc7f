package org.doorwarden.model.setting;

import java.util.Objects;

/**
 * An element of {@code applicationHost.config}, with everything in it.
 *
 * @param path from the root, parted by slashes, each step with the attribute that tells it from its siblings where there
 *     are some, as {@code configuration/system.applicationHost/sites/site[@name='FTP']/ftpServer}
 */
public record IisElement(String path) implements Setting {

    public IisElement {
        Objects.requireNonNull(path, "path");
    }

    @Override
    public Kind kind() {
        return Kind.IIS_CONFIGURATION;
    }

    @Override
    public String address() {
        return path;
    }

    @Override
    public boolean accepts(SettingValue value) {
        return value instanceof Absent || value instanceof XmlText;
    }
}
