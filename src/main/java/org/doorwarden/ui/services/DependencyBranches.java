package org.doorwarden.ui.services;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.shell.Reading;

/** The two panes of the Dependencies tab as trees. A service that stands above itself is named and not opened again. */
final class DependencyBranches {

    private final Inventory inventory;
    private final DependencyGraph graph;
    private final Assessment assessment;
    private final Messages messages;

    DependencyBranches(Reading reading, Assessment assessment, Messages messages) {
        this.inventory = reading.inventory();
        this.graph = reading.graph();
        this.assessment = assessment;
        this.messages = messages;
    }

    /** What a service needs: services and drivers, groups, and names that nothing on this server has. */
    List<DependencyBranch> dependsOn(ServiceName name) {
        return dependsOn(name, Set.of(name));
    }

    /** What needs a service, itself or through its load-order group. */
    List<DependencyBranch> neededBy(ServiceName name) {
        return neededBy(name, Set.of(name));
    }

    private List<DependencyBranch> dependsOn(ServiceName name, Set<ServiceName> above) {
        List<DependencyBranch> branches = new ArrayList<>();
        for (ServiceName needed : graph.dependsOn(name)) {
            branches.add(needed(needed, above));
        }
        for (String group : graph.dependsOnGroups(name)) {
            branches.add(group(group, above));
        }
        for (ServiceName missing : graph.missing(name)) {
            branches.add(leaf(Printable.of(missing.value()), messages.say("ui.services.tree.missing")));
        }
        return branches;
    }

    private DependencyBranch needed(ServiceName name, Set<ServiceName> above) {
        boolean more = !graph.dependsOn(name).isEmpty()
                || !graph.dependsOnGroups(name).isEmpty()
                || !graph.missing(name).isEmpty();
        return branch(name, above, more, false, below -> dependsOn(name, below));
    }

    private DependencyBranch group(String group, Set<ServiceName> above) {
        List<ServiceName> members = graph.members(group);
        return new DependencyBranch(
                Optional.empty(),
                messages.say("ui.services.tree.group", group),
                messages.say("ui.services.tree.group.members", members.size()),
                Tone.QUIET,
                !members.isEmpty(),
                () -> members.stream().map(member -> needed(member, above)).toList());
    }

    private List<DependencyBranch> neededBy(ServiceName name, Set<ServiceName> above) {
        List<DependencyBranch> branches = new ArrayList<>();
        Set<ServiceName> direct = new HashSet<>(graph.neededBy(name));
        for (ServiceName dependent : graph.neededBy(name)) {
            branches.add(dependent(dependent, above, false));
        }
        for (ServiceName dependent : graph.neededByThroughGroup(name)) {
            if (!direct.contains(dependent)) {
                branches.add(dependent(dependent, above, true));
            }
        }
        return branches;
    }

    private DependencyBranch dependent(ServiceName name, Set<ServiceName> above, boolean throughGroup) {
        boolean more = !graph.neededBy(name).isEmpty()
                || !graph.neededByThroughGroup(name).isEmpty();
        return branch(name, above, more, throughGroup, below -> neededBy(name, below));
    }

    private DependencyBranch branch(
            ServiceName name,
            Set<ServiceName> above,
            boolean more,
            boolean throughGroup,
            java.util.function.Function<Set<ServiceName>, List<DependencyBranch>> below) {
        boolean again = above.contains(name);
        Service service = inventory.services().get(name);
        String remark = again ? messages.say("ui.services.tree.again") : remark(service);
        Set<ServiceName> way = new HashSet<>(above);
        way.add(name);
        return new DependencyBranch(
                Optional.of(service.name()),
                title(service),
                throughGroup ? messages.say("ui.services.tree.through.group", remark) : remark,
                tone(service),
                more && !again,
                () -> below.apply(way));
    }

    private static DependencyBranch leaf(String title, String remark) {
        return new DependencyBranch(Optional.empty(), title, remark, Tone.QUIET, false, List::of);
    }

    private static String title(Service service) {
        return Printable.of(service.displayName().isBlank() ? service.name().value() : service.displayName());
    }

    private String remark(Service service) {
        String state = messages.say("state." + service.state().id());
        String word = service.isDriver()
                ? messages.say("ui.services.tree.driver")
                : assessment
                        .find(service.name())
                        .map(each -> messages.say("verdict." + each.verdict().id()))
                        .orElse("");
        return messages.say("ui.services.tree.remark", state, word);
    }

    private Tone tone(Service service) {
        return assessment
                .find(service.name())
                .map(ServiceAssessment::verdict)
                .map(DoorLook::verdict)
                .orElse(Tone.QUIET);
    }
}
