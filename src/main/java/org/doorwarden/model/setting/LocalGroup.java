package org.doorwarden.model.setting;

import java.util.Objects;

/**
 * Whether a local group is there. Only an empty group is removed again.
 *
 * @param name its name, for a group that Doorwarden makes; those of Windows itself are named by their SID
 */
public record LocalGroup(String name) implements Setting {

    public LocalGroup {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL_GROUP;
    }

    @Override
    public String address() {
        return name;
    }

    @Override
    public boolean accepts(SettingValue value) {
        return value instanceof Absent || value instanceof GroupComment;
    }
}
