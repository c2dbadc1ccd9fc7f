package org.doorwarden.apply;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.text.Message;

/** Settings, and what is found at them, in a few words. */
public final class SettingWords {

    /** Numbers of the registry that have names for people, and how many of them have, counted from 0. */
    private static final Map<Setting, Integer> NAMED = Map.of(
            KnownSettings.DENY_CONNECTIONS, 2,
            KnownSettings.USER_AUTHENTICATION, 2,
            KnownSettings.SECURITY_LAYER, 3,
            KnownSettings.MIN_ENCRYPTION, 5,
            KnownSettings.AUTO_SHARE_SERVER, 2,
            KnownSettings.SMB1, 2,
            KnownSettings.REQUIRE_SIGNING, 2,
            KnownSettings.ENABLE_SIGNING, 2);

    private SettingWords() {}

    /** What is set, as {@code the members of Remote Desktop Users}. */
    public static Message subject(Setting setting) {
        if (setting instanceof RegistrySetting registry && NAMED.containsKey(setting)) {
            return Message.of("setting.named." + registry.name());
        }
        return Message.of("setting." + setting.kind().id(), setting.address());
    }

    /** What is found at a setting, in the words for that setting where there are any. */
    public static Message value(Setting setting, SettingValue value) {
        if (setting instanceof RegistrySetting registry && value instanceof RegistryData data) {
            long number = data.number().orElse(-1);
            if (number >= 0 && number < NAMED.getOrDefault(setting, 0)) {
                return Message.of("setting.named." + registry.name() + "." + number);
            }
        }
        return value(value);
    }

    /** What is found there. */
    private static Message value(SettingValue value) {
        if (value instanceof Absent) {
            return Message.of("setting.absent");
        }
        if (value instanceof RegistryData data) {
            return registry(data);
        }
        if (value instanceof AccessList list) {
            return access(list);
        }
        if (value instanceof Members members) {
            return members(members);
        }
        if (value instanceof FirewallRule rule) {
            return rule(rule);
        }
        if (value instanceof XmlText xml) {
            return Message.of("setting.xml", xml.text());
        }
        return value instanceof FeatureState state
                ? Message.of("setting.feature." + state.id())
                : Message.of("setting.group.present");
    }

    private static Message registry(RegistryData data) {
        OptionalLong number = data.number();
        if (number.isPresent()) {
            return Message.of("setting.number", Long.toString(number.getAsLong()));
        }
        List<String> texts = data.texts();
        return texts.isEmpty() ? Message.of("setting.empty") : Message.of("setting.text", String.join("; ", texts));
    }

    private static Message access(AccessList list) {
        return list.entries()
                .map(entries -> Message.of(
                        "setting.access",
                        entries.stream()
                                .filter(entry -> entry.allows() && entry.countsHere())
                                .map(entry -> list.account(entry.sid()).shown())
                                .distinct()
                                .collect(Collectors.joining(", "))))
                .orElse(Message.of("setting.access.unknown", list.sddl()));
    }

    private static Message members(Members members) {
        return members.accounts().isEmpty()
                ? Message.of("setting.members.none")
                : Message.of(
                        "setting.members",
                        members.accounts().stream().map(Account::shown).collect(Collectors.joining(", ")));
    }

    private static Message rule(FirewallRule rule) {
        String from = String.join(", ", rule.remoteAddresses());
        String key = rule.enabled() ? (rule.allows() ? "allows" : "blocks") : "off";
        return Message.of("setting.rule." + key, from.isEmpty() ? Message.of("setting.rule.anywhere") : from);
    }
}
