package org.doorwarden.model.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.SettingValue;

/**
 * The Windows firewall as it stands.
 *
 * @param active the kinds of networks the server is connected to now
 * @param profiles how it treats each kind of network
 * @param rules all rules that this computer itself holds; those of Group Policy are not among them
 * @param policyWins whether Group Policy may have rules that these cannot overrule
 */
public record Firewall(
        Set<FirewallProfile> active,
        Map<FirewallProfile, ProfileState> profiles,
        List<FirewallRule> rules,
        boolean policyWins) {

    /**
     * How one kind of network is treated.
     *
     * @param enabled whether the firewall looks at its traffic at all
     * @param blocksByDefault whether what no rule speaks of is kept out
     * @param blocksAll whether everything is kept out, whatever rules allow
     */
    public record ProfileState(boolean enabled, boolean blocksByDefault, boolean blocksAll) {}

    public Firewall {
        active = Set.copyOf(active);
        profiles = profiles.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(profiles));
        rules = List.copyOf(rules);
    }

    /** The rule of that name, or that there is none; empty if there are several. */
    public Optional<SettingValue> find(FirewallRuleName name) {
        List<FirewallRule> named = rules.stream()
                .filter(rule -> rule.name().equalsIgnoreCase(name.name()))
                .toList();
        if (named.isEmpty()) {
            return Optional.of(Absent.ITSELF);
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** The same with a rule as it is then, or without it. */
    public Firewall with(FirewallRuleName name, SettingValue value) {
        List<FirewallRule> then = new ArrayList<>(rules);
        then.removeIf(rule -> rule.name().equalsIgnoreCase(name.name()));
        if (value instanceof FirewallRule rule) {
            then.add(rule);
        }
        return new Firewall(active, profiles, then, policyWins);
    }
}
