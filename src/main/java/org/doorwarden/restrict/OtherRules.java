package org.doorwarden.restrict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.network.Addresses;
import org.doorwarden.network.Ports;
import org.doorwarden.network.Programs;
import org.doorwarden.network.RuleMatch;

/** The rules of others that open the ports of a service, on whatever kind of network. */
final class OtherRules {

    private static final String SHARED_HOST = "\\svchost.exe";

    private final Firewall firewall;
    private final Service service;
    private final ServicePorts ports;
    private final Set<String> own;

    OtherRules(Firewall firewall, Service service, ServicePorts ports, List<FirewallRule> own) {
        this.firewall = firewall;
        this.service = service;
        this.ports = ports;
        this.own = own.stream().map(rule -> lower(rule.name())).collect(Collectors.toSet());
    }

    /** Narrows those that let in more than the addresses given; if they shall be kept, says that nothing would be limited. */
    void limit(Addresses addresses, boolean narrow, StepList list) {
        List<FirewallRule> wider = firewall.rules().stream()
                .filter(rule -> rule.allows() && !own.contains(lower(rule.name())))
                .filter(rule -> ports.allDoors().stream().anyMatch(door -> RuleMatch.isFor(rule, door)))
                .filter(rule -> !addresses.covers(Addresses.ofRule(rule.remoteAddresses())))
                .toList();
        if (wider.isEmpty()) {
            return;
        }
        if (!narrow) {
            list.problem(
                    LimitProblem.Kind.RULES_ALLOW_MORE,
                    wider.stream().map(FirewallRule::name).distinct().collect(Collectors.joining("; ")));
            return;
        }
        Map<String, Long> named = firewall.rules().stream()
                .collect(Collectors.groupingBy(rule -> lower(rule.name()), Collectors.counting()));
        for (FirewallRule rule : wider) {
            FirewallRuleName name = new FirewallRuleName(rule.name());
            if (named.get(lower(rule.name())) > 1) {
                list.problem(LimitProblem.Kind.RULE_NOT_UNIQUE, rule.name());
            } else if (!isWithinPorts(rule) && !isOfServiceAlone(rule)) {
                list.problem(LimitProblem.Kind.RULE_OPENS_MORE, rule.name());
            } else {
                list.change(name, rule, rule.from(addresses.forRule()), TakesEffect.NOW);
            }
        }
    }

    private boolean isWithinPorts(FirewallRule rule) {
        return rule.protocol() != FirewallRule.ANY_PROTOCOL
                && Ports.ofRule(rule.localPorts()).isWithin(ports.all(rule.protocol()));
    }

    /** Whether it is for this service, or for a program that is nothing but this service. */
    private boolean isOfServiceAlone(FirewallRule rule) {
        String program = Programs.of(service);
        return rule.service().equalsIgnoreCase(service.name().value())
                || (service.type() == ServiceType.OWN_PROCESS
                        && !program.isEmpty()
                        && !lower(program).endsWith(SHARED_HOST)
                        && Programs.same(rule.program(), program));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
