package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Firewall.ProfileState;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsFirewallTest {

    private static final int E_NOTIMPL = 0x80004001;
    private static final int E_ACCESSDENIED = 0x80070005;
    private static final FirewallRuleName OURS = new FirewallRuleName("Doorwarden: TermService (TCP)");

    private final RecordedFirewall recorded = new RecordedFirewall();
    private final WindowsFirewall firewall = new WindowsFirewall(recorded);
    private final List<ReadProblem> problems = new ArrayList<>();

    @AfterEach
    void everythingIsGivenBack() {
        recorded.assertNothingIsKept();
    }

    @Test
    void aFirewallIsReadWhole() {
        recorded.policy.put("get_CurrentProfileTypes", 5);
        recorded.policy.put("get_LocalPolicyModifyState", 1);
        recorded.policy.put("get_FirewallEnabled", Map.of(1, true, 2, true, 4, false));
        recorded.policy.put("get_BlockAllInboundTraffic", Map.of(1, false, 2, true, 4, false));
        recorded.policy.put("get_DefaultInboundAction", Map.of(1, 1, 2, 0, 4, 0));
        recorded.rule(
                "Remote Desktop",
                "Description",
                "Lets clients in.",
                "Grouping",
                "@FirewallAPI.dll,-28752",
                "ApplicationName",
                "C:\\Windows\\System32\\svchost.exe",
                "ServiceName",
                "TermService",
                "LocalPorts",
                "3389,5000-5010,443-443",
                "RemoteAddresses",
                "LocalSubnet,10.0.0.0/255.0.0.0,10.1.2.3/255.255.255.255,192.168.0.1-192.168.0.9,2001:DB8:0::/48",
                "Profiles",
                3);
        recorded.rule("Ping", "Protocol", 1, "Direction", 2, "Action", 0, "Enabled", false);

        Firewall read = firewall.read(problems).orElseThrow();

        assertEquals(List.of(), problems);
        assertEquals(Set.of(FirewallProfile.DOMAIN, FirewallProfile.PUBLIC), read.active());
        assertEquals(
                Map.of(
                        FirewallProfile.DOMAIN, new ProfileState(true, false, false),
                        FirewallProfile.PRIVATE, new ProfileState(true, true, true),
                        FirewallProfile.PUBLIC, new ProfileState(false, true, false)),
                read.profiles());
        assertTrue(read.policyWins());
        assertEquals(
                List.of(
                        new FirewallRule(
                                "Remote Desktop",
                                "Lets clients in.",
                                "@FirewallAPI.dll,-28752",
                                true,
                                true,
                                true,
                                6,
                                List.of("3389", "5000-5010", "443"),
                                List.of(),
                                List.of(),
                                List.of(
                                        "LocalSubnet",
                                        "10.0.0.0/8",
                                        "10.1.2.3",
                                        "192.168.0.1-192.168.0.9",
                                        "2001:db8::/48"),
                                Set.of(FirewallProfile.DOMAIN, FirewallProfile.PRIVATE),
                                "C:\\Windows\\System32\\svchost.exe",
                                "TermService"),
                        new FirewallRule(
                                "Ping",
                                "",
                                "",
                                false,
                                false,
                                false,
                                1,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Set.of(FirewallProfile.values()),
                                "",
                                "")),
                read.rules());
        assertEquals(List.of(), recorded.changes);
    }

    /** Windows refuses ports to protocols without them, and need not answer for them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 41, 47, 58, 256, 1234})
    void portsAreAskedForOnlyWhereTheProtocolHasThem(int protocol) {
        Map<String, Object> rule = recorded.rule("Any", "Protocol", protocol);
        rule.remove("LocalPorts");
        rule.remove("RemotePorts");

        assertEquals(
                protocol, firewall.read(problems).orElseThrow().rules().get(0).protocol());
    }

    @Test
    void textsThatAreNotThereAreEmpty() {
        recorded.rule(
                "Bare",
                "Description",
                null,
                "Grouping",
                null,
                "LocalPorts",
                null,
                "RemotePorts",
                null,
                "LocalAddresses",
                null,
                "RemoteAddresses",
                null);

        FirewallRule rule = firewall.read(problems).orElseThrow().rules().get(0);

        assertEquals("", rule.description() + rule.group() + rule.program() + rule.service());
        assertEquals(
                List.of(List.of(), List.of(), List.of(), List.of()),
                List.of(rule.localPorts(), rule.remotePorts(), rule.localAddresses(), rule.remoteAddresses()));
    }

    @Test
    void thousandsOfRulesInAnyScriptAreReadAndGivenBack() {
        for (int i = 0; i < 5_000; i++) {
            recorded.rule("規則 Łódź \uD83D\uDEAA " + i % 4_000);
        }

        List<FirewallRule> rules = firewall.read(problems).orElseThrow().rules();

        assertEquals(5_000, rules.size());
        assertEquals("規則 Łódź \uD83D\uDEAA 999", rules.get(4_999).name());
    }

    @ParameterizedTest
    @CsvSource({
        "create policy, 0x80040154, FwPolicy2, 0x80040154",
        "create policy, 0x80070005, FwPolicy2, 5",
        "get_CurrentProfileTypes, 0x800706D9, INetFwPolicy2.CurrentProfileTypes, 1753",
        "get_FirewallEnabled, 0x80004001, INetFwPolicy2.FirewallEnabled, 0x80004001",
        "get_DefaultInboundAction, 0x80004001, INetFwPolicy2.DefaultInboundAction, 0x80004001",
        "get_BlockAllInboundTraffic, 0x80004001, INetFwPolicy2.BlockAllInboundTraffic, 0x80004001",
        "get_LocalPolicyModifyState, 0x80004001, INetFwPolicy2.LocalPolicyModifyState, 0x80004001",
        "get_Rules, 0x80004001, INetFwPolicy2.Rules, 0x80004001",
        "get__NewEnum, 0x80004001, INetFwRules._NewEnum, 0x80004001",
        "QueryInterface items, 0x80004002, INetFwRules._NewEnum, 0x80004002",
        "Next, 0x800706BA, INetFwRules._NewEnum, 1722",
        "QueryInterface rule, 0x80004002, INetFwRules._NewEnum, 0x80004002",
        "get_RemoteAddresses, 0x80070005, INetFwRule.RemoteAddresses, 5",
        "get_Enabled, 0x8000FFFF, INetFwRule.Enabled, 0x8000FFFF"
    })
    void whatFailsIsAProblemAndNeverAnEmptyList(String function, String result, String what, String code) {
        recorded.rule("One");
        recorded.failures.put(function, Integer.parseUnsignedInt(result.substring(2), 16));

        assertEquals(Optional.empty(), firewall.read(problems));

        assertEquals(
                List.of(new ReadProblem(Part.FIREWALL, what, Long.decode(code).intValue())), problems);
    }

    @Test
    void successWithNothingInItIsAProblem() {
        recorded.nothingThere = true;

        assertEquals(Optional.empty(), firewall.read(problems));

        assertEquals(List.of(new ReadProblem(Part.FIREWALL, "INetFwPolicy2.Rules", 0x80004003)), problems);
    }

    @Test
    void anItemThatIsNoObjectIsAProblem() {
        recorded.rule("One");
        recorded.itemType = 3;

        assertEquals(Optional.empty(), firewall.read(problems));

        assertEquals(List.of(new ReadProblem(Part.FIREWALL, "INetFwRules._NewEnum", 13)), problems);
        assertEquals(1, recorded.clearedVariants);
    }

    @ParameterizedTest
    @CsvSource({"Direction, 3", "Action, 2", "Direction, 0"})
    void aRuleThatGoesNowhereIsAProblem(String property, int value) {
        recorded.rule("Odd", property, value);

        assertEquals(Optional.empty(), firewall.read(problems));

        assertEquals(List.of(new ReadProblem(Part.FIREWALL, "INetFwRule." + property, 13)), problems);
    }

    @Test
    void aThreadThatHasComAlreadyKeepsIt() {
        recorded.initializeResult = 0x80010106;

        assertTrue(firewall.read(problems).isPresent());
    }

    @Test
    void comThatCannotBeMadeReadyIsAProblem() {
        recorded.initializeResult = 0x8007000e;

        assertEquals(Optional.empty(), firewall.read(problems));

        assertEquals(List.of(new ReadProblem(Part.FIREWALL, "CoInitializeEx", 14)), problems);
    }

    @Test
    void aNewRuleIsSetInTheOrderThatWindowsWantsAndThenAdded() throws Exception {
        firewall.set(OURS, ours(List.of("10.0.0.0/8", "192.0.2.7")));

        assertEquals(
                List.of(
                        "put_Name BSTR Doorwarden: TermService (TCP)",
                        "put_Description BSTR TermService: office",
                        "put_Grouping BSTR Doorwarden",
                        "put_Protocol LONG 6",
                        "put_LocalPorts BSTR 3389,3390",
                        "put_RemotePorts BSTR *",
                        "put_LocalAddresses BSTR *",
                        "put_RemoteAddresses BSTR 10.0.0.0/8,192.0.2.7",
                        "put_Direction LONG 1",
                        "put_Profiles LONG 2147483647",
                        "put_Action LONG 1",
                        "put_Enabled VARIANT_BOOL -1",
                        "Add"),
                recorded.changes);
    }

    @Test
    void aNewRuleReadsBackAsItWasWanted() throws Exception {
        FirewallRule wanted = ours(List.of("10.0.0.0/8", "192.0.2.7"));
        firewall.set(OURS, wanted);
        Map<String, Object> added = recorded.rules.get(0);
        added.put("ApplicationName", null);
        added.put("ServiceName", null);
        added.put("RemoteAddresses", "192.0.2.7/255.255.255.255,10.0.0.0/255.0.0.0");
        added.put("LocalPorts", "3390,3389");

        assertTrue(firewall.rule(new FirewallRuleName("DOORWARDEN: TERMSERVICE (TCP)"))
                .matches(wanted));
    }

    @Test
    void aRuleForAProtocolWithoutPortsIsAddedWithoutThem() throws Exception {
        FirewallRule tcp = ours(List.of());
        firewall.set(OURS, with(tcp, 47, List.of(), false, Set.of(FirewallProfile.PUBLIC)));

        assertEquals(
                List.of(
                        "put_Name BSTR Doorwarden: TermService (TCP)",
                        "put_Description BSTR TermService: office",
                        "put_Grouping BSTR Doorwarden",
                        "put_Protocol LONG 47",
                        "put_LocalAddresses BSTR *",
                        "put_RemoteAddresses BSTR *",
                        "put_Direction LONG 1",
                        "put_Profiles LONG 4",
                        "put_Action LONG 1",
                        "put_Enabled VARIANT_BOOL 0",
                        "Add"),
                recorded.changes);
    }

    @Test
    void ofARuleThatIsThereOnlyWhatDiffersIsChanged() throws Exception {
        FirewallRule now = existing();

        firewall.set(OURS, now.from(List.of("10.0.0.0/8")));

        assertEquals(List.of("put_RemoteAddresses BSTR 10.0.0.0/8"), recorded.changes);
    }

    @Test
    void otherSpellingsAreNoDifference() throws Exception {
        FirewallRule now = existing().from(List.of("localsubnet", "10.1.0.0/255.255.0.0"));
        recorded.rules.get(0).put("RemoteAddresses", "10.1.0.0/255.255.0.0,LocalSubnet");

        firewall.set(OURS, now);

        assertEquals(List.of(), recorded.changes);
    }

    @Test
    void portsAreLetGoOfBeforeTheirProtocol() throws Exception {
        firewall.set(OURS, with(existing(), 1, List.of(), true, Set.of(FirewallProfile.values())));

        assertEquals(List.of("put_LocalPorts BSTR *", "put_Protocol LONG 1"), recorded.changes);
    }

    @Test
    void aRuleIsSwitchedOffFirstAndOnLast() throws Exception {
        FirewallRule off = with(existing(), 6, List.of("22"), false, Set.of(FirewallProfile.DOMAIN));
        firewall.set(OURS, off);
        assertEquals(
                List.of("put_Enabled VARIANT_BOOL 0", "put_LocalPorts BSTR 22", "put_Profiles LONG 1"),
                recorded.changes);
        recorded.changes.clear();

        firewall.set(OURS, with(off, 17, List.of("53"), true, Set.of(FirewallProfile.PUBLIC)));

        assertEquals(
                List.of(
                        "put_Protocol LONG 17",
                        "put_LocalPorts BSTR 53",
                        "put_Profiles LONG 4",
                        "put_Enabled VARIANT_BOOL -1"),
                recorded.changes);
    }

    @Test
    void aChangeThatFailsHalfWayIsTakenBack() {
        FirewallRule now = existing();
        recorded.failures.put("put_RemoteAddresses", E_ACCESSDENIED);

        BackendException failed = assertThrows(
                BackendException.class,
                () -> firewall.set(
                        OURS, with(now, 17, List.of("53"), true, Set.of()).from(List.of("10.0.0.0/8"))));

        assertEquals(5, failed.code());
        assertEquals(
                List.of(
                        "put_Protocol LONG 17",
                        "put_LocalPorts BSTR 53",
                        "put_LocalPorts BSTR 3389",
                        "put_Protocol LONG 6"),
                recorded.changes);
        assertEquals(
                "Could not change Doorwarden: TermService (TCP): error 5, access is denied.",
                new Messages(Locale.ENGLISH).say(failed.explanation()));
    }

    @Test
    void aRuleThatCannotBeAddedIsAFailure() {
        recorded.failures.put("Add", 0x80070057);

        BackendException failed =
                assertThrows(BackendException.class, () -> firewall.set(OURS, ours(List.of("10.0.0.0/8"))));

        assertEquals(87, failed.code());
        assertEquals(List.of(), recorded.rules);
    }

    @Test
    void aRuleIsRemovedByTheNameItHas() throws Exception {
        existing();
        recorded.rule("Another");

        firewall.set(new FirewallRuleName("doorwarden: termservice (tcp)"), Absent.ITSELF);
        firewall.set(OURS, Absent.ITSELF);

        assertEquals(List.of("Remove BSTR Doorwarden: TermService (TCP)"), recorded.changes);
        assertEquals(Absent.ITSELF, firewall.rule(OURS));
    }

    @Test
    void aNameThatSeveralRulesHaveIsRefused() {
        recorded.rule("World Wide Web Services");
        recorded.rule("world wide web services");
        FirewallRuleName name = new FirewallRuleName("World Wide Web Services");

        BackendException read = assertThrows(BackendException.class, () -> firewall.rule(name));
        assertThrows(BackendException.class, () -> firewall.set(name, ours(List.of())));
        assertThrows(BackendException.class, () -> firewall.set(name, Absent.ITSELF));

        assertEquals(List.of(), recorded.changes);
        assertTrue(
                new Messages(Locale.ENGLISH).say(read.explanation()).contains("several rules have this name"),
                () -> new Messages(Locale.ENGLISH).say(read.explanation()));
    }

    @Test
    void oneRuleThatCannotBeToldByNameStopsTheSearch() {
        existing();
        recorded.failures.put("get_Name", E_NOTIMPL);

        BackendException failed = assertThrows(BackendException.class, () -> firewall.rule(OURS));

        assertEquals(E_NOTIMPL, failed.code());
        assertEquals(
                "Could not read Doorwarden: TermService (TCP): error 0x80004001, this Windows has not implemented it.",
                new Messages(Locale.ENGLISH).say(failed.explanation()));
    }

    private FirewallRule existing() {
        recorded.rule(
                OURS.name(),
                "Description",
                "TermService: office",
                "Grouping",
                "Doorwarden",
                "LocalPorts",
                "3389",
                "RemoteAddresses",
                "*");
        return firewall.read(problems).orElseThrow().rules().get(0);
    }

    private static FirewallRule ours(List<String> addresses) {
        return new FirewallRule(
                OURS.name(),
                "TermService: office",
                "Doorwarden",
                true,
                true,
                true,
                6,
                List.of("3389", "3390"),
                List.of(),
                List.of(),
                addresses,
                Set.of(FirewallProfile.values()),
                "",
                "");
    }

    private static FirewallRule with(
            FirewallRule rule, int protocol, List<String> ports, boolean enabled, Set<FirewallProfile> profiles) {
        return new FirewallRule(
                rule.name(),
                rule.description(),
                rule.group(),
                enabled,
                rule.inbound(),
                rule.allows(),
                protocol,
                ports,
                rule.localAddresses(),
                rule.remotePorts(),
                rule.remoteAddresses(),
                profiles,
                rule.program(),
                rule.service());
    }
}
