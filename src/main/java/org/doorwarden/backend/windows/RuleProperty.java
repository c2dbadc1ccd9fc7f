package org.doorwarden.backend.windows;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;

/**
 * The properties of a rule of the firewall that Doorwarden knows, in the order in which they are set: Windows checks the
 * rule after each of them, wants the protocol before the ports, and what it then lets through should be settled before
 * it is enabled.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwrule">INetFwRule</a>
 */
enum RuleProperty {
    NAME("Name", 7, FirewallRule::name),
    DESCRIPTION("Description", 9, FirewallRule::description),
    GROUPING("Grouping", 35, FirewallRule::group),
    APPLICATION_NAME("ApplicationName", 11, FirewallRule::program),
    SERVICE_NAME("ServiceName", 13, FirewallRule::service),
    PROTOCOL("Protocol", 15, FirewallRule::protocol),
    LOCAL_PORTS("LocalPorts", 17, rule -> FirewallList.text(rule.localPorts())),
    REMOTE_PORTS("RemotePorts", 19, rule -> FirewallList.text(rule.remotePorts())),
    LOCAL_ADDRESSES("LocalAddresses", 21, rule -> FirewallList.text(rule.localAddresses())),
    REMOTE_ADDRESSES("RemoteAddresses", 23, rule -> FirewallList.text(rule.remoteAddresses())),
    DIRECTION("Direction", 27, rule -> rule.inbound() ? 1 : 2),
    PROFILES("Profiles", 37, rule -> mask(rule.profiles())),
    ACTION("Action", 41, rule -> rule.allows() ? 1 : 0),
    ENABLED("Enabled", 33, FirewallRule::enabled);

    private static final int ALL_PROFILES = 0x7fffffff;

    private final String title;
    private final int getter;
    private final Function<FirewallRule, Object> value;

    RuleProperty(String title, int getter, Function<FirewallRule, Object> value) {
        this.title = title;
        this.getter = getter;
        this.value = value;
    }

    /** What failed, when it fails. */
    String title() {
        return "INetFwRule." + title;
    }

    /** The position of the function that reads it; the one that sets it comes next. */
    int getter() {
        return getter;
    }

    int setter() {
        return getter + 1;
    }

    /** What a rule has for it: a text, a number or a truth. */
    Object of(FirewallRule rule) {
        return value.apply(rule);
    }

    /** Whether the firewall would see a difference. */
    boolean differs(FirewallRule one, FirewallRule other) {
        return !comparable(one).equals(comparable(other));
    }

    /** Whether a rule can have it: only TCP and UDP have ports. */
    boolean appliesTo(FirewallRule rule) {
        return !isPorts() || hasPorts(rule.protocol());
    }

    boolean isPorts() {
        return this == LOCAL_PORTS || this == REMOTE_PORTS;
    }

    static boolean hasPorts(int protocol) {
        return protocol == 6 || protocol == 17;
    }

    static Set<FirewallProfile> profiles(int mask) {
        Set<FirewallProfile> profiles = EnumSet.allOf(FirewallProfile.class);
        profiles.removeIf(profile -> (mask & profile.bit()) == 0);
        return profiles;
    }

    private Object comparable(FirewallRule rule) {
        return switch (this) {
            case LOCAL_PORTS -> items(rule.localPorts());
            case REMOTE_PORTS -> items(rule.remotePorts());
            case LOCAL_ADDRESSES -> items(FirewallList.addresses(FirewallList.text(rule.localAddresses())));
            case REMOTE_ADDRESSES -> items(FirewallList.addresses(FirewallList.text(rule.remoteAddresses())));
            case APPLICATION_NAME, SERVICE_NAME -> of(rule).toString().toLowerCase(Locale.ROOT);
            default -> of(rule);
        };
    }

    /** Windows keeps no order of them. */
    private static Set<String> items(List<String> list) {
        Set<String> items = new TreeSet<>();
        list.forEach(item -> items.add(item.toLowerCase(Locale.ROOT)));
        return items;
    }

    private static int mask(Set<FirewallProfile> profiles) {
        return profiles.size() == FirewallProfile.values().length
                ? ALL_PROFILES
                : profiles.stream().mapToInt(FirewallProfile::bit).sum();
    }
}
