package org.doorwarden.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Firewall.ProfileState;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.network.Decision.Why;

/**
 * Decides as the Windows firewall does: where it is off everything comes in; where it blocks all nothing does; a block
 * rule wins over every allow rule; an allow rule wins over the default; the default is for the rest. Rules have no
 * order. Connections from the server to itself are not filtered.
 *
 * <p>Where a rule says more than is known of a connection, such as a local address or a word for addresses, an allow rule
 * counts and a block rule does not: the answer never says closed of something that may be open. Rules of Group Policy and
 * rules that ask for IPsec are not known here.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/security/operating-system-security/network-security/windows-firewall/rules">
 *     Windows Firewall rules, rule precedence for inbound rules</a>
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-fasp/702e3c23-c9d8-43db-8380-b4c670dd7f7d">
 *     MS-FASP 2.2.34: block rules take precedence over allow rules</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nf-netfw-inetfwpolicy2-get_defaultinboundaction">
 *     INetFwPolicy2::get_DefaultInboundAction, Block by default</a>
 * @see <a href="https://support.microsoft.com/kb/2771908">KB 2771908: such rules have no effect on loopback</a>
 */
public final class FirewallCheck {

    private static final List<AddressRange> LOOPBACK = List.of(
            AddressRange.parse("127.0.0.0/8").orElseThrow(),
            AddressRange.parse("::1").orElseThrow());

    private final Firewall firewall;
    private final Addresses local;

    /** @param local the networks that the server itself is on; {@link Addresses#NONE} where that is not known */
    public FirewallCheck(Firewall firewall, Addresses local) {
        this.firewall = firewall;
        this.local = local;
    }

    /** What happens to a connection: on a server with several kinds of networks, on the one that lets it in. */
    public Decision decide(AddressRange client, Door door) {
        if (isLoopback(client)) {
            return new Decision(Why.LOOPBACK, Optional.empty(), Optional.empty());
        }
        List<Decision> decisions = active(firewall).stream()
                .sorted()
                .map(profile -> decide(client, door, profile))
                .toList();
        return decisions.stream().filter(Decision::letsIn).findFirst().orElse(decisions.get(0));
    }

    /** Whether an address is the server's own, for itself alone. */
    public static boolean isLoopback(AddressRange client) {
        return LOOPBACK.stream().anyMatch(range -> range.contains(client));
    }

    /** The kinds of networks that count now; a network that Windows knows nothing of is a public one. */
    public static Set<FirewallProfile> active(Firewall firewall) {
        return firewall.active().isEmpty() ? Set.of(FirewallProfile.PUBLIC) : firewall.active();
    }

    private Decision decide(AddressRange client, Door door, FirewallProfile profile) {
        ProfileState state = firewall.profiles().get(profile);
        if (state == null || !state.enabled()) {
            return decision(Why.OFF, Optional.empty(), profile);
        }
        if (state.blocksAll()) {
            return decision(Why.ALL_BLOCKED, Optional.empty(), profile);
        }
        Optional<FirewallRule> block = find(client, door, profile, false);
        if (block.isPresent()) {
            return decision(Why.BLOCK_RULE, block, profile);
        }
        Optional<FirewallRule> allow = find(client, door, profile, true);
        if (allow.isPresent()) {
            return decision(Why.ALLOW_RULE, allow, profile);
        }
        return decision(state.blocksByDefault() ? Why.DEFAULT_BLOCK : Why.DEFAULT_ALLOW, Optional.empty(), profile);
    }

    private static Decision decision(Why why, Optional<FirewallRule> rule, FirewallProfile profile) {
        return new Decision(why, rule, Optional.of(profile));
    }

    /** Which addresses reach a port now, at most: on a server with several kinds of networks, through any of them. */
    public Reach reach(Door door) {
        Addresses from = Addresses.NONE;
        List<FirewallRule> allowing = new ArrayList<>();
        List<FirewallRule> blocking = new ArrayList<>();
        for (FirewallProfile profile : active(firewall)) {
            ProfileState state = firewall.profiles().get(profile);
            if (state == null || !state.enabled()) {
                from = Addresses.ANY;
            } else if (!state.blocksAll()) {
                from = state.blocksByDefault() ? from : Addresses.ANY;
                for (FirewallRule rule : firewall.rules()) {
                    if (rule.profiles().contains(profile) && RuleMatch.isFor(rule, door)) {
                        (rule.allows() ? allowing : blocking).add(rule);
                        from = rule.allows() ? from.and(Addresses.ofRule(rule.remoteAddresses())) : from;
                    }
                }
            }
        }
        return new Reach(
                from,
                allowing.stream().distinct().toList(),
                blocking.stream().distinct().toList());
    }

    private Optional<FirewallRule> find(AddressRange client, Door door, FirewallProfile profile, boolean allows) {
        return firewall.rules().stream()
                .filter(rule -> rule.allows() == allows && rule.profiles().contains(profile))
                .filter(rule -> RuleMatch.isFor(rule, door))
                .filter(rule -> Addresses.ofRule(rule.remoteAddresses())
                        .contains(client, local)
                        .orElse(allows))
                .findFirst();
    }
}
