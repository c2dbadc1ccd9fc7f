package org.doorwarden.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.junit.jupiter.api.Test;

/** What each restriction offers on which Windows, and into which settings a limit turns. */
class AccessRestrictionsTest {

    private static final Account ALICE = new Account("S-1-5-21-1-2-3-1105", "CORP\\alice");
    private static final Lookups LOOKUPS = new Lookups(Map.of("CORP\\alice", ALICE), Map.of(), Map.of());
    private static final String TEXT_OF_LIST = "D:P(A;;0xf003f;;;GROUP:RemoteRegistryEditors)"
            + "(A;CIIO;0x10000000;;;GROUP:RemoteRegistryEditors)(A;;0xf003f;;;S-1-5-18)(A;CIIO;0x10000000;;;S-1-5-18)"
            + "(A;;0x20019;;;S-1-5-32-551)(A;;0x20019;;;S-1-5-19)(A;CIIO;0x80000000;;;S-1-5-19)";

    private final Restrictions restrictions = Restrictions.shipped();

    @Test
    void theRegistryIsLimitedByGroupThenMembersThenList() throws Exception {
        Inventory inventory = server("iis10-2022");
        Steps steps = steps(inventory, "RemoteRegistry", Limit.MEMBERS, "CORP\\alice");
        assertEquals(
                List.of(
                        KnownSettings.REGISTRY_EDITORS,
                        KnownSettings.members(KnownSettings.REGISTRY_EDITORS),
                        KnownSettings.WINREG),
                settings(steps));
        assertEquals(new Members(List.of()), steps.steps().get(1).before());
        assertEquals(Members.of(List.of(ALICE)), steps.steps().get(1).after());
        AccessList list = (AccessList) steps.steps().get(2).after();
        assertEquals(TEXT_OF_LIST, list.text());
        assertEquals(List.of("RemoteRegistryEditors"), list.groupsByName());
    }

    @Test
    void aListThatNamesTheGroupBySidIsTheSameList() throws Exception {
        Steps steps = steps(server("iis10-2022"), "RemoteRegistry", Limit.MEMBERS, "CORP\\alice");
        AccessList wanted = (AccessList) steps.steps().get(2).after();
        Account group = new Account("S-1-5-21-7-8-9-1010", "WEB22\\RemoteRegistryEditors");
        AccessList set = wanted.with("RemoteRegistryEditors", group);
        assertEquals(List.of(), set.groupsByName());
        assertTrue(set.sddl().contains(";;;S-1-5-21-7-8-9-1010)"), set.sddl());
        AccessList readBack = new AccessList(set.sddl().replace("D:P", "D:PAI"), List.of(group));
        assertTrue(readBack.matches(wanted));
        assertTrue(wanted.matches(readBack));
        assertFalse(new AccessList(set.sddl(), List.of()).matches(wanted));
    }

    @Test
    void aMissingListIsMadeAndADenialStays() throws Exception {
        Inventory open = with(server("iis10-2022"), Map.of(KnownSettings.WINREG, Absent.WITH_ITS_KEY));
        Step made = last(steps(open, "RemoteRegistry", Limit.MEMBERS, "none"));
        assertEquals(Absent.WITH_ITS_KEY, made.before());
        assertTrue(made.after().text().contains("S-1-5-19"), made.after().text());
        Step messy = last(steps(server("messy"), "RemoteRegistry", Limit.MEMBERS, "CORP\\alice"));
        String text = messy.after().text();
        assertTrue(text.startsWith("D:P(D;;0xf003f;;;S-1-5-21-2025429265-764733703-1343024091-1614)"), text);
        assertFalse(text.contains("S-1-1-0"), text);
    }

    @Test
    void whoIsDeniedCannotBeAMember() throws Exception {
        Account denied = new Account("S-1-5-21-2025429265-764733703-1343024091-1614", "CORP\\former.admin");
        Lookups lookups = new Lookups(Map.of("CORP\\former.admin", denied), Map.of(), Map.of());
        Inventory inventory = server("messy");
        Steps steps = restrictions.steps(
                inventory,
                service(inventory, "RemoteRegistry"),
                Limits.NONE.with(Limit.MEMBERS, List.of("CORP\\former.admin")),
                lookups);
        assertEquals(LimitProblem.Kind.CONTRADICTION, steps.problems().get(0).kind());
        assertEquals(List.of(), steps.steps());
    }

