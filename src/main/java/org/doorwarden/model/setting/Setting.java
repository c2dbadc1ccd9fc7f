package org.doorwarden.model.setting;

import java.util.Locale;
import org.doorwarden.model.Identified;

/** One thing on a server, besides its services, that can be read, set and put back. */
public sealed interface Setting
        permits RegistrySetting, KeySecurity, LocalGroup, GroupMembers, FirewallRuleName, IisElement, WindowsFeature {

    /** The kinds of settings. */
    enum Kind implements Identified {
        REGISTRY_VALUE("registry-value"),
        KEY_SECURITY("key-security"),
        LOCAL_GROUP("local-group"),
        GROUP_MEMBERS("group-members"),
        FIREWALL_RULE("firewall-rule"),
        IIS_CONFIGURATION("iis-configuration"),
        WINDOWS_FEATURE("windows-feature");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    Kind kind();

    /** Where it is, as the server spells it: a key and value, a group's name, a rule's name. */
    String address();

    /** Whether a value is of the form that the setting holds. */
    boolean accepts(SettingValue value);

    /** The same for two settings that are the same one: Windows tells none of these apart by case. */
    default String identity() {
        return kind().id() + ":" + address().toLowerCase(Locale.ROOT);
    }
}
