package org.doorwarden.ui.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Planner;
import org.doorwarden.plan.Refusal;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.services.ChoiceOption.Kind;
import org.doorwarden.ui.shell.Reading;

/** What can be chosen for a service, what is recommended, and what the planner would refuse, found out beforehand. */
final class OptionReader {

    private final Catalogue catalogue;
    private final Reading reading;
    private final Assessment assessment;
    private final Instant now;
    private final Messages messages;

    OptionReader(Catalogue catalogue, Reading reading, Assessment assessment, Instant now, Messages messages) {
        this.catalogue = catalogue;
        this.reading = reading;
        this.assessment = assessment;
        this.now = now;
        this.messages = messages;
    }

    /** The action that following the recommendation comes down to; empty where there is none. */
    static Optional<Action> recommended(ServiceAssessment assessed) {
        if (assessed.verdict() == Verdict.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(assessed.isOpenDoor() ? Action.DISABLE : Action.KEEP);
    }

    /** Why manual start or disabling, each by itself, would be refused. What the server needs is always refused. */
    List<Refusal> refusals(ServiceAssessment assessed) {
        List<Refusal> refusals = new ArrayList<>();
        for (Action action : List.of(Action.MANUAL, Action.DISABLE)) {
            Choice choice = Choice.of(assessed.service().name(), action);
            if (assessed.needed()) {
                refusals.add(new Refusal(choice, Refusal.Why.NEEDED, List.of(), ""));
            } else {
                refusals.addAll(
                        Planner.plan(catalogue, reading.inventory(), reading.graph(), assessment, List.of(choice), now)
                                .refusals());
            }
        }
        return refusals;
    }

    List<ChoiceOption> options(ServiceAssessment assessed, List<Refusal> refusals) {
        return List.of(
                option(Kind.KEEP, Action.KEEP, assessed, refusals),
                option(Kind.MANUAL, Action.MANUAL, assessed, refusals),
                option(Kind.DISABLE, Action.DISABLE, assessed, refusals),
                restrict(assessed),
                uninstall(assessed));
    }

    private ChoiceOption option(Kind kind, Action action, ServiceAssessment assessed, List<Refusal> refusals) {
        Optional<Refusal> refusal = refusals.stream()
                .filter(each -> each.choice().action() == action)
                .findFirst();
        boolean recommended = (assessed.verdict() != Verdict.RESTRICT || !canRestrict(assessed))
                && recommended(assessed).equals(Optional.of(action));
        String text = refusal.map(
                        each -> messages.say("ui.services.cannot." + each.why().id()))
                .orElse(messages.say(
                        recommended ? "ui.services.recommended" : "ui.services.option." + kind.id() + ".text"));
        return new ChoiceOption(kind, action, name(kind), text, recommended, refusal.isEmpty());
    }

    private ChoiceOption restrict(ServiceAssessment assessed) {
        boolean advised = assessed.verdict() == Verdict.RESTRICT;
        boolean possible = canRestrict(assessed);
        String key = possible
                ? advised ? "ui.services.recommended" : "ui.services.option.restrict.text"
                : advised ? "ui.services.by.hand.advised" : "ui.services.cannot.restrict";
        return new ChoiceOption(
                Kind.RESTRICT, Action.RESTRICT, name(Kind.RESTRICT), messages.say(key), advised, possible);
    }

    private ChoiceOption uninstall(ServiceAssessment assessed) {
        boolean advised = assessed.verdict() == Verdict.UNINSTALL;
        boolean component = hasComponent(assessed);
        String key;
        if (component) {
            key = assessed.needed()
                    ? "ui.services.cannot.needed"
                    : advised ? "ui.services.uninstall.advised" : "ui.services.option.uninstall.text";
        } else if (assessed.knowledge().flatMap(ServiceKnowledge::removal).isPresent()) {
            key = advised ? "ui.services.by.hand.advised" : "ui.services.by.hand";
        } else {
            key = "ui.services.cannot.uninstall";
        }
        return new ChoiceOption(
                Kind.UNINSTALL,
                Action.UNINSTALL,
                name(Kind.UNINSTALL),
                messages.say(key),
                advised,
                component && !assessed.needed());
    }

    private boolean canRestrict(ServiceAssessment assessed) {
        return !Restrictions.shipped()
                .offers(reading.inventory(), assessed.service())
                .isEmpty();
    }

    private boolean hasComponent(ServiceAssessment assessed) {
        return Components.of(reading.inventory(), assessed.service().name()).isPresent();
    }

    private String name(Kind kind) {
        return messages.say("ui.services.option." + kind.id());
    }

    /** The reasons under the row of choices, each once; what cannot be done at all is said where nothing else is. */
    List<String> refused(ServiceAssessment assessed, List<Refusal> refusals) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Refusal refusal : refusals) {
            reasons.add(
                    refusal.why() == Refusal.Why.NEEDED
                            ? messages.say("ui.services.refused.needed")
                            : messages.say(
                                    "refusal." + refusal.why().id(),
                                    refusal.choice().service(),
                                    refusal.related().stream()
                                            .map(ServiceName::value)
                                            .collect(Collectors.joining(", ")),
                                    refusal.detail()));
        }
        if (reasons.isEmpty() && !canRestrict(assessed)) {
            reasons.add(messages.say("ui.services.refused.restrict"));
        }
        if (reasons.isEmpty() && !hasComponent(assessed)) {
            reasons.add(messages.say(
                    assessed.knowledge().flatMap(ServiceKnowledge::removal).isPresent()
                            ? "ui.services.refused.by.hand"
                            : "ui.services.refused.uninstall"));
        }
        return List.copyOf(reasons);
    }
}
