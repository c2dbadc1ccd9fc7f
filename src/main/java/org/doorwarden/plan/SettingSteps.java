package org.doorwarden.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Refusal.Why;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.LimitProblem;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.restrict.Step;
import org.doorwarden.restrict.Steps;

/** What restricting and uninstalling choices set on the server. */
final class SettingSteps {

    private final Inventory inventory;
    private final Assessment assessment;
    private final Restrictions restrictions;
    private final Lookups lookups;
    private final Map<ServiceName, List<Step>> steps = new HashMap<>();
    private final Map<ServiceName, List<Service>> goingWith = new HashMap<>();

    SettingSteps(Inventory inventory, Assessment assessment, Restrictions restrictions, Lookups lookups) {
        this.inventory = inventory;
        this.assessment = assessment;
        this.restrictions = restrictions;
        this.lookups = lookups;
    }

    /** Works out what a choice sets; tells if that cannot be done. Other choices set nothing. */
    Optional<Refusal> take(Choice choice, Service service) {
        if (choice.action() == Action.RESTRICT) {
            Steps found = restrictions.steps(inventory, service, choice.limits(), lookups);
            steps.put(choice.service(), found.steps());
            return found.problems().stream().findFirst().map(problem -> Refusal.of(choice, problem));
        }
        return choice.action() == Action.UNINSTALL ? takeUninstall(choice) : Optional.empty();
    }

    /** What an accepted choice sets, in the order in which to set it. */
    List<Step> of(Choice choice) {
        return steps.getOrDefault(choice.service(), List.of());
    }

    /** The other services that a component takes with it. */
    List<Service> servicesGoingWith(Choice choice) {
        return goingWith.getOrDefault(choice.service(), List.of());
    }

    /** Which of the services chosen is the one whose component takes another one with it. */
    ServiceName takenBy(ServiceName name, Set<ServiceName> chosen) {
        return goingWith.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getKey()))
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(service -> service.name().equals(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    /** As {@link #take} for the component that a choice uninstalls. */
    Optional<Refusal> takeUninstall(Choice choice) {
        Optional<WindowsFeature> feature = Components.of(inventory, choice.service());
        Optional<FeatureDetail> detail = feature.flatMap(lookups::feature);
        if (detail.isEmpty() || !detail.get().state().isInstalled()) {
            return Optional.of(Refusal.of(choice, new LimitProblem(LimitProblem.Kind.NO_FEATURE, "")));
        }
        List<Service> others = others(choice.service(), detail.get());
        List<ServiceName> needed =
                others.stream().map(Service::name).filter(assessment::isNeeded).toList();
        if (!needed.isEmpty()) {
            return Optional.of(new Refusal(choice, Why.STOPS_NEEDED, needed, ""));
        }
        goingWith.put(choice.service(), others);
        steps.put(choice.service(), removal(detail.get()));
        return Optional.empty();
    }

    private List<Service> others(ServiceName chosen, FeatureDetail detail) {
        Set<ServiceName> names = new LinkedHashSet<>(detail.services());
        for (String part : detail.takesAlong()) {
            lookups.feature(new WindowsFeature(part)).ifPresent(found -> names.addAll(found.services()));
        }
        names.remove(chosen);
        return names.stream()
                .flatMap(name -> inventory.find(name).stream())
                .filter(service -> !service.isDriver())
                .toList();
    }

    /** Parts first, so that undoing installs the whole before its parts. */
    private static List<Step> removal(FeatureDetail detail) {
        TakesEffect effect =
                detail.restart() == FeatureDetail.Restart.NO ? TakesEffect.NOW : TakesEffect.MACHINE_RESTART;
        List<Step> steps = new ArrayList<>();
        for (String part : detail.takesAlong()) {
            steps.add(new Step(new WindowsFeature(part), FeatureState.INSTALLED, FeatureState.UNINSTALLED, effect));
        }
        steps.add(
                new Step(new WindowsFeature(detail.name()), FeatureState.INSTALLED, FeatureState.UNINSTALLED, effect));
        return steps;
    }
}
