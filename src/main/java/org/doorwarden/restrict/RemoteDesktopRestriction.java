package org.doorwarden.restrict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;

/** Remote Desktop: who, how a session is secured, and whether there is one at all. */
final class RemoteDesktopRestriction implements Restriction {

    private static final ServiceName SERVICE = new ServiceName("TermService");

    /** Each word of a limit with the number that the registry has for it. */
    private record Switch(Limit limit, RegistrySetting setting, Map<String, Integer> numbers, String advised) {}

    private static final List<Switch> SWITCHES = List.of(
            new Switch(Limit.CONNECTIONS, KnownSettings.DENY_CONNECTIONS, Map.of("on", 0, "off", 1), "on"),
            new Switch(Limit.NLA, KnownSettings.USER_AUTHENTICATION, Map.of("on", 1, "off", 0), "on"),
            new Switch(
                    Limit.SECURITY_LAYER,
                    KnownSettings.SECURITY_LAYER,
                    Map.of("rdp", 0, "negotiate", 1, "tls", 2),
                    "tls"),
            new Switch(
                    Limit.ENCRYPTION,
                    KnownSettings.MIN_ENCRYPTION,
                    Map.of("low", 1, "client-compatible", 2, "high", 3, "fips", 4),
                    "high"));

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        return service.name().equals(SERVICE)
                ? SWITCHES.stream()
                        .map(each ->
                                new Offer(each.limit(), now(inventory, each), List.of(each.advised()), TakesEffect.NOW))
                        .toList()
                : List.of();
    }

    private static List<String> now(Inventory inventory, Switch each) {
        return inventory
                .access()
                .find(each.setting())
                .filter(RegistryData.class::isInstance)
                .map(value -> ((RegistryData) value).number())
                .flatMap(number -> each.numbers().entrySet().stream()
                        .filter(entry -> number.isPresent() && number.getAsLong() == entry.getValue())
                        .map(Map.Entry::getKey)
                        .findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        for (Switch each : SWITCHES) {
            limits.of(each.limit()).ifPresent(said -> {
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
        return list.steps();
    }

    private static boolean isSetByPolicy(Inventory inventory, RegistrySetting setting) {
        Optional<SettingValue> policy = inventory.access().find(KnownSettings.policy(setting));
        return policy.isPresent() && !(policy.get() instanceof Absent);
    }
}
