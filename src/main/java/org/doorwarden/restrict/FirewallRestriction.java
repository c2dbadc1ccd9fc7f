package org.doorwarden.restrict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Firewall.ProfileState;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.network.Addresses;
import org.doorwarden.network.Door;
import org.doorwarden.network.FirewallCheck;

/**
 * From which addresses a service can be reached: an allow rule for each protocol, beside a firewall that blocks what no
 * rule allows. A block rule would not do, since it wins over all allow rules.
 *
 * <p>The rule names ports, and neither a program nor a service: ports of IIS, WinRM and file sharing belong to the
 * kernel, whatever service answers there, and a rule for the wrong program lets in nobody.
 */
final class FirewallRestriction implements Restriction {

    private static final String GROUP = "Doorwarden";
    private static final int FIRST_WITH_RULES = 6;

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        Optional<Firewall> firewall = inventory.access().firewall();
        List<Door> doors = new ServicePorts(service).doors();
        return firewall.isEmpty() || doors.isEmpty()
                ? List.of()
                : List.of(
                        new Offer(Limit.FROM, now(firewall.get(), doors), List.of(), TakesEffect.NOW),
                        new Offer(Limit.OTHERS, List.of(), List.of(), TakesEffect.NOW));
    }

    private static List<String> now(Firewall firewall, List<Door> doors) {
        FirewallCheck check = new FirewallCheck(firewall, Addresses.NONE);
        Addresses from = doors.stream().map(door -> check.reach(door).from()).reduce(Addresses.NONE, Addresses::and);
        return from.isAny() ? List.of() : from.texts();
    }

    @Override
    public Set<Limit> answers(Inventory inventory, Service service) {
        return Set.of(Limit.FROM, Limit.OTHERS);
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        ServicePorts ports = new ServicePorts(service);
        Optional<List<String>> from = limits.of(Limit.FROM);
        boolean narrow = limits.word(Limit.OTHERS).filter("narrow"::equals).isPresent();
        if (from.isEmpty()) {
            list.problem(LimitProblem.Kind.INCOMPLETE, Limit.OTHERS.id());
        } else if (!narrow && !limits.word(Limit.OTHERS).orElse("keep").equals("keep")) {
            list.problem(
                    LimitProblem.Kind.WRONG_VALUE,
                    String.join(", ", limits.of(Limit.OTHERS).orElse(List.of())));
        } else if (canLimit(inventory, ports, list)) {
            ClientAddresses clients = ClientAddresses.read(from.get(), lookups, list);
            if (list.steps().problems().isEmpty()) {
                Firewall firewall = inventory.access().firewall().orElseThrow();
                List<FirewallRule> own = own(service, ports, clients);
                own.forEach(rule -> setOwn(firewall, rule, clients.addresses(), list));
                new OtherRules(firewall, service, ports, own).limit(clients.addresses(), narrow, list);
            }
        }
        return list.steps();
    }

    /** Tells why not, if so. */
    private static boolean canLimit(Inventory inventory, ServicePorts ports, StepList list) {
        Optional<Firewall> firewall = inventory.access().firewall();
        if (firewall.isEmpty()) {
            boolean unread = inventory
                    .server()
                    .windowsVersion()
                    .map(version -> version.major() >= FIRST_WITH_RULES)
                    .orElse(false);
            list.problem(
                    unread ? LimitProblem.Kind.NOT_READ : LimitProblem.Kind.NO_FIREWALL,
                    unread ? "Windows Firewall" : "");
            return false;
        }
        if (ports.fixed().isEmpty()) {
            list.problem(
                    ports.dynamic().isEmpty() ? LimitProblem.Kind.NO_PORTS : LimitProblem.Kind.DYNAMIC_PORTS,
                    String.join(", ", ports.dynamic()));
            return false;
        }
        List<FirewallProfile> open = FirewallCheck.active(firewall.get()).stream()
                .filter(profile -> isOpen(firewall.get().profiles().get(profile)))
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            list.problem(
                    LimitProblem.Kind.FIREWALL_OPEN,
                    open.stream().map(FirewallProfile::id).collect(Collectors.joining(", ")));
        }
        return open.isEmpty();
    }

    private static boolean isOpen(ProfileState state) {
        return state == null || !state.enabled() || (!state.blocksByDefault() && !state.blocksAll());
    }

    private static List<FirewallRule> own(Service service, ServicePorts ports, ClientAddresses clients) {
        return ports.fixed().entrySet().stream()
                .map(entry -> own(service, entry, clients))
                .toList();
    }

    private static FirewallRule own(Service service, Map.Entry<Protocol, Set<Integer>> ports, ClientAddresses clients) {
        // A rule's name and description hold no vertical bar (MS-FASP 2.2.37), a service's name may.
        String name = service.name().value().replace('|', '_');
        return new FirewallRule(
                GROUP + ": " + name + " (" + ports.getKey().name() + ")",
                name + ": " + clients.shown(),
                GROUP,
                true,
                true,
                true,
                Door.number(ports.getKey()),
                ports.getValue().stream().map(String::valueOf).toList(),
                List.of(),
                List.of(),
                clients.addresses().forRule(),
                Set.of(FirewallProfile.values()),
                "",
                "");
    }

    /** Lets everybody in only where a rule of ours keeps some out: else the rules of others decide as they did. */
    private static void setOwn(Firewall firewall, FirewallRule rule, Addresses addresses, StepList list) {
        FirewallRuleName name = new FirewallRuleName(rule.name());
        Optional<SettingValue> before = firewall.find(name);
        if (before.isEmpty()) {
            list.problem(LimitProblem.Kind.RULE_NOT_UNIQUE, rule.name());
        } else if (!addresses.isAny() || before.get() instanceof FirewallRule) {
            list.change(name, before.get(), rule, TakesEffect.NOW);
        }
    }
}
