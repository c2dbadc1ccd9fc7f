package org.doorwarden.model.setting;

import org.doorwarden.model.Identified;

/** Nothing is there. That is a value, and is put back as any other. */
public enum Absent implements SettingValue, Identified {
    /** The thing itself is not there. */
    ITSELF("absent"),
    /** Not even the registry key it would be in is there; putting that back removes the key if nothing else is in it. */
    WITH_ITS_KEY("absent-with-key");

    private final String id;

    Absent(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean matches(SettingValue wanted) {
        return wanted instanceof Absent;
    }

    @Override
    public String text() {
        return ITSELF.id;
    }
}
