package org.doorwarden.apply;

import java.util.List;
import java.util.OptionalLong;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.text.Message;

/** Settings, and what is found at them, in a few words. */
public final class SettingWords {

    /** So many characters of a text are enough for people to know it again. */
    private static final int MOST = 500;

    private SettingWords() {}

    /** What is set, as {@code the members of Remote Desktop Users}. */
    public static Message subject(Setting setting) {
        if (setting instanceof GroupMembers members) {
            return Message.of("setting.group-members", AccountWords.of(new Account(members.group(), members.group())));
        }
        if (setting instanceof IisElement element) {
            return FtpWords.subject(element)
                    .orElse(Message.of("setting." + setting.kind().id(), setting.address()));
        }
        return KnownSwitch.of(setting)
                .map(KnownSwitch::subject)
                .orElse(Message.of("setting." + setting.kind().id(), setting.address()));
    }

    /** What is found at a setting, in the words of that setting where it has some. */
    public static Message value(Setting setting, SettingValue value) {
        if (setting instanceof IisElement element) {
            return FtpWords.value(element, value).orElseGet(() -> value(value));
        }
        return KnownSwitch.of(setting).flatMap(known -> known.value(value)).orElseGet(() -> value(value));
    }

    /** What is found anywhere. */
    public static Message value(SettingValue value) {
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
            return AccountWords.of(members.accounts());
        }
        if (value instanceof FirewallRule rule) {
            return rule(rule);
        }
        if (value instanceof XmlText xml) {
            return shortened(xml.xml().replaceAll("\\s+", " "));
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
        return texts.isEmpty() ? Message.of("setting.empty") : shortened(String.join("; ", texts));
    }

    private static Message access(AccessList list) {
        return list.entries()
                .map(entries -> Message.of(
                        "setting.access",
                        AccountWords.of(entries.stream()
                                .filter(entry -> entry.allows() && entry.countsHere())
                                .map(entry -> list.account(entry.sid()))
                                .distinct()
                                .toList())))
                .orElse(Message.of("setting.access.unknown", shortened(list.sddl())));
    }

    private static Message rule(FirewallRule rule) {
        String from = String.join(", ", rule.remoteAddresses());
        String key = rule.enabled() ? (rule.allows() ? "allows" : "blocks") : "off";
        return Message.of(
                "setting.rule." + key, from.isEmpty() ? Message.of("setting.rule.anywhere") : shortened(from));
    }

    /** Of a long text its beginning, and how long it is. */
    private static Message shortened(String text) {
        return text.length() <= MOST
                ? Message.of("setting.text", text)
                : Message.of(
                        "setting.text.long",
                        text.substring(0, Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST),
                        text.length());
    }
}
