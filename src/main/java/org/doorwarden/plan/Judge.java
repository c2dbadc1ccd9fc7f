package org.doorwarden.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Refusal.Why;

/** Decides what must not or cannot be changed. */
final class Judge {

    private final Inventory inventory;
    private final DependencyGraph graph;
    private final Assessment assessment;
    private final Set<ServiceName> kept = new HashSet<>();
    private final Map<ServiceName, List<ServiceName>> cycleOf = new HashMap<>();
    private final Set<ServiceName> notRestartable;
    private final Set<ServiceName> underWhatMustRun;

    Judge(Inventory inventory, DependencyGraph graph, Assessment assessment, Collection<Choice> choices) {
        this.inventory = inventory;
        this.graph = graph;
        this.assessment = assessment;
        for (Choice choice : choices) {
            if (choice.action() == Action.KEEP || choice.action() == Action.RESTRICT) {
                kept.add(choice.service());
            }
        }
        graph.cycles().forEach(cycle -> cycle.forEach(name -> cycleOf.put(name, cycle)));
        notRestartable = graph.notRestartable();
        List<ServiceName> mustRun = inventory.services().values().stream()
                .filter(service -> mustNotLose(service) || (service.isActive() && !mayStop(service)))
                .map(Service::name)
                .toList();
        underWhatMustRun = graph.everythingNeededBy(mustRun).keySet();
    }

