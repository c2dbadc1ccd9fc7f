package org.doorwarden.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.doorwarden.model.ServiceName;

/**
 * A branch of one of the two panes of the Dependencies tab. A service that stands in the tree already is named again
 * but not opened again, so that circles end and trees stay small; very deep branches are cut.
 *
 * @param shownAlready whether what is below it stands elsewhere in the tree
 * @param cut whether there is more below it that is not in the tree
 */
public record DependencyTree(ServiceName service, boolean shownAlready, boolean cut, List<DependencyTree> below) {

    private static final int DEEPEST = 50;

    public DependencyTree {
        below = List.copyOf(below);
    }

    /** The upper pane: what the service depends on. */
    public static List<DependencyTree> dependsOn(DependencyGraph graph, ServiceName service) {
        return branches(service, graph::dependsOn, 1, new HashSet<>(Set.of(service)));
    }

    /** The lower pane: what depends on the service. */
    public static List<DependencyTree> neededBy(DependencyGraph graph, ServiceName service) {
        return branches(service, graph::neededBy, 1, new HashSet<>(Set.of(service)));
    }

    private static List<DependencyTree> branches(
            ServiceName at, Function<ServiceName, List<ServiceName>> next, int depth, Set<ServiceName> drawn) {
        return next.apply(at).stream()
                .map(name -> branch(name, next, depth, drawn))
                .toList();
    }

    private static DependencyTree branch(
            ServiceName name, Function<ServiceName, List<ServiceName>> next, int depth, Set<ServiceName> drawn) {
        boolean more = !next.apply(name).isEmpty();
        if (!drawn.add(name)) {
            return new DependencyTree(name, more, false, List.of());
        }
        if (depth == DEEPEST) {
            return new DependencyTree(name, false, more, List.of());
        }
        return new DependencyTree(name, false, false, branches(name, next, depth + 1, drawn));
    }
}
