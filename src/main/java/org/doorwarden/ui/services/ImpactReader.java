package org.doorwarden.ui.services;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.KnownNeeds.KnownDependent;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.services.ServiceDetail.Consequence;
import org.doorwarden.ui.shell.Reading;

/** Says what closing a service means on this server. */
final class ImpactReader {

    private static final int MOST_NAMES = 5;

    private final Reading reading;
    private final Assessment assessment;
    private final Messages messages;

    ImpactReader(Reading reading, Assessment assessment, Messages messages) {
        this.reading = reading;
        this.assessment = assessment;
        this.messages = messages;
    }

    /** What follows from closing it, the gravest first. */
    List<Consequence> read(ServiceAssessment assessed) {
        Service service = assessed.service();
        List<Consequence> impact = new ArrayList<>();
        if (assessed.knowledge().map(ServiceKnowledge::carriesSessions).orElse(false) && !service.isClosed()) {
            impact.add(new Consequence(messages.say("ui.services.impact.sessions"), true));
        }
        List<ServiceName> stops = service.isActive() ? reading.graph().stopsWith(List.of(service.name())) : List.of();
        impact.add(ports(service, stops));
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
        List<ServiceName> failing = failingLater(service.name(), stops, stuck);
        if (!failing.isEmpty()) {
            impact.add(new Consequence(messages.say("ui.services.impact.fails", names(failing)), true));
        }
        assessed.knowledge()
                .ifPresent(known ->
                        impact.add(new Consequence(Printable.of(known.use().without()), false)));
        return impact;
    }

    private Consequence ports(Service service, List<ServiceName> stops) {
        List<Listener> ports = new ArrayList<>(service.listeners());
        stops.forEach(
                name -> ports.addAll(reading.inventory().services().get(name).listeners()));
        return new Consequence(
                ports.isEmpty()
                        ? messages.say("ui.services.impact.no.port")
                        : messages.say("ui.services.impact.ports", PortWords.all(ports, messages)),
                false);
    }

    /** What goes on running without something it cannot do without: the Service Control Manager knows nothing of that. */
    private List<ServiceName> failingLater(ServiceName closed, List<ServiceName> stops, List<ServiceName> stuck) {
        Set<ServiceName> gone = new LinkedHashSet<>(stops);
        gone.add(closed);
        gone.addAll(stuck);
        return gone.stream()
                .flatMap(name -> assessment.knownNeeds().on(name).stream())
                .map(KnownDependent::service)
                .filter(dependent -> !gone.contains(dependent))
                .filter(dependent ->
                        !reading.inventory().services().get(dependent).isClosed())
                .distinct()
                .toList();
    }

    /** A few names, and how many more there are. */
    private String names(List<ServiceName> names) {
        String listed = names.stream()
                .limit(MOST_NAMES)
                .map(name -> reading.inventory().services().get(name))
                .map(service -> service.displayName().isBlank() ? service.name().value() : service.displayName())
                .collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? messages.say("ui.services.and.more", listed, more) : Printable.of(listed);
    }
}
