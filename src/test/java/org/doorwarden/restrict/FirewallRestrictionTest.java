package org.doorwarden.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Firewall.ProfileState;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;

class FirewallRestrictionTest {

    private static final Lookups HOSTS = new Lookups(
            Map.of(),
            Map.of("admin.example.org", List.of("10.1.2.3", "fe80::1%eth0", "2001:db8::3"), "nowhere", List.of("x")),
            Map.of());

    private static Inventory server(String name) throws Exception {
        return new Workbench(new LabDefinitions().find(name).orElseThrow()).read();
    }

    private static Inventory with(Inventory inventory, Firewall firewall) {
        ServerAccess access = inventory.access();
        return new Inventory(
                inventory.server(),
                inventory.takenAt(),
                inventory.services(),
                inventory.unownedListeners(),
                inventory.products(),
                inventory.traits(),
                new ServerAccess(
                        access.seat(),
                        access.values(),
                        Optional.of(firewall),
                        access.shares(),
                        access.indexedScopes(),
                        access.smtpServers(),
                        access.ftpSites()),
                inventory.problems());
    }

    private static Inventory withRules(Inventory inventory, FirewallRule... more) {
        Firewall firewall = inventory.access().firewall().orElseThrow();
        List<FirewallRule> rules = new ArrayList<>(firewall.rules());
        rules.addAll(List.of(more));
        return with(inventory, new Firewall(firewall.active(), firewall.profiles(), rules, false));
    }

    private static Steps steps(Inventory inventory, String service, String from, String others) {
        Limits limits = new Limits(Map.of());
        limits = from == null ? limits : limits.with(Limit.FROM, from.isEmpty() ? List.of() : List.of(from.split(",")));
        limits = others == null ? limits : limits.with(Limit.OTHERS, List.of(others));
        Service found = inventory.find(new ServiceName(service)).orElseThrow();
        return Restrictions.shipped().steps(inventory, found, limits, HOSTS);
    }

    private static List<String> problems(Inventory inventory, String service, String from, String others) {
        return steps(inventory, service, from, others).problems().stream()
                .map(problem -> problem.kind() + " " + problem.detail())
                .toList();
    }

    private static FirewallRule rule(String name, int protocol, List<String> ports, List<String> from, String program) {
        return new FirewallRule(
                name,
                "",
                "",
                true,
                true,
                true,
                protocol,
                ports,
                List.of(),
                List.of(),
                from,
                Set.of(FirewallProfile.PRIVATE),
                program,
                "");
    }

    @Test
    void oneRuleForEachProtocolAndThenTheWiderOnesOfOthers() throws Exception {
        Steps steps = steps(server("iis10-2022"), "TermService", "10.1.0.0/255.255.0.0,admin.example.org", "narrow");
        assertEquals(List.of(), steps.problems());
        List<String> from = List.of("10.1.0.0/16", "10.1.2.3", "2001:db8::3");
        assertEquals(
                List.of(
                        "Doorwarden: TermService (TCP)",
                        "Doorwarden: TermService (UDP)",
                        "Remote Desktop - User Mode (TCP-In)",
                        "Remote Desktop - User Mode (UDP-In)",
                        "RDP admins"),
                steps.steps().stream().map(step -> step.setting().address()).toList());
        assertEquals(Absent.ITSELF, steps.steps().get(0).before());
        assertEquals(
                new FirewallRule(
                        "Doorwarden: TermService (TCP)",
                        "TermService: 10.1.0.0/16, admin.example.org=10.1.2.3+2001:db8::3",
                        "Doorwarden",
                        true,
                        true,
                        true,
                        6,
                        List.of("3389"),
                        List.of(),
                        List.of(),
                        from,
                        Set.of(FirewallProfile.values()),
                        "",
                        ""),
                steps.steps().get(0).after());
        for (Step step : steps.steps().subList(2, 5)) {
            assertEquals(((FirewallRule) step.before()).from(from), step.after());
        }
    }

    @Test
    void whereOthersLetInMoreNothingIsPretended() throws Exception {
        assertEquals(
                List.of(
                        "RULES_ALLOW_MORE Remote Desktop - User Mode (TCP-In); Remote Desktop - User Mode (UDP-In); RDP admins"),
                problems(server("iis10-2022"), "TermService", "10.1.0.0/16", null));
        assertEquals(List.of(), problems(server("iis10-2022"), "W32Time", "10.20.0.0/16,2001:db8::/32", "keep"));
    }

    @Test
    void rulesThatCannotBeNarrowedAloneAreNamed() throws Exception {
        Inventory server = server("iis10-2022");
        assertEquals(
                List.of("RULE_NOT_UNIQUE Windows Remote Management (HTTP-In)"),
                problems(server, "WinRM", "10.1.0.0/16", "narrow"));
        assertEquals(
                List.of("RULE_OPENS_MORE all of it"),
                problems(
                        withRules(server, rule("all of it", FirewallRule.ANY_PROTOCOL, List.of(), List.of(), "")),
                        "W32Time",
                        "10.20.0.0/16,2001:db8:20::/48",
                        "narrow"));
        assertEquals(List.of("RULE_NOT_UNIQUE SQL Browser"), problems(server, "SQLBrowser", "10.0.0.1", "narrow"));
    }

