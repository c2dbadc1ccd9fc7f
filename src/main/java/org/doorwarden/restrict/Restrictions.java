package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.Collections;
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
     * What can be limited on a service of this server. Where two restrictions offer the same limit, the first one has it,
     * and the second one none: what else it offers means nothing without that.
     */
    public List<Offer> offers(Inventory inventory, Service service) {
        Map<Limit, Offer> offers = new LinkedHashMap<>();
        for (Restriction each : all) {
            List<Offer> its = each.offers(inventory, service);
            if (its.stream().noneMatch(offer -> offers.containsKey(offer.limit()))) {
                its.forEach(offer -> offers.put(offer.limit(), offer));
            }
        }
        return List.copyOf(offers.values());
    }

    /** What has to be set so that the limits hold: who may use it first, then from where. */
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        List<Step> steps = new ArrayList<>();
        List<LimitProblem> problems = new ArrayList<>();
        Map<Limit, List<String>> left = new LinkedHashMap<>(limits.values());
        Set<Limit> taken = new TreeSet<>();
        for (Restriction each : all) {
            Set<Limit> answers = new TreeSet<>(each.answers(inventory, service));
            if (!Collections.disjoint(taken, answers)) {
                continue;
            }
            taken.addAll(answers);
            answers.retainAll(left.keySet());
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
