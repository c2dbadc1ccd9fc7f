package org.doorwarden.restrict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.WindowsFeature;

/**
 * Names that were looked up before planning: a plan holds what they meant then, and does not ask again.
 *
 * @param accounts by what was said, without regard to case
 * @param hosts the addresses of hosts by name, without regard to case
 * @param features components of Windows by the name that DISM knows them by
 */
public record Lookups(
        Map<String, Account> accounts, Map<String, List<String>> hosts, Map<String, FeatureDetail> features) {

    /** Nothing was looked up. */
    public static final Lookups NONE = new Lookups(Map.of(), Map.of(), Map.of());

    public Lookups {
        accounts = lowerCase(accounts);
        hosts = lowerCase(hosts);
        features = lowerCase(features);
    }

    public Optional<Account> account(String said) {
        return Optional.ofNullable(accounts.get(said.toLowerCase(Locale.ROOT)));
    }

    public Optional<List<String>> host(String name) {
        return Optional.ofNullable(hosts.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<FeatureDetail> feature(WindowsFeature feature) {
        return Optional.ofNullable(features.get(feature.name().toLowerCase(Locale.ROOT)));
    }

    private static <V> Map<String, V> lowerCase(Map<String, V> map) {
        Map<String, V> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(key.toLowerCase(Locale.ROOT), value));
        return Map.copyOf(copy);
    }
}