    /** Refuses a choice for what the service is, and for what would stop with it. */
    Optional<Refusal> refuse(Choice choice, Service service) {
        if (service.isDriver()) {
            return refusal(choice, Why.DRIVER);
        }
        if (!service.changeability().isChangeable()) {
            return Optional.of(new Refusal(
                    choice,
                    whyNot(service.changeability().kind()),
                    List.of(),
                    service.changeability().detail()));
        }
        if (service.startType() == StartType.UNKNOWN) {
            return refusal(choice, Why.NOT_READ);
        }
        if (assessment.isNeeded(service.name())) {
            return refusal(choice, Why.NEEDED);
        }
        if (choice.action().stops() && service.isActive()) {
            Optional<Refusal> refusal = refuseStop(choice, service);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return underWhatMustRun.contains(service.name())
                ? refuseFor(choice, Loss.of(graph, List.of(choice), taken -> List.of()))
                : Optional.empty();
    }

    /** Refuses to uninstall a component for what else is in it. */
    Optional<Refusal> refuseCompanions(Choice choice, List<Service> companions) {
        for (Service companion : companions) {
            if (kept.contains(companion.name())) {
                return Optional.of(new Refusal(choice, Why.STOPS_KEPT, List.of(companion.name()), ""));
            }
            Optional<Refusal> refusal = refuse(Choice.of(companion.name(), Action.UNINSTALL), companion);
            if (refusal.isPresent()) {
                Why why = refusal.get().why();
                boolean forOthers = why == Why.STOPS_NEEDED || why == Why.STOPS_KEPT;
                return Optional.of(
                        forOthers
                                ? new Refusal(choice, why, refusal.get().related(), "")
                                : new Refusal(choice, Why.DEPENDENT_CANNOT_STOP, List.of(companion.name()), ""));
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses choices that are harmless one by one and not together, as for all members of a needed group.
     *
     * @param goingWith the further services that a choice takes along
     */
    List<Refusal> refuseTogether(Map<ServiceName, Choice> accepted, Function<Choice, List<Service>> goingWith) {
        List<Refusal> refusals = new ArrayList<>();
        Map<ServiceName, Choice> left = new LinkedHashMap<>(accepted);
        while (true) {
            Loss loss = Loss.of(graph, left.values(), goingWith);
            List<ServiceName> spared = new ArrayList<>(matching(loss.all(), this::mustNotLose));
            spared.addAll(matching(loss.stopped(), service -> !mayStop(service)));
            Set<ServiceName> under = graph.everythingNeededBy(spared).keySet();
            List<Choice> guilty = left.values().stream()
                    .filter(choice -> choice.action() != Action.RESTRICT)
                    .filter(choice -> services(choice, goingWith).anyMatch(under::contains))
                    .toList();
            if (guilty.isEmpty()) {
                return refusals;
            }
            for (Choice choice : guilty) {
                left.remove(choice.service());
                refuseFor(choice, loss).ifPresent(refusals::add);
            }
        }
    }

    private static Stream<ServiceName> services(Choice choice, Function<Choice, List<Service>> goingWith) {
        return Stream.concat(
                Stream.of(choice.service()), goingWith.apply(choice).stream().map(Service::name));
    }

    private Optional<Refusal> refuseStop(Choice choice, Service service) {
        List<ServiceName> circle = cycleOf.getOrDefault(service.name(), List.of()).stream()
                .filter(name -> inventory.services().get(name).isActive())
                .toList();
        if (circle.size() > 1
                || (circle.size() == 1 && graph.dependsOn(service.name()).contains(service.name()))) {
            return Optional.of(new Refusal(choice, Why.CYCLE, circle, ""));
        }
        if (service.state().isPending()) {
            return refusal(choice, Why.PENDING);
        }
        if (notRestartable.contains(service.name())) {
            return refusal(choice, Why.CANNOT_RESTART);
        }
        return service.acceptsStop() ? Optional.empty() : refusal(choice, Why.CANNOT_STOP);
    }

    /** Looks for something that must not be lost among what is. */
    private Optional<Refusal> refuseFor(Choice choice, Loss loss) {
        List<ServiceName> needed = matching(loss.all(), service -> assessment.isNeeded(service.name()));
        if (!needed.isEmpty()) {
            return Optional.of(new Refusal(choice, Why.STOPS_NEEDED, needed, ""));
        }
        List<ServiceName> keptToo = matching(loss.all(), service -> kept.contains(service.name()));
        if (!keptToo.isEmpty()) {
            return Optional.of(new Refusal(choice, Why.STOPS_KEPT, keptToo, ""));
        }
        List<ServiceName> unstoppable = matching(loss.stopped(), service -> !mayStop(service));
        return unstoppable.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(choice, Why.DEPENDENT_CANNOT_STOP, unstoppable, ""));
    }

    private List<ServiceName> matching(List<ServiceName> names, Predicate<Service> predicate) {
        return names.stream()
                .filter(name -> predicate.test(inventory.services().get(name)))
                .distinct()
                .toList();
    }

    private boolean mustNotLose(Service service) {
        return assessment.isNeeded(service.name()) || kept.contains(service.name());
    }

    /** Whether a running service can be stopped, and brought back, so that another may be. */
    private boolean mayStop(Service service) {
        Changeability.Kind kind = service.changeability().kind();
        return service.acceptsStop()
                && !notRestartable.contains(service.name())
                && !service.state().isPending()
                && !service.isDriver()
                && kind != Changeability.Kind.PROTECTED
                && kind != Changeability.Kind.RIGHT_MISSING
                && kind != Changeability.Kind.NOT_READ;
    }

    private static Why whyNot(Changeability.Kind kind) {
        return switch (kind) {
            case PROTECTED -> Why.PROTECTED;
            case PER_USER -> Why.PER_USER;
            case POLICY -> Why.POLICY;
            case RIGHT_MISSING -> Why.RIGHT_MISSING;
            case NOT_READ -> Why.NOT_READ;
            case CHANGEABLE -> throw new IllegalArgumentException("what is changeable is not refused");
        };
    }

    private static Optional<Refusal> refusal(Choice choice, Why why) {
        return Optional.of(new Refusal(choice, why, List.of(), ""));
    }

    /** What some choices take with them: what stops with them, and what cannot start any more. */
    private record Loss(List<ServiceName> stopped, List<ServiceName> unstartable) {

        static Loss of(DependencyGraph graph, Collection<Choice> choices, Function<Choice, List<Service>> goingWith) {
            return new Loss(
                    graph.stopsWith(services(choices, choice -> choice.action().stops(), goingWith)),
                    graph.cannotStartWithout(services(
                            choices,
                            choice -> choice.action() == Action.DISABLE || choice.action() == Action.UNINSTALL,
                            goingWith)));
        }

        List<ServiceName> all() {
            List<ServiceName> all = new ArrayList<>(stopped);
            all.addAll(unstartable);
            return all;
        }

        private static List<ServiceName> services(
                Collection<Choice> choices, Predicate<Choice> which, Function<Choice, List<Service>> goingWith) {
            return choices.stream()
                    .filter(which)
                    .flatMap(choice -> Judge.services(choice, goingWith))
                    .toList();
        }
    }
}
