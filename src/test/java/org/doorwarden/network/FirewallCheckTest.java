package org.doorwarden.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Firewall.ProfileState;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.network.Decision.Why;
import org.junit.jupiter.api.Test;

class FirewallCheckTest {

    private static final ProfileState ON = new ProfileState(true, true, false);
    private static final Set<FirewallProfile> ALL = Set.of(FirewallProfile.values());
    private static final Door RDP =
            new Door(Protocol.TCP, 3389, "C:\\Windows\\System32\\svchost.exe", "TermService", false);
    private static final Door WEB = new Door(Protocol.TCP, 80, Programs.SYSTEM, "", false);

    private static FirewallRule rule(boolean allows, int protocol, List<String> ports, List<String> from) {
        return new FirewallRule(
                "r", "", "", true, true, allows, protocol, ports, List.of(), List.of(), from, ALL, "", "");
    }

    private static FirewallRule forProgram(FirewallRule rule, String program, String service) {
        return new FirewallRule(
                rule.name(),
                "",
                "",
                rule.enabled(),
                rule.inbound(),
                rule.allows(),
                rule.protocol(),
                rule.localPorts(),
                List.of(),
                List.of(),
                rule.remoteAddresses(),
                rule.profiles(),
                program,
                service);
    }

    private static Why decide(ProfileState state, String client, Door door, FirewallRule... rules) {
        Firewall firewall = new Firewall(
                Set.of(FirewallProfile.DOMAIN), Map.of(FirewallProfile.DOMAIN, state), List.of(rules), false);
        return new FirewallCheck(firewall, Addresses.ofRule(List.of("10.0.0.0/24")))
                .decide(AddressRange.address(client).orElseThrow(), door)
                .why();
    }

    @Test
    void blockWinsOverAllowAndAllowOverTheDefaultInWhateverOrder() {
        FirewallRule allow = rule(true, 6, List.of("3389"), List.of("10.0.0.0/8"));
        FirewallRule block = rule(false, 6, List.of("3000-4000"), List.of("10.0.0.7"));
        assertEquals(Why.BLOCK_RULE, decide(ON, "10.0.0.7", RDP, allow, block));
        assertEquals(Why.BLOCK_RULE, decide(ON, "10.0.0.7", RDP, block, allow));
        assertEquals(Why.ALLOW_RULE, decide(ON, "10.0.0.8", RDP, block, allow));
        assertEquals(Why.DEFAULT_BLOCK, decide(ON, "11.0.0.8", RDP, block, allow));
        ProfileState open = new ProfileState(true, false, false);
        assertEquals(Why.DEFAULT_ALLOW, decide(open, "11.0.0.8", RDP, block, allow));
        assertEquals(Why.BLOCK_RULE, decide(open, "10.0.0.7", RDP, block, allow));
    }

    @Test
    void offLetsInWhatRulesBlockAndAllBlockedKeepsOutWhatRulesAllow() {
        FirewallRule block = rule(false, FirewallRule.ANY_PROTOCOL, List.of(), List.of());
        FirewallRule allow = rule(true, FirewallRule.ANY_PROTOCOL, List.of(), List.of());
        assertEquals(Why.OFF, decide(new ProfileState(false, true, true), "10.0.0.7", RDP, block));
        assertEquals(Why.ALL_BLOCKED, decide(new ProfileState(true, true, true), "10.0.0.7", RDP, allow));
    }

    @Test
    void theServerItselfIsNotFiltered() {
        FirewallRule block = rule(false, FirewallRule.ANY_PROTOCOL, List.of(), List.of());
        assertEquals(Why.LOOPBACK, decide(ON, "127.8.9.1", RDP, block));
        assertEquals(Why.LOOPBACK, decide(ON, "::1", RDP, block));
    }

    @Test
    void aRuleIsForItsProtocolPortsProfileDirectionAndOnlyIfItIsOn() {
        FirewallRule fits = rule(true, 6, List.of("3389"), List.of());
        assertTrue(RuleMatch.isFor(fits, RDP));
        assertFalse(RuleMatch.isFor(rule(true, 17, List.of("3389"), List.of()), RDP));
        assertFalse(RuleMatch.isFor(rule(true, 6, List.of("3388", "3390-3400"), List.of()), RDP));
        assertFalse(RuleMatch.isFor(rule(true, 6, List.of("IPHTTPS", "Teredo", "RPC"), List.of()), RDP));
        for (boolean inbound : List.of(true, false)) {
            FirewallRule other = new FirewallRule(
                    "r", "", "", !inbound, inbound, true, 6, List.of(), List.of(), List.of(), List.of(), ALL, "", "");
            assertFalse(RuleMatch.isFor(other, RDP));
        }
        FirewallRule elsewhere = new FirewallRule(
                "r",
                "",
                "",
                true,
                true,
                true,
                6,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(FirewallProfile.PUBLIC),
                "",
                "");
        assertEquals(Why.DEFAULT_BLOCK, decide(ON, "10.0.0.7", RDP, elsewhere));
    }

