package org.doorwarden.ui.restrict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.report.AccessPart;
import org.doorwarden.report.AccessText;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.LimitProblem;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.restrict.Steps;

/**
 * What limits would come to.
 *
 * @param already whether the server is like this, so that nothing would be set
 * @param after who could use the service then; nothing where there are problems
 * @param byLimit the problems that one limit has by itself
 * @param together the problems that only all of them have together
 */
record LimitCheck(
        boolean already, List<AccessPart> after, Map<Limit, List<LimitProblem>> byLimit, List<LimitProblem> together) {

    static LimitCheck of(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        Restrictions restrictions = Restrictions.shipped();
        Steps steps = restrictions.steps(inventory, service, limits, lookups);
        List<LimitProblem> together = new ArrayList<>(steps.problems());
        Map<Limit, List<LimitProblem>> byLimit = new EnumMap<>(Limit.class);
        limits.values().forEach((limit, said) -> {
            Limits alone = Limits.NONE.with(limit, said);
            List<LimitProblem> its = restrictions.steps(inventory, service, alone, lookups).problems().stream()
                    .filter(together::contains)
                    .toList();
            if (!its.isEmpty()) {
                byLimit.put(limit, its);
            }
        });
        byLimit.values().forEach(together::removeAll);
        List<AccessPart> after =
                steps.problems().isEmpty() ? AccessText.partsAfter(inventory, service, steps.steps()) : List.of();
        return new LimitCheck(
                together.isEmpty() && byLimit.isEmpty() && steps.steps().isEmpty(), after, byLimit, together);
    }

    boolean isFine() {
        return byLimit.isEmpty() && together.isEmpty();
    }
}
