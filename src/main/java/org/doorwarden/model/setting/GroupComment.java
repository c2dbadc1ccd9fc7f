package org.doorwarden.model.setting;

import java.util.Objects;

/** The group is there; this is what it says it is for. Anybody may reword that: it is not what is compared. */
public record GroupComment(String comment) implements SettingValue {

    public GroupComment {
        Objects.requireNonNull(comment, "comment");
    }

    @Override
    public boolean matches(SettingValue wanted) {
        return wanted instanceof GroupComment;
    }

    @Override
    public String text() {
        return "present";
    }
}