    @Test
    void pathsAreOnlyTakenAway() throws Exception {
        Inventory inventory = server("iis10-2022");
        String events = "SYSTEM\\CurrentControlSet\\Services\\EventLog";
        Steps some = steps(inventory, "RemoteRegistry", Limit.PATHS, events);
        assertEquals(
                RegistryData.texts(List.of("System\\CurrentControlSet\\Services\\Eventlog")),
                some.steps().get(0).after());
        assertEquals(RegistryData.texts(List.of()), some.steps().get(1).after());
        assertEquals(
                2,
                steps(inventory, "RemoteRegistry", Limit.PATHS, "none").steps().size());
        assertEquals(
                List.of(new LimitProblem(LimitProblem.Kind.WRONG_VALUE, "SAM")),
                steps(inventory, "RemoteRegistry", Limit.PATHS, "SAM").problems());
    }

    @Test
    void aStrangerIsNotTakenForAnAccount() throws Exception {
        for (String name : List.of("RemoteRegistry", "TermService")) {
            Steps steps = steps(server("iis10-2022"), name, Limit.MEMBERS, "CORP\\nobody");
            assertEquals(
                    List.of(new LimitProblem(LimitProblem.Kind.UNKNOWN_ACCOUNT, "CORP\\nobody")), steps.problems());
        }
    }

    @Test
    void telnetIsOfferedWhereWindowsHasIt() throws Exception {
        Inventory old = server("iis5-2001");
        assertEquals(
                List.of(KnownSettings.TELNET_CLIENTS, KnownSettings.members(KnownSettings.TELNET_CLIENTS)),
                settings(steps(old, "TlntSvr", Limit.MEMBERS, "CORP\\alice")));
        Inventory late = on(old, "Windows Server 2016", new WindowsVersion(10, 0));
        assertEquals(List.of(), restrictions.offers(late, service(late, "TlntSvr")));
        assertTrue(TelnetRestriction.isGone(late));
    }

    @Test
    void remoteDesktopOffersWhatThatWindowsHas() throws Exception {
        assertEquals(List.of(Limit.ENCRYPTION), offered("iis5-2001", "TermService"));
        assertEquals(
                List.of(Limit.MEMBERS, Limit.CONNECTIONS, Limit.SECURITY_LAYER, Limit.ENCRYPTION),
                offered("iis6-2003", "TermService"));
        assertEquals(
                List.of(
                        Limit.MEMBERS,
                        Limit.CONNECTIONS,
                        Limit.NLA,
                        Limit.SECURITY_LAYER,
                        Limit.ENCRYPTION,
                        Limit.FROM,
                        Limit.OTHERS),
                offered("iis10-2022", "TermService"));
    }

    @Test
    void tlsDoesNotGoWithLowEncryption() throws Exception {
        Inventory inventory = server("messy");
        Steps steps = steps(inventory, "TermService", Limit.ENCRYPTION, "low");
        assertEquals(LimitProblem.Kind.CONTRADICTION, steps.problems().get(0).kind());
        Steps both = restrictions.steps(
                inventory,
                service(inventory, "TermService"),
                Limits.NONE.with(Limit.ENCRYPTION, List.of("low")).with(Limit.SECURITY_LAYER, List.of("negotiate")),
                LOOKUPS);
        assertEquals(List.of(), both.problems());
    }

