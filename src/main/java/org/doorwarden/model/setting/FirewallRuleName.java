package org.doorwarden.model.setting;

import java.util.Objects;

/**
 * A rule of the Windows firewall by its name, which is all that its programming interface knows it by.
 *
 * @param name the name; more than one rule may have it, and then none of them can be changed
 */
public record FirewallRuleName(String name) implements Setting {

    public FirewallRuleName {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Kind kind() {
        return Kind.FIREWALL_RULE;
    }

    @Override
    public String address() {
        return name;
    }

    @Override
    public boolean accepts(SettingValue value) {
        return value instanceof Absent
                || (value instanceof FirewallRule rule && rule.name().equalsIgnoreCase(name));
    }
}
