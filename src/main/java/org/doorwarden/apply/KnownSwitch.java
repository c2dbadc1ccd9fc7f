package org.doorwarden.apply;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.text.Message;

/**
 * A setting that has words of its own, and says more than its address.
 *
 * @param subject what it is
 * @param name the middle of the keys of its values
 * @param numbers the numbers that have a text
 */
record KnownSwitch(Message subject, String name, Set<Long> numbers) {

    private static final String CATALOGS = "system\\currentcontrolset\\control\\contentindex\\catalogs\\";

    private static final Map<String, KnownSwitch> ALL = Map.ofEntries(
            entry(KnownSettings.DENY_CONNECTIONS, "connections", 0, 1),
            entry(KnownSettings.USER_AUTHENTICATION, "nla", 0, 1),
            entry(KnownSettings.SECURITY_LAYER, "layer", 0, 1, 2),
            entry(KnownSettings.MIN_ENCRYPTION, "encryption", 1, 2, 3, 4),
            entry(KnownSettings.AUTO_SHARE_SERVER, "shares", 0, 1),
            entry(KnownSettings.AUTO_SHARE_WORKSTATION, "shares", 0, 1),
            entry(KnownSettings.SMB1, "smb1", 0, 1),
            entry(KnownSettings.REQUIRE_SIGNING, "signing", 0, 1),
            entry(KnownSettings.ENABLE_SIGNING, "sign", 0, 1),
            entry(KnownSettings.WINREG, "winreg"),
            entry(KnownSettings.ALLOWED_PATHS, "paths"),
            entry(KnownSettings.ALLOWED_EXACT_PATHS, "exact"));

    static Optional<KnownSwitch> of(Setting setting) {
        if (setting instanceof RegistrySetting value
                && value.key().toLowerCase(Locale.ROOT).startsWith(CATALOGS)) {
            return Optional.of(new KnownSwitch(Message.of("setting.known.scope", value.name()), "scope", Set.of()));
        }
        return Optional.ofNullable(ALL.get(setting.identity()));
    }

    /** What is found there in its own words; empty where it has none for that. */
    Optional<Message> value(SettingValue value) {
        if (name.equals("scope")) {
            return Optional.of(
                    Message.of(value instanceof Absent ? "setting.known.scope.absent" : "setting.known.scope.present"));
        }
        if (value instanceof Absent && !numbers.isEmpty()) {
            return Optional.of(Message.of("setting.unset"));
        }
        OptionalLong number = value instanceof RegistryData data ? data.number() : OptionalLong.empty();
        return number.isPresent() && numbers.contains(number.getAsLong())
                ? Optional.of(Message.of("setting.known." + name + "." + number.getAsLong()))
                : Optional.empty();
    }

    private static Map.Entry<String, KnownSwitch> entry(Setting setting, String name, long... numbers) {
        Set<Long> known = new TreeSet<>();
        for (long number : numbers) {
            known.add(number);
        }
        return Map.entry(
                setting.identity(), new KnownSwitch(Message.of("setting.known." + name), name, Set.copyOf(known)));
    }
}
