package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;

/**
 * Remote Desktop: who, how a session is secured, and whether there is one at all. What a Windows does not have is not
 * offered there; a value that is not in the registry is not guessed.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/termserv/win32-tsgeneralsetting-setsecuritylayer">
 *     SetSecurityLayer: TLS does not go with low encryption</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/termserv/win32-tsgeneralsetting-setencryptionlevel">
 *     SetEncryptionLevel</a>
 */
public final class RemoteDesktopRestriction implements Restriction {

    private static final ServiceName SERVICE = new ServiceName("TermService");
    /** The first Windows with the group Remote Desktop Users and a switch for all connections. */
    private static final WindowsVersion FIRST_WITH_GROUP = new WindowsVersion(5, 1);
    /** Windows Server 2003, which has a security layer from Service Pack 1 on. */
    private static final WindowsVersion SERVER_2003 = new WindowsVersion(5, 2);

    private static final WindowsVersion FIRST_WITH_NLA = new WindowsVersion(6, 0);
    private static final int TLS = 2;
    private static final int LOW = 1;

    /** Each word of a limit with the number that the registry has for it. */
    private record Switch(Limit limit, RegistrySetting setting, Map<String, Integer> numbers, String advised) {}

    private static final Switch LAYER = new Switch(
            Limit.SECURITY_LAYER, KnownSettings.SECURITY_LAYER, Map.of("rdp", 0, "negotiate", 1, "tls", TLS), "tls");
    private static final Switch ENCRYPTION = new Switch(
            Limit.ENCRYPTION,
            KnownSettings.MIN_ENCRYPTION,
            Map.of("low", LOW, "client-compatible", 2, "high", 3, "fips", 4),
            "high");
    private static final List<Switch> SWITCHES = List.of(
            new Switch(Limit.CONNECTIONS, KnownSettings.DENY_CONNECTIONS, Map.of("on", 0, "off", 1), "on"),
            new Switch(Limit.NLA, KnownSettings.USER_AUTHENTICATION, Map.of("on", 1, "off", 0), "on"),
            LAYER,
            ENCRYPTION);

    RemoteDesktopRestriction() {}

    /** Whether there is a group of those who may use it; Windows 2000 has the permissions of the connection instead. */
    public static boolean hasGroup(Inventory inventory) {
        return isFrom(inventory, FIRST_WITH_GROUP);
    }

    /** Whether Group Policy decides on it. */
    public static boolean isSetByPolicy(Inventory inventory, RegistrySetting setting) {
        Optional<SettingValue> policy = inventory.access().find(KnownSettings.policy(setting));
        return policy.isPresent() && !(policy.get() instanceof Absent);
    }

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        if (!service.name().equals(SERVICE)) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        if (hasGroup(inventory)) {
            offers.add(new Offer(Limit.MEMBERS, members(inventory), List.of(), TakesEffect.NOW));
        }
        for (Switch each : SWITCHES) {
            if (isThere(inventory, each)) {
                offers.add(new Offer(each.limit(), now(inventory, each), List.of(each.advised()), TakesEffect.NOW));
            }
        }
        return offers;
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        if (hasGroup(inventory)) {
            limits.of(Limit.MEMBERS)
                    .ifPresent(said -> list.set(
                            KnownSettings.REMOTE_DESKTOP_USERS,
                            AccountsSaid.members(said, lookups, list),
                            TakesEffect.NOW));
        }
        for (Switch each : SWITCHES) {
            limits.of(each.limit()).filter(said -> isThere(inventory, each)).ifPresent(said -> {
                Integer number =
                        limits.word(each.limit()).map(each.numbers()::get).orElse(null);
                if (number == null) {
                    list.problem(LimitProblem.Kind.WRONG_VALUE, String.join(", ", said));
                } else if (isSetByPolicy(inventory, each.setting())) {
                    list.problem(
                            LimitProblem.Kind.POLICY,
                            KnownSettings.policy(each.setting()).address());
                } else {
                    list.set(each.setting(), RegistryData.number(number), TakesEffect.NOW);
                }
            });
        }
        boolean eitherSaid =
                limits.of(LAYER.limit()).or(() -> limits.of(ENCRYPTION.limit())).isPresent();
        if (eitherSaid && will(inventory, limits, LAYER, TLS) && will(inventory, limits, ENCRYPTION, LOW)) {
            list.problem(LimitProblem.Kind.CONTRADICTION, "security-layer=tls, encryption=low");
        }
        return list.steps();
    }

    /** Whether a setting will have that number once the limits hold. */
    private static boolean will(Inventory inventory, Limits limits, Switch each, int number) {
        Optional<List<String>> said = limits.of(each.limit());
        return (said.isPresent() ? said.get() : now(inventory, each))
                .stream()
                        .anyMatch(word ->
                                Integer.valueOf(number).equals(each.numbers().get(word)));
    }

    private static boolean isThere(Inventory inventory, Switch each) {
        return switch (each.limit()) {
            case CONNECTIONS -> hasGroup(inventory);
            case NLA -> isFrom(inventory, FIRST_WITH_NLA);
            case SECURITY_LAYER ->
                isFrom(inventory, FIRST_WITH_NLA)
                        || (isFrom(inventory, SERVER_2003)
                                && number(inventory, each.setting()).isPresent());
            default -> hasGroup(inventory) || number(inventory, each.setting()).isPresent();
        };
    }

    private static boolean isFrom(Inventory inventory, WindowsVersion first) {
        return inventory
                .server()
                .windowsVersion()
                .map(version -> version.compareTo(first) >= 0)
                .orElse(true);
    }

    private static List<String> members(Inventory inventory) {
        return inventory
                .access()
                .find(KnownSettings.REMOTE_DESKTOP_USERS)
                .filter(Members.class::isInstance)
                .map(value -> AccountsSaid.said((Members) value))
                .orElse(List.of());
    }

    /** What counts: the policy's word if there is one. */
    private static List<String> now(Inventory inventory, Switch each) {
        OptionalLong number = number(
                inventory,
                isSetByPolicy(inventory, each.setting()) ? KnownSettings.policy(each.setting()) : each.setting());
        return each.numbers().entrySet().stream()
                .filter(entry -> number.isPresent() && number.getAsLong() == entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static OptionalLong number(Inventory inventory, RegistrySetting setting) {
        return inventory
                .access()
                .find(setting)
                .filter(RegistryData.class::isInstance)
                .map(value -> ((RegistryData) value).number())
                .orElse(OptionalLong.empty());
    }
}
