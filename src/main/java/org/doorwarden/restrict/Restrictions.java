package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                new FirewallRestriction()));
    }

    /** What can be limited on a service of this server. */
    public List<Offer> offers(Inventory inventory, Service service) {
        return all.stream()
                .flatMap(each -> each.offers(inventory, service).stream())
                .toList();
    }

    /** What has to be set so that the limits hold: who may use it first, then from where. */
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        List<Step> steps = new ArrayList<>();
        List<LimitProblem> problems = new ArrayList<>();
        Map<Limit, List<String>> left = new LinkedHashMap<>(limits.values());
        for (Restriction each : all) {
            Set<Limit> answers = each.answers(inventory, service);
            if (limits.values().keySet().stream().anyMatch(answers::contains)) {
                Steps some = each.steps(inventory, service, limits, lookups);
                steps.addAll(some.steps());
                problems.addAll(some.problems());
                left.keySet().removeAll(answers);
            }
        }
        left.keySet().forEach(limit -> problems.add(new LimitProblem(LimitProblem.Kind.NOT_OFFERED, limit.id())));
        return problems.isEmpty() ? new Steps(steps, List.of()) : new Steps(List.of(), problems);
    }
}
