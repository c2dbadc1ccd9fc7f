package org.doorwarden.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.KnownNeeds.KnownDependent;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Choice.Origin;
import org.doorwarden.plan.Impact.ClosedPort;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.restrict.Step;

/**
 * Turns choices into a plan. Each service is stopped after everything running that needs it and before anything it
 * needs; right after it is stopped, its start type is set. All stops a plan leads to are in the plan.
 */
public final class Planner {

    private final Catalogue catalogue;
    private final Inventory inventory;
    private final DependencyGraph graph;
    private final Assessment assessment;
    private final SettingSteps settings;
    private final Map<ServiceName, Choice> accepted = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Planner(
            Catalogue catalogue,
            Inventory inventory,
            DependencyGraph graph,
            Assessment assessment,
            SettingSteps settings) {
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.graph = graph;
        this.assessment = assessment;
        this.settings = settings;
    }

    /**
     * @param choices at most one for each service; of several the last counts. A service that is not installed is
     *     passed over: what is not there needs no closing.
     */
    public static Plan plan(
            Catalogue catalogue,
            Inventory inventory,
            DependencyGraph graph,
            Assessment assessment,
            Collection<Choice> choices,
            Instant now) {
        return plan(catalogue, inventory, graph, assessment, choices, Restrictions.shipped(), Lookups.NONE, now);
    }

    /**
     * As {@link #plan(Catalogue, Inventory, DependencyGraph, Assessment, Collection, Instant)}, with choices that
     * restrict and uninstall.
     *
     * @param lookups what the names in the choices mean, and what is to be known of components to be uninstalled
     */
    public static Plan plan(
            Catalogue catalogue,
            Inventory inventory,
            DependencyGraph graph,
            Assessment assessment,
            Collection<Choice> choices,
            Restrictions restrictions,
            Lookups lookups,
            Instant now) {
        SettingSteps settings = new SettingSteps(inventory, assessment, restrictions, lookups);
        return new Planner(catalogue, inventory, graph, assessment, settings).plan(choices, now);
    }

    private Plan plan(Collection<Choice> choices, Instant now) {
        Map<ServiceName, Choice> decided = new LinkedHashMap<>();
        choices.forEach(choice -> decided.put(choice.service(), choice));
        Judge judge = new Judge(inventory, graph, assessment, decided.values());
        for (Choice choice : decided.values()) {
            Optional<Service> service = inventory.find(choice.service());
            if (service.isEmpty()) {
                considerAlone(choice, judge);
            } else if (!isSatisfied(choice, service.get())) {
                consider(choice, service.get(), judge);
            }
        }
        for (Refusal refusal : judge.refuseTogether(accepted, settings::servicesGoingWith)) {
            accepted.remove(refusal.choice().service());
            refusals.add(refusal);
        }
        List<ServiceName> stopping = stopping();
        List<ServiceName> alsoStops = graph.stopsWith(stopping);
        return new Plan(
                inventory.server().id(),
                inventory.server().name(),
                now,
                assessment.purpose().roles().stream().map(Role::id).toList(),
                assessment.products().stream().map(KnownProduct::id).toList(),
                List.copyOf(decided.values()),
                changes(stopping, alsoStops),
                refusals,
                impact(stopping, alsoStops),
                keepsRunning());
    }

    private void consider(Choice choice, Service service, Judge judge) {
        Optional<Refusal> refusal = settings.take(choice, service);
        if (refusal.isEmpty() && choice.action() != Action.RESTRICT) {
            refusal = judge.refuse(choice, service);
        }
        if (refusal.isEmpty()) {
            refusal = judge.refuseCompanions(choice, settings.servicesGoingWith(choice));
        }
        refusal.ifPresentOrElse(refusals::add, () -> accepted.put(service.name(), choice));
    }

    /** A component without a service can be chosen by its own name; any other service that is not there is closed. */
    private void considerAlone(Choice choice, Judge judge) {
        if (choice.action() == Action.UNINSTALL
                && Components.of(inventory, choice.service()).isPresent()) {
            Optional<Refusal> refusal = settings.takeUninstall(choice)
                    .or(() -> judge.refuseCompanions(choice, settings.servicesGoingWith(choice)));
            refusal.ifPresentOrElse(refusals::add, () -> accepted.put(choice.service(), choice));
        }
    }

    private static boolean isSatisfied(Choice choice, Service service) {
        Action action = choice.action();
        if (action == Action.RESTRICT || action == Action.UNINSTALL) {
            return false;
        }
        boolean startTypeSet =
                action.startType().map(type -> type == service.startType()).orElse(true);
        return startTypeSet && !(action.stops() && service.isActive());
    }

    /** The accepted services that run and shall not. */
    private List<ServiceName> stopping() {
        return accepted.values().stream()
                .filter(choice -> choice.action().stops())
                .flatMap(choice -> Stream.concat(
                        inventory.find(choice.service()).stream(), settings.servicesGoingWith(choice).stream()))
                .filter(Service::isActive)
                .map(Service::name)
                .distinct()
                .toList();
    }

