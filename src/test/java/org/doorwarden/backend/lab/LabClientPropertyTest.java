package org.doorwarden.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.apply.CancelToken;
import org.doorwarden.apply.RunEvent;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.lab.LabAnswer.Outcome;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.network.AddressOracle;
import org.doorwarden.network.AddressRange;
import org.doorwarden.network.RandomAddresses;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Whether a remote client is let in, before, during and after a run and its undo, beside a second opinion by hand. */
class LabClientPropertyTest {

    private static final int SEEDS = 40;
    private static final int CLIENTS = 12;

    /** A port of the shipped server, and those of its rules that are about it. */
    private record Case(String service, Protocol protocol, int port, Set<String> rules) {

        String ours() {
            return "Doorwarden: " + service + " (" + protocol + ")";
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("TermService", Protocol.TCP, 3389, Set.of("Remote Desktop - User Mode (TCP-In)", "RDP admins")),
            new Case("TermService", Protocol.UDP, 3389, Set.of("Remote Desktop - User Mode (UDP-In)")),
            new Case("W3SVC", Protocol.TCP, 80, Set.of("World Wide Web Services (HTTP Traffic-In)")),
            new Case("W3SVC", Protocol.TCP, 443, Set.of("World Wide Web Services (HTTPS Traffic-In)")),
            new Case("W32Time", Protocol.UDP, 123, Set.of("Time for the branch")),
            new Case("LanmanServer", Protocol.TCP, 445, Set.of("File and Printer Sharing (SMB-In)")),
            new Case("WMSVC", Protocol.TCP, 8172, Set.of("Web Management Service (HTTP Traffic-In)")));

    @Test
    void aClientIsLetInExactlyAsTheRulesSay() throws Exception {
        int in = 0;
        int out = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Workbench bench =
                    new Workbench(new LabDefinitions().find("iis10-2022").orElseThrow());
            List<String> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(RandomAddresses.client(random));
            }
            String service = CASES.get(random.nextInt(CASES.size())).service();
            Set<String> wanted = new TreeSet<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                wanted.add(RandomAddresses.set(random));
            }
            List<Boolean> before = asTheRulesSay(bench.read(), clients);
            Limits limits = Limits.NONE.with(Limit.FROM, List.copyOf(wanted)).with(Limit.OTHERS, List.of("narrow"));
            Plan plan = bench.plan(List.of(Choice.restrict(new ServiceName(service), limits)));
            assertEquals(List.of(), plan.refusals());
            List<Integer> moments = new ArrayList<>();
            RunReport applied = bench.runs().apply(plan, Set.of(), CancelToken.NEVER, event -> {
                if (event instanceof RunEvent.ChangeDone) {
                    moments.add(asTheRulesSay(read(bench), clients).size());
                }
            });
            assertEquals(RunOutcome.APPLIED, applied.outcome());
            assertEquals(plan.changes().size(), moments.size());
            Inventory after = bench.read();
            asTheRulesSay(after, clients);
            for (Case each : CASES) {
                for (String client : clients) {
                    boolean letIn = knock(after, client, each).letsIn();
                    if (each.service().equals(service)) {
                        assertEquals(
                                isIn(client, wanted) && !isIn(client, List.of("198.51.100.0/24")),
                                letIn,
                                each + " from " + client + " with " + wanted);
                        in += letIn ? 1 : 0;
                        out += letIn ? 0 : 1;
                    }
                }
            }
            bench.undo(applied.run().orElseThrow());
            assertEquals(before, asTheRulesSay(bench.read(), clients));
        }
        assertTrue(in > 100 && out > 100, in + " in, " + out + " out");
    }

    private static Inventory read(Workbench bench) {
        try {
            return bench.read();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Holds every answer against the rules as they stand. */
    private static List<Boolean> asTheRulesSay(Inventory server, List<String> clients) {
        List<Boolean> answers = new ArrayList<>();
        List<FirewallRule> rules = server.access().firewall().orElseThrow().rules();
        for (Case each : CASES) {
            for (String client : clients) {
                boolean listens = client.indexOf(':') < 0 || hasIpv6(server, each);
                boolean blocked = rules.stream()
                        .anyMatch(rule -> rule.name().equals("Known scanners") && isIn(client, rule.remoteAddresses()));
                boolean allowed = rules.stream()
                        .anyMatch(rule -> (each.rules().contains(rule.name())
                                        || rule.name().equals(each.ours()))
                                && isIn(client, rule.remoteAddresses()));
                LabAnswer answer = knock(server, client, each);
                Outcome expected = !listens ? Outcome.REFUSED : allowed && !blocked ? Outcome.LET_IN : Outcome.BLOCKED;
                assertEquals(expected, answer.outcome(), each + " from " + client);
                answers.add(answer.letsIn());
            }
        }
        return answers;
    }

    private static boolean hasIpv6(Inventory server, Case each) {
        return server.find(new ServiceName(each.service())).orElseThrow().listeners().stream()
                .anyMatch(listener -> listener.protocol() == each.protocol()
                        && listener.port() == each.port()
                        && listener.address().equals("::"));
    }

    private static LabAnswer knock(Inventory server, String client, Case each) {
        return new LabClient(server, AddressRange.address(client).orElseThrow(), Optional.empty())
                .knock(each.protocol(), each.port());
    }

    private static boolean isIn(String client, Iterable<String> ranges) {
        AddressOracle address = AddressOracle.parse(client).orElseThrow();
        boolean none = true;
        for (String range : ranges) {
            none = false;
            if (AddressOracle.parse(range).orElseThrow().contains(address)) {
                return true;
            }
        }
        return none;
    }
}
