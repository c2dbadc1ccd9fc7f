package org.doorwarden.ui.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Listener;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Impact;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Ports;

/** One kind of consequence of a plan, with whom it meets. */
public record ImpactPart(String heading, List<String> items) {

    /** What a plan means, in words; kinds that meet nobody are left out. */
    static List<ImpactPart> of(
            Plan plan, Map<String, Role> roles, Function<ServiceName, String> names, Messages messages) {
        Impact impact = plan.impact();
        List<ImpactPart> parts = new ArrayList<>();
        add(parts, messages.say("ui.review.impact.restricts"), restricted(plan, names));
        for (TakesEffect effect : List.of(TakesEffect.SERVICE_RESTART, TakesEffect.MACHINE_RESTART)) {
            add(parts, messages.say("ui.review.impact.later." + effect.id()), later(plan, effect, messages));
        }
        add(parts, messages.say("ui.review.impact.also.stops"), named(impact.alsoStops(), names));
        add(parts, messages.say("ui.review.impact.will.not.start"), named(impact.willNotStart(), names));
        add(parts, messages.say("ui.review.impact.cannot.be.started"), named(impact.cannotBeStarted(), names));
        add(parts, messages.say("ui.review.impact.may.fail"), named(impact.mayFail(), names));
        add(parts, messages.say("ui.review.impact.closes.ports"), ports(impact, messages));
        add(
                parts,
                messages.say("ui.review.impact.affects.roles"),
                impact.affectsRoles().stream()
                        .map(id -> Optional.ofNullable(roles.get(id))
                                .map(Role::name)
                                .orElse(id))
                        .map(Printable::of)
                        .toList());
        return parts;
    }

    /** The services that stay and that fewer may use. */
    private static List<String> restricted(Plan plan, Function<ServiceName, String> names) {
        return plan.changes().stream()
                .filter(change ->
                        change instanceof Change.SetSetting && change.kind() != Change.Kind.SET_WINDOWS_FEATURE)
                .map(Change::service)
                .distinct()
                .map(names)
                .toList();
    }

    /** What is set and does not count at once. */
    private static List<String> later(Plan plan, TakesEffect effect, Messages messages) {
        return plan.changes().stream()
                .filter(Change.SetSetting.class::isInstance)
                .map(Change.SetSetting.class::cast)
                .filter(set -> set.takesEffect() == effect)
                .map(set -> messages.title(SettingWords.subject(set.setting())))
                .toList();
    }

    /** For each service its ports in one line. */
    private static List<String> ports(Impact impact, Messages messages) {
        Map<ServiceName, List<Listener>> byService = new LinkedHashMap<>();
        impact.closesPorts()
                .forEach(port -> byService
                        .computeIfAbsent(port.service(), name -> new ArrayList<>())
                        .add(port.listener()));
        return byService.entrySet().stream()
                .map(each ->
                        messages.say("ui.review.impact.port", each.getKey(), Ports.words(each.getValue(), messages)))
                .toList();
    }

    private static List<String> named(List<ServiceName> services, Function<ServiceName, String> names) {
        return services.stream().map(names).toList();
    }

    private static void add(List<ImpactPart> parts, String heading, List<String> items) {
        if (!items.isEmpty()) {
            parts.add(new ImpactPart(heading, items));
        }
    }
}
