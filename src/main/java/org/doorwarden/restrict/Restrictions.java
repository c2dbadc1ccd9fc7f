package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;

/** All ways to limit services that Doorwarden knows. */
public final class Restrictions {

    private final List<Restriction> all;

    public Restrictions(List<Restriction> all) {
        this.all = List.copyOf(all);
    }

    /** Those that ship with the program. */
    public static Restrictions shipped() {
        return new Restrictions(List.of(
                new RemoteDesktopRestriction(),
                new RemoteRegistryRestriction(),
                new TelnetRestriction(),
                new ServerRestriction(),
                new IndexingRestriction(),
                new FtpRestriction(),
                new FirewallRestriction()));
    }

    /**
     * What can be limited on a service of this server; where two restrictions offer the same limit, the first one has it.
     * Rules of others are about addresses in the firewall: nothing to offer where the service itself limits addresses.
     */
    public List<Offer> offers(Inventory inventory, Service service) {
        Map<Limit, Offer> offers = new LinkedHashMap<>();
        for (Restriction each : all) {
            boolean addressesLimited = offers.containsKey(Limit.FROM);
            each.offers(inventory, service).stream()
                    .filter(offer -> !addressesLimited || offer.limit() != Limit.OTHERS)
                    .forEach(offer -> offers.putIfAbsent(offer.limit(), offer));
        }
        return List.copyOf(offers.values());
    }

    /** What has to be set so that the limits hold: who may use it first, then from where. */
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        List<Step> steps = new ArrayList<>();
        List<LimitProblem> problems = new ArrayList<>();
        Map<Limit, List<String>> left = new LinkedHashMap<>(limits.values());
        for (Restriction each : all) {
            Set<Limit> answers = new TreeSet<>(each.answers(inventory, service));
            answers.retainAll(left.keySet());
            if (limits.of(Limit.FROM).isPresent() && !left.containsKey(Limit.FROM)) {
                answers.remove(Limit.OTHERS);
            }
            if (!answers.isEmpty()) {
                Map<Limit, List<String>> own = new LinkedHashMap<>(limits.values());
                own.keySet().retainAll(answers);
                Steps some = each.steps(inventory, service, new Limits(own), lookups);
                steps.addAll(some.steps());
                problems.addAll(some.problems());
                left.keySet().removeAll(answers);
            }
        }
        left.keySet().forEach(limit -> problems.add(new LimitProblem(LimitProblem.Kind.NOT_OFFERED, limit.id())));
        return problems.isEmpty() ? new Steps(steps, List.of()) : new Steps(List.of(), problems);
    }
}
