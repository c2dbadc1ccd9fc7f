package org.doorwarden.restrict;

import java.util.Objects;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;

/** One setting to be set, so that a limit holds. */
public record Step(Setting setting, SettingValue before, SettingValue after, TakesEffect takesEffect) {

    public Step {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(takesEffect, "takesEffect");
    }
}