    @Test
    void whatGroupPolicySetsCountsAndStays() throws Exception {
        Inventory inventory = with(
                server("iis10-2022"),
                Map.of(KnownSettings.policy(KnownSettings.USER_AUTHENTICATION), RegistryData.number(1)));
        Offer nla = restrictions.offers(inventory, service(inventory, "TermService")).stream()
                .filter(offer -> offer.limit() == Limit.NLA)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("on"), nla.now());
        assertEquals(
                LimitProblem.Kind.POLICY,
                steps(inventory, "TermService", Limit.NLA, "off")
                        .problems()
                        .get(0)
                        .kind());
    }

    @Test
    void smb1StaysWhereThereIsNothingElse() throws Exception {
        assertEquals(List.of(Limit.ADMIN_SHARES, Limit.SIGNING), offered("iis6-2003", "LanmanServer"));
        assertEquals(List.of(Limit.ADMIN_SHARES, Limit.SIGNING, Limit.SMB1), offered("messy", "LanmanServer"));
        Inventory inventory = server("iis10-2022");
        assertEquals(
                List.of(KnownSettings.ENABLE_SIGNING, KnownSettings.REQUIRE_SIGNING),
                settings(steps(inventory, "LanmanServer", Limit.SIGNING, "required")));
        Inventory workstation = on(inventory, "Windows 10 Pro", new WindowsVersion(10, 0));
        assertEquals(
                List.of(KnownSettings.AUTO_SHARE_WORKSTATION),
                settings(steps(workstation, "LanmanServer", Limit.ADMIN_SHARES, "off")));
    }

    @Test
    void indexingIsNarrowedAndNeverWidened() throws Exception {
        Inventory inventory = server("iis5-2001");
        Steps site = steps(inventory, "cisvc", Limit.FOLDERS, "C:\\Inetpub\\wwwroot");
        assertEquals(2, site.steps().size());
        assertEquals(RegistryData.text(",,5"), site.steps().get(0).after());
        assertEquals(Absent.ITSELF, site.steps().get(1).after());
        assertTrue(site.steps().get(1).setting().address().endsWith("\\System\\Scopes\\C:\\"));
        for (String wrong : List.of("D:\\secret", "C:\\Inetpub\\..\\Personnel", "\\\\other\\share", "C:\\a,b")) {
            assertEquals(
                    LimitProblem.Kind.WRONG_VALUE,
                    steps(inventory, "cisvc", Limit.FOLDERS, wrong)
                            .problems()
                            .get(0)
                            .kind(),
                    wrong);
        }
    }

    @Test
    void whatWasNotReadIsNotSet() throws Exception {
        Inventory bare = bare();
        for (String name : List.of("RemoteRegistry", "LanmanServer", "TermService")) {
            for (Offer offer : restrictions.offers(bare, service(bare, name))) {
                String said = offer.advised().isEmpty()
                        ? "CORP\\alice"
                        : offer.advised().get(0);
                Steps steps = steps(bare, name, offer.limit(), said);
                assertEquals(List.of(), steps.steps(), name + " " + offer.limit());
                assertFalse(steps.problems().isEmpty(), name + " " + offer.limit());
            }
        }
    }

    /** A server of which nothing was read but its services. */
    private static Inventory bare() throws Exception {
        Inventory full = server("iis10-2022");
        return new Inventory(
                full.server(),
                full.takenAt(),
                full.services(),
                full.unownedListeners(),
                full.products(),
                full.traits(),
                full.problems());
    }

    private List<Limit> offered(String lab, String name) throws Exception {
        Inventory inventory = server(lab);
        return restrictions.offers(inventory, service(inventory, name)).stream()
                .map(Offer::limit)
                .toList();
    }

    private Steps steps(Inventory inventory, String name, Limit limit, String said) {
        return restrictions.steps(inventory, service(inventory, name), Limits.NONE.with(limit, List.of(said)), LOOKUPS);
    }

    private static List<Setting> settings(Steps steps) {
        return steps.steps().stream().map(Step::setting).toList();
    }

    private static Step last(Steps steps) {
        return steps.steps().get(steps.steps().size() - 1);
    }

    private static Service service(Inventory inventory, String name) {
        return inventory.find(new ServiceName(name)).orElseThrow();
    }

    private static Inventory server(String name) throws Exception {
        LabDefinition definition = new LabDefinitions().find(name).orElseThrow();
        return TrainingServers.of(() -> Instant.EPOCH, definition).read();
    }

    private static Inventory with(Inventory inventory, Map<Setting, SettingValue> values) {
        return new Inventory(
                inventory.server(),
                inventory.takenAt(),
                inventory.services(),
                inventory.unownedListeners(),
                inventory.products(),
                inventory.traits(),
                inventory.access().with(new LinkedHashMap<>(values)),
                inventory.problems());
    }

    private static Inventory on(Inventory inventory, String system, WindowsVersion version) {
        return new Inventory(
                new ServerIdentity("test", "TEST", system, Optional.of(version)),
                inventory.takenAt(),
                inventory.services(),
                inventory.unownedListeners(),
                inventory.products(),
                inventory.traits(),
                inventory.access(),
                inventory.problems());
    }
}
