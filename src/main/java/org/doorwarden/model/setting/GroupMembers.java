package org.doorwarden.model.setting;

import java.util.Objects;

/**
 * Who is in a local group.
 *
 * @param group its name or, for a group of Windows itself, its SID: the name is another one in every language
 */
public record GroupMembers(String group) implements Setting {

    public GroupMembers {
        Objects.requireNonNull(group, "group");
    }

    @Override
    public Kind kind() {
        return Kind.GROUP_MEMBERS;
    }

    @Override
    public String address() {
        return group;
    }

    @Override
    public boolean accepts(SettingValue value) {
        return value instanceof Absent || value instanceof Members;
    }
}
