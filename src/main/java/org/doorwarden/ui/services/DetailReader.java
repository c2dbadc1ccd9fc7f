package org.doorwarden.ui.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Reason;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.catalogue.Source;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Refusal;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.services.ServiceDetail.Consequence;
import org.doorwarden.ui.services.ServiceDetail.ReasonWords;
import org.doorwarden.ui.shell.Reading;

/** Works out what is to be said of one service. Reads only what never changes, so it may be asked on any thread. */
final class DetailReader {

    private static final int MOST_NAMES = 5;

    private final Reading reading;
    private final Assessment assessment;
    private final Messages messages;
    private final RiskReader risks;
    private final OptionReader options;
    private final DependencyBranches branches;

    DetailReader(Catalogue catalogue, Reading reading, Assessment assessment, Instant now, Messages messages) {
        this.reading = reading;
        this.assessment = assessment;
        this.messages = messages;
        this.risks = new RiskReader(messages);
        this.options = new OptionReader(catalogue, reading, assessment, now, messages);
        this.branches = new DependencyBranches(reading, assessment, messages);
    }

    /** @param name of a service that was assessed */
    ServiceDetail read(ServiceName name) {
        ServiceAssessment assessed = assessment.services().get(name);
        Service service = assessed.service();
        List<Refusal> refusals = options.refusals(assessed);
        return new ServiceDetail(
                service.name(),
                assessed.verdict(),
                title(service),
                subtitle(assessed),
                state(service),
                startType(service),
                PortWords.reachedBy(service.listeners(), messages),
                risks.read(assessed),
                branches.dependsOn(service.name()),
                branches.neededBy(service.name()),
                impact(assessed),
                messages.say(
                        assessed.isOpenDoor() || !assessed.verdict().closes()
                                ? "ui.services.recommendation."
                                        + assessed.verdict().id()
                                : "ui.services.recommendation.closed"),
                assessed.reasons().stream().map(this::reason).toList(),
                assessed.knowledge().map(ServiceKnowledge::alternatives).orElse(List.of()),
                assessed.knowledge().flatMap(ServiceKnowledge::removal),
                options.options(assessed, refusals),
                options.refused(assessed, refusals));
    }

    private static String title(Service service) {
        return Printable.of(service.displayName().isBlank() ? service.name().value() : service.displayName());
    }

    private String subtitle(ServiceAssessment assessed) {
        Service service = assessed.service();
        String purpose = assessed.knowledge().map(ServiceKnowledge::purpose).orElse(service.description());
        return purpose.isBlank()
                ? Printable.of(service.name().value())
                : messages.say("ui.services.meta", service.name(), purpose);
    }

    private String state(Service service) {
        String state = capitalised(messages.say("state." + service.state().id()));
        return service.pid() == 0
                ? state
                : messages.say("ui.services.state.process", state, String.valueOf(service.pid()));
    }

    private String startType(Service service) {
        String type =
                capitalised(messages.say("start.type." + service.startType().id()));
        return service.triggerStart() ? messages.say("ui.services.start.trigger", type) : type;
    }

    private static String capitalised(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(java.util.Locale.ROOT) + word.substring(first);
    }

    private List<Consequence> impact(ServiceAssessment assessed) {
        Service service = assessed.service();
        List<Consequence> impact = new ArrayList<>();
        if (assessed.knowledge().map(ServiceKnowledge::carriesSessions).orElse(false) && !service.isClosed()) {
            impact.add(new Consequence(messages.say("ui.services.impact.sessions"), true));
        }
        List<ServiceName> stops = service.isActive() ? reading.graph().stopsWith(List.of(service.name())) : List.of();
        List<Listener> ports = new ArrayList<>(service.listeners());
        stops.forEach(
                name -> ports.addAll(reading.inventory().services().get(name).listeners()));
        impact.add(new Consequence(
                ports.isEmpty()
                        ? messages.say("ui.services.impact.no.port")
                        : messages.say("ui.services.impact.ports", PortWords.all(ports, messages)),
                false));
        if (!service.isActive()) {
            impact.add(new Consequence(messages.say("ui.services.impact.not.running"), false));
        } else {
            impact.add(
                    stops.isEmpty()
                            ? new Consequence(messages.say("ui.services.impact.nothing.stops"), false)
                            : new Consequence(messages.say("ui.services.impact.stops", names(stops)), true));
        }
        List<ServiceName> stuck = new ArrayList<>(reading.graph().cannotStartWithout(List.of(service.name())));
        stuck.removeAll(stops);
        if (!stuck.isEmpty()) {
            impact.add(new Consequence(messages.say("ui.services.impact.not.start", names(stuck)), true));
        }
        assessed.knowledge()
                .ifPresent(known -> impact.add(new Consequence(known.use().without(), false)));
        return impact;
    }

    /** A few names, and how many more there are. */
    private String names(List<ServiceName> names) {
        String listed = names.stream()
                .limit(MOST_NAMES)
                .map(name -> title(reading.inventory().services().get(name)))
                .collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? messages.say("ui.services.and.more", listed, more) : listed;
    }

    private ReasonWords reason(Reason reason) {
        String who = reason.origin() == Reason.Origin.CATALOGUE
                ? reason.sources().stream().map(Source::title).collect(Collectors.joining("; "))
                : messages.say("reason.origin." + reason.origin().id());
        return new ReasonWords(messages.say(reason.text()), messages.say("reason.source", who));
    }
}