    @Test
    void portsOfTheMomentAreNotForgottenBesideThoseThatStay() throws Exception {
        Inventory server = server("iis10-2022");
        Service time = server.find(new ServiceName("W32Time")).orElseThrow();
        List<Listener> listeners = new ArrayList<>(time.listeners());
        listeners.add(new Listener(Protocol.TCP, "0.0.0.0", 49_700, false));
        Inventory open = withRules(server, rule("rpc", 6, List.of("RPC"), List.of(), ""));
        Steps steps = new FirewallRestriction()
                .steps(
                        open,
                        time.but().listeners(listeners).build(),
                        Limits.NONE.with(Limit.FROM, List.of("10.20.0.0/16", "2001:db8::/32")),
                        HOSTS);
        assertEquals(List.of(new LimitProblem(LimitProblem.Kind.RULES_ALLOW_MORE, "rpc")), steps.problems());
    }

    @Test
    void aRuleForOneProgramAloneIsNarrowedWhateverItsPorts() throws Exception {
        Inventory server = server("iis10-2022");
        Service browser = server.find(new ServiceName("SQLBrowser")).orElseThrow();
        String program = browser.imagePath().replace("\"", "");
        Firewall firewall = server.access().firewall().orElseThrow();
        FirewallRule wide = rule("browser", 17, List.of(), List.of(), program);
        Steps steps = steps(
                with(server, new Firewall(firewall.active(), firewall.profiles(), List.of(wide), false)),
                "SQLBrowser",
                "10.0.0.1",
                "narrow");
        assertEquals(List.of(), steps.problems());
        assertEquals(wide.from(List.of("10.0.0.1")), steps.steps().get(1).after());
    }

    @Test
    void aRuleOfOursWithOtherContentIsChangedAndOneThatIsAsWantedIsNot() throws Exception {
        Inventory server = server("iis10-2022");
        FirewallRule ours = (FirewallRule) steps(server, "W32Time", "10.20.0.0/16,2001:db8:20::/48", null)
                .steps()
                .get(0)
                .after();
        Inventory later = withRules(server, ours);
        assertEquals(
                List.of(),
                steps(later, "W32Time", "10.20.0.0/16,2001:db8:20::/48", null).steps());
        Step wider = steps(later, "W32Time", "10.20.0.0/15,2001:db8::/32", null)
                .steps()
                .get(0);
        assertEquals(ours, wider.before());
        Step lifted = steps(later, "W32Time", "any", null).steps().get(0);
        assertEquals(ours, lifted.before());
        assertEquals(List.of(), ((FirewallRule) lifted.after()).remoteAddresses());
        assertEquals(List.of(), steps(server, "W32Time", "any", null).steps());
        assertEquals(
                List.of("RULE_NOT_UNIQUE " + ours.name()),
                problems(withRules(later, ours), "W32Time", "10.20.0.0/16,2001:db8:20::/48", null).stream()
                        .distinct()
                        .toList());
    }

    @Test
    void whatIsSaidIsCheckedBeforeAnythingElse() throws Exception {
        Inventory server = server("iis10-2022");
        assertEquals(
                List.of(
                        "WRONG_VALUE 010.0.0.1",
                        "SUBNET_WITH_REST 10.0.0.5/8",
                        "UNKNOWN_HOST nowhere",
                        "UNKNOWN_HOST other.host"),
                problems(server, "TermService", "010.0.0.1,10.0.0.5/8,nowhere,other.host", "narrow"));
        assertEquals(List.of("WRONG_VALUE "), problems(server, "TermService", "", "narrow"));
        assertEquals(List.of("CONTRADICTION any, 10.0.0.1"), problems(server, "TermService", "any,10.0.0.1", null));
        assertEquals(List.of("INCOMPLETE others"), problems(server, "TermService", null, "narrow"));
        assertEquals(List.of("WRONG_VALUE some"), problems(server, "TermService", "10.0.0.1", "some"));
    }

    @Test
    void whereARuleWouldLimitNothingTheReasonIsSaid() throws Exception {
        Inventory server = server("iis10-2022");
        assertEquals(List.of("NO_PORTS "), problems(server, "BITS", "10.0.0.1", null));
        assertEquals(List.of("DYNAMIC_PORTS tcp/49731"), problems(server, "MSSQL$SQLEXPRESS", "10.0.0.1", null));
        assertEquals(List.of("NO_FIREWALL "), problems(server("iis5-2001"), "W3SVC", "10.0.0.1", null));
        Firewall firewall = server.access().firewall().orElseThrow();
        Firewall open = new Firewall(
                Set.of(FirewallProfile.PUBLIC, FirewallProfile.DOMAIN), firewall.profiles(), firewall.rules(), false);
        assertEquals(List.of("FIREWALL_OPEN public"), problems(with(server, open), "TermService", "10.0.0.1", null));
        Firewall lets = new Firewall(
                Set.of(FirewallProfile.DOMAIN),
                Map.of(FirewallProfile.DOMAIN, new ProfileState(true, false, false)),
                firewall.rules(),
                false);
        assertEquals(List.of("FIREWALL_OPEN domain"), problems(with(server, lets), "TermService", "10.0.0.1", null));
    }

    @Test
    void fromWhereIsOfferedForPortsThatStayTheSame() throws Exception {
        Inventory server = server("iis10-2022");
        assertEquals(List.of(Limit.FROM, Limit.OTHERS), offered(server, "W32Time"));
        assertEquals(List.of(), offered(server, "MSSQL$SQLEXPRESS"));
        assertEquals(List.of(), offered(server("iis6-2003"), "W3SVC"));
        assertEquals(
                List.of("10.20.0.0/16", "2001:db8:20::/48"),
                Restrictions.shipped()
                        .offers(server, server.find(new ServiceName("W32Time")).orElseThrow())
                        .get(0)
                        .now());
    }

    private static List<Limit> offered(Inventory server, String service) {
        return Restrictions.shipped()
                .offers(server, server.find(new ServiceName(service)).orElseThrow())
                .stream()
                .map(Offer::limit)
                .toList();
    }
}