    @Test
    void aRuleForAProgramOrServiceIsForNoOther() {
        FirewallRule all = rule(true, 6, List.of(), List.of());
        String host = "%SystemRoot%\\system32\\SVCHOST.exe";
        assertTrue(RuleMatch.isFor(forProgram(all, host, ""), RDP));
        assertTrue(RuleMatch.isFor(forProgram(all, host, "termservice"), RDP));
        assertTrue(RuleMatch.isFor(forProgram(all, "", "*"), RDP));
        assertFalse(RuleMatch.isFor(forProgram(all, host, "ftpsvc"), RDP));
        assertFalse(RuleMatch.isFor(forProgram(all, "C:\\other.exe", ""), RDP));
        assertTrue(RuleMatch.isFor(forProgram(all, "system", ""), WEB));
        assertFalse(RuleMatch.isFor(forProgram(all, host, ""), WEB));
        assertFalse(RuleMatch.isFor(forProgram(all, "", "*"), WEB));
    }

    @Test
    void whatCannotBeToldErrsTowardsOpen() {
        Door unknown = new Door(Protocol.TCP, 80, "", "x", true);
        assertTrue(RuleMatch.isFor(forProgram(rule(true, 6, List.of(), List.of()), "C:\\a.exe", "y"), unknown));
        assertFalse(RuleMatch.isFor(forProgram(rule(false, 6, List.of(), List.of()), "C:\\a.exe", "y"), unknown));
        assertEquals(Why.ALLOW_RULE, decide(ON, "192.0.2.1", RDP, rule(true, 6, List.of(), List.of("Intranet"))));
        assertEquals(
                Why.DEFAULT_ALLOW,
                decide(
                        new ProfileState(true, false, false),
                        "192.0.2.1",
                        RDP,
                        rule(false, 6, List.of(), List.of("Intranet"))));
    }

    @Test
    void theLocalSubnetIsTheServersOwn() {
        FirewallRule local = rule(true, 6, List.of("3389"), List.of("LocalSubnet"));
        assertEquals(Why.ALLOW_RULE, decide(ON, "10.0.0.9", RDP, local));
        assertEquals(Why.DEFAULT_BLOCK, decide(ON, "10.0.1.9", RDP, local));
    }

    @Test
    void aNetworkThatNobodyKnowsIsAPublicOneAndOfSeveralTheOpenOneCounts() {
        Map<FirewallProfile, ProfileState> profiles =
                Map.of(FirewallProfile.DOMAIN, ON, FirewallProfile.PUBLIC, new ProfileState(false, true, false));
        AddressRange client = AddressRange.address("192.0.2.1").orElseThrow();
        for (Set<FirewallProfile> active :
                List.of(Set.<FirewallProfile>of(), Set.of(FirewallProfile.DOMAIN, FirewallProfile.PUBLIC))) {
            Firewall firewall = new Firewall(active, profiles, List.of(), false);
            assertEquals(
                    Why.OFF,
                    new FirewallCheck(firewall, Addresses.NONE)
                            .decide(client, RDP)
                            .why());
        }
    }

    @Test
    void portsAreNumbersRangesAndWords() {
        assertTrue(Ports.ofRule(List.of("RPC-EPMap")).contains(135));
        assertTrue(Ports.ofRule(List.of("rpc")).contains(49152));
        assertFalse(Ports.ofRule(List.of("RPC")).contains(49151));
        assertFalse(Ports.ofRule(List.of("80-79", "-", "70000", "x", "")).contains(80));
        assertTrue(Ports.ofRule(List.of(" 80 - 90 ")).contains(90));
        assertTrue(Ports.ofRule(List.of("80", "443")).isWithin(Set.of(80, 443)));
        assertFalse(Ports.ofRule(List.of("80-443")).isWithin(Set.of(80, 443)));
        assertFalse(Ports.ofRule(List.of()).isWithin(Set.of(80)));
    }
}
