package org.doorwarden.model.setting;

/** What is found at a {@link Setting}. Every value can be written down and put back exactly. */
public sealed interface SettingValue
        permits Absent, RegistryData, AccessList, GroupComment, Members, FirewallRule, XmlText, FeatureState {

    /** Whether the server, being as this value says, is as the other one wants it. */
    default boolean matches(SettingValue wanted) {
        return equals(wanted);
    }

    /** One line that says the value for records and scripts: stable, and different for values that do not match. */
    String text();
}
