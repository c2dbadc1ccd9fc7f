package org.doorwarden.ui.services;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.KnownNeeds;
import org.doorwarden.analysis.KnownNeeds.KnownDependent;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.knowledge.Cited;
import org.doorwarden.ui.knowledge.KnowledgeReader;
import org.doorwarden.ui.knowledge.Tones;
import org.doorwarden.ui.shell.Reading;

/**
 * The two panes of the Dependencies tab as trees, with the dependencies that nobody declares after the others. A service
 * that stands above itself is named and not opened again.
 */
final class DependencyBranches {

    private final Inventory inventory;
    private final DependencyGraph graph;
    private final KnownNeeds known;
    private final Assessment assessment;
    private final Messages messages;
    private final KnowledgeReader knowledge;

    /** How one service comes to stand below another. */
    private record Edge(ServiceName to, boolean throughGroup, Optional<Cited> undeclared) {}

    DependencyBranches(Reading reading, Assessment assessment, Messages messages) {
        this.inventory = reading.inventory();
        this.graph = reading.graph();
        this.known = assessment.knownNeeds();
        this.assessment = assessment;
        this.messages = messages;
        this.knowledge = new KnowledgeReader(messages);
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
            branches.add(needed(new Edge(needed, false, Optional.empty()), above));
        }
        for (String group : graph.dependsOnGroups(name)) {
            branches.add(group(group, above));
        }
        for (ServiceName missing : graph.missing(name)) {
            branches.add(leaf(Printable.of(missing.value()), messages.say("ui.services.tree.missing")));
        }
        for (Requirement need : known.of(name)) {
            branches.add(needed(new Edge(need.service(), false, because(need)), above));
        }
        return branches;
    }

    private DependencyBranch needed(Edge edge, Set<ServiceName> above) {
        ServiceName name = edge.to();
        boolean more = !graph.dependsOn(name).isEmpty()
                || !graph.dependsOnGroups(name).isEmpty()
                || !graph.missing(name).isEmpty()
                || !known.of(name).isEmpty();
        return branch(edge, above, more, below -> dependsOn(name, below));
    }

    private DependencyBranch group(String group, Set<ServiceName> above) {
        List<ServiceName> members = graph.members(group);
        return new DependencyBranch(
                Optional.empty(),
                messages.say("ui.services.tree.group", group),
                messages.say("ui.services.tree.group.members", members.size()),
                Tone.QUIET,
                "",
                Optional.empty(),
                !members.isEmpty(),
                () -> members.stream()
                        .map(member -> needed(new Edge(member, false, Optional.empty()), above))
                        .toList());
    }

    private List<DependencyBranch> neededBy(ServiceName name, Set<ServiceName> above) {
        List<DependencyBranch> branches = new ArrayList<>();
        Set<ServiceName> direct = new HashSet<>(graph.neededBy(name));
        for (ServiceName dependent : graph.neededBy(name)) {
            branches.add(dependent(new Edge(dependent, false, Optional.empty()), above));
        }
        for (ServiceName dependent : graph.neededByThroughGroup(name)) {
            if (!direct.contains(dependent)) {
                branches.add(dependent(new Edge(dependent, true, Optional.empty()), above));
            }
        }
        for (KnownDependent dependent : known.on(name)) {
            branches.add(dependent(new Edge(dependent.service(), false, because(dependent.requirement())), above));
        }
        return branches;
    }

    private DependencyBranch dependent(Edge edge, Set<ServiceName> above) {
        ServiceName name = edge.to();
        boolean more = !graph.neededBy(name).isEmpty()
                || !graph.neededByThroughGroup(name).isEmpty()
                || !known.on(name).isEmpty();
        return branch(edge, above, more, below -> neededBy(name, below));
    }

    private Optional<Cited> because(Requirement requirement) {
        return Optional.of(knowledge.cited(requirement.because(), List.of(requirement.source())));
    }

    private DependencyBranch branch(
            Edge edge, Set<ServiceName> above, boolean more, Function<Set<ServiceName>, List<DependencyBranch>> below) {
        boolean again = above.contains(edge.to());
        Service service = inventory.services().get(edge.to());
        Set<ServiceName> way = new HashSet<>(above);
        way.add(edge.to());
        return new DependencyBranch(
                Optional.of(service.name()),
                title(service),
                remark(edge, again ? messages.say("ui.services.tree.again") : remark(service)),
                tone(service),
                edge.undeclared().isPresent() ? messages.say("ui.services.tree.undeclared") : "",
                edge.undeclared(),
                more && !again,
                () -> below.apply(way));
    }

    private String remark(Edge edge, String remark) {
        return edge.throughGroup() ? messages.say("ui.services.tree.through.group", remark) : remark;
    }

    private static DependencyBranch leaf(String title, String remark) {
        return new DependencyBranch(Optional.empty(), title, remark, Tone.QUIET, "", Optional.empty(), false, List::of);
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
                .map(Tones::of)
                .orElse(Tone.QUIET);
    }
}