    private List<Change> changes(List<ServiceName> stopping, List<ServiceName> alsoStops) {
        Set<ServiceName> all = new LinkedHashSet<>(accepted.keySet());
        all.addAll(alsoStops);
        Set<ServiceName> stopped = new HashSet<>(stopping);
        stopped.addAll(alsoStops);
        Map<ServiceName, ServiceName> chosenBehind = chosenBehind(stopping);
        List<Change> changes = new ArrayList<>();
        Set<String> planned = new HashSet<>();
        for (Choice choice : accepted.values()) {
            if (choice.action() == Action.RESTRICT) {
                addSettings(choice, planned, changes);
            }
        }
        all.addAll(stopping);
        for (ServiceName name : graph.stopOrder(all)) {
            Service service = inventory.services().get(name);
            Choice choice = accepted.get(name);
            if (stopped.contains(name)) {
                Cause cause = choice != null && choice.action().stops()
                        ? causeOf(choice)
                        : new Cause(
                                Cause.Kind.DEPENDENT,
                                chosenBehind.getOrDefault(name, settings.takenBy(name, accepted.keySet())),
                                "");
                changes.add(new Change.StopService(nextId(changes), name, service.state(), cause));
            }
            Optional<StartType> after =
                    choice == null ? Optional.empty() : choice.action().startType();
            if (after.isPresent() && after.get() != service.startType()) {
                changes.add(new Change.SetStartType(
                        nextId(changes), name, service.startType(), after.get(), causeOf(choice)));
            }
        }
        for (Choice choice : accepted.values()) {
            if (choice.action() == Action.UNINSTALL) {
                addSettings(choice, planned, changes);
            }
        }
        return changes;
    }

    private void addSettings(Choice choice, Set<String> planned, List<Change> changes) {
        for (Step step : settings.of(choice)) {
            if (planned.add(step.setting().identity())) {
                changes.add(new Change.SetSetting(
                        nextId(changes),
                        choice.service(),
                        step.setting(),
                        step.before(),
                        step.after(),
                        step.takesEffect(),
                        causeOf(choice)));
            }
        }
    }

    private static Cause causeOf(Choice choice) {
        Cause.Kind kind = choice.origin() == Origin.RECOMMENDATION ? Cause.Kind.RECOMMENDED : Cause.Kind.CHOSEN;
        return new Cause(kind, choice.service(), choice.note());
    }

    private static String nextId(List<Change> changes) {
        return "c" + (changes.size() + 1);
    }

    /** For everything that needs a service being stopped, the nearest such service. */
    private Map<ServiceName, ServiceName> chosenBehind(List<ServiceName> stopping) {
        Set<ServiceName> roots = new HashSet<>(stopping);
        Map<ServiceName, ServiceName> behind = new HashMap<>();
        graph.everythingThatNeeds(stopping)
                .forEach((name, needed) -> behind.put(name, roots.contains(needed) ? needed : behind.get(needed)));
        return behind;
    }

    private Impact impact(List<ServiceName> stopping, List<ServiceName> alsoStops) {
        List<ServiceName> disabled = accepted.values().stream()
                .filter(choice -> choice.action() == Action.DISABLE || choice.action() == Action.UNINSTALL)
                .flatMap(choice -> Stream.concat(
                        Stream.of(choice.service()),
                        settings.servicesGoingWith(choice).stream().map(Service::name)))
                .distinct()
                .toList();
        List<ServiceName> willNotStart = new ArrayList<>();
        List<ServiceName> cannotBeStarted = new ArrayList<>();
        for (ServiceName name : graph.cannotStartWithout(disabled)) {
            boolean byItself = inventory.services().get(name).startType().startsByItself();
            (byItself ? willNotStart : cannotBeStarted).add(name);
        }
        List<ServiceName> stopped = new ArrayList<>(alsoStops);
        stopped.addAll(stopping);
        List<ClosedPort> ports = stopped.stream()
                .flatMap(name -> inventory.services().get(name).listeners().stream()
                        .map(listener -> new ClosedPort(name, listener)))
                .toList();
        Set<ServiceName> lost = new LinkedHashSet<>(stopped);
        lost.addAll(disabled);
        lost.addAll(willNotStart);
        lost.addAll(cannotBeStarted);
        return new Impact(
                alsoStops,
                willNotStart,
                cannotBeStarted,
                ports,
                rolesWithout(lost),
                failingWithout(lost),
                sessionsThrough(lost));
    }

    private List<String> rolesWithout(Set<ServiceName> lost) {
        return catalogue.roles().values().stream()
                .filter(role -> role.requires().stream().anyMatch(required -> lost.contains(required.service()))
                        || lost.stream().anyMatch(name -> staysFor(role, name)))
                .map(Role::id)
                .toList();
    }

    /** Whether the catalogue would leave the service to a server of that role. */
    private boolean staysFor(Role role, ServiceName name) {
        return catalogue
                .find(name)
                .map(known -> known.guidance().byRole().get(role.id()))
                .map(advice -> !advice.verdict().closes())
                .orElse(false);
    }

    /** What runs on, and needs one of these in a way that only the catalogue knows. */
    private List<ServiceName> failingWithout(Set<ServiceName> lost) {
        return lost.stream()
                .flatMap(name -> assessment.knownNeeds().on(name).stream())
                .map(KnownDependent::service)
                .filter(name -> !lost.contains(name))
                .filter(name -> inventory.services().get(name).isActive())
                .distinct()
                .toList();
    }

    private List<ServiceName> sessionsThrough(Set<ServiceName> lost) {
        return lost.stream()
                .filter(name -> catalogue
                        .find(name)
                        .map(ServiceKnowledge::carriesSessions)
                        .orElse(false))
                .toList();
    }

    private List<ServiceName> keepsRunning() {
        return assessment.services().values().stream()
                .filter(each -> each.needed() && each.service().isActive())
                .map(each -> each.service().name())
                .toList();
    }
}
