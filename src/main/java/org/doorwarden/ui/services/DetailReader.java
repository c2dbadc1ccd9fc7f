package org.doorwarden.ui.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Reason;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.analysis.UnknownService;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Refusal;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Tags.Tag;
import org.doorwarden.ui.knowledge.Cited;
import org.doorwarden.ui.knowledge.KnowledgeReader;
import org.doorwarden.ui.knowledge.RiskReader;
import org.doorwarden.ui.services.ServiceDetail.Consequence;
import org.doorwarden.ui.shell.Reading;

/** Works out what is to be said of one service. Reads only what never changes, so it may be asked on any thread. */
final class DetailReader {

    /** What is told of an unknown service that speaks against leaving it as it is. */
    private static final Set<String> GRAVE =
            Set.of("unknown.writable.place", "unknown.unquoted", "unknown.mighty", "unknown.listens");

    private final Assessment assessment;
    private final Messages messages;
    private final RiskReader risks;
    private final KnowledgeReader knowledge;
    private final OptionReader options;
    private final DependencyBranches branches;
    private final ImpactReader impact;

    DetailReader(Catalogue catalogue, Reading reading, Assessment assessment, Instant now, Messages messages) {
        this.assessment = assessment;
        this.messages = messages;
        this.risks = new RiskReader(messages);
        this.knowledge = new KnowledgeReader(messages);
        this.options = new OptionReader(catalogue, reading, assessment, now, messages);
        this.branches = new DependencyBranches(reading, assessment, messages);
        this.impact = new ImpactReader(reading, assessment, messages);
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
                tags(assessed),
                state(service),
                startType(service),
                PortWords.reachedBy(service.listeners(), messages),
                risks.read(assessed.knowledge()),
                told(assessed),
                branches.dependsOn(service.name()),
                branches.neededBy(service.name()),
                impact.read(assessed),
                messages.say(
                        assessed.isOpenDoor() || !assessed.verdict().closes()
                                ? "ui.services.recommendation."
                                        + assessed.verdict().id()
                                : "ui.services.recommendation.closed"),
                assessed.reasons().stream()
                        .filter(reason -> reason.origin() != Reason.Origin.NOBODY)
                        .map(this::reason)
                        .toList(),
                assessed.knowledge().map(knowledge::read),
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
        String purpose = assessed.knowledge().map(ServiceKnowledge::purpose).orElse("");
        return purpose.isBlank()
                ? Printable.of(service.name().value())
                : messages.say("ui.services.meta", service.name(), purpose);
    }

    private List<Tag> tags(ServiceAssessment assessed) {
        List<Tag> tags = new ArrayList<>();
        ServiceName name = assessed.service().name();
        ServiceName entry = assessed.knowledge().map(ServiceKnowledge::name).orElse(name);
        for (KnownProduct product : assessment.products()) {
            if (product.requires().stream()
                    .anyMatch(required -> required.service().equals(name)
                            || required.service().equals(entry))) {
                tags.add(new Tag(messages.say("ui.services.tag.product", product.name()), Tone.ACCENT));
            }
        }
        assessed.knowledge()
                .flatMap(known -> known.use().caution())
                .ifPresent(caution -> tags.add(new Tag(messages.say("ui.services.tag.caution"), Tone.WARNING)));
        assessed.knowledge()
                .filter(ServiceKnowledge::local)
                .ifPresent(known -> tags.add(new Tag(messages.say("explain.local"), Tone.QUIET)));
        return tags;
    }

    private List<Consequence> told(ServiceAssessment assessed) {
        return assessed.knowledge().isPresent()
                ? List.of()
                : UnknownService.tell(assessed.service()).stream()
                        .map(each -> new Consequence(messages.say(each), GRAVE.contains(each.key())))
                        .toList();
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
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }

    private Cited reason(Reason reason) {
        return reason.sources().isEmpty()
                ? new Cited(
                        messages.say(reason.text()),
                        messages.say(
                                "reason.source",
                                messages.say("reason.origin." + reason.origin().id())))
                : knowledge.cited(messages.say(reason.text()), reason.sources());
    }
}
