package org.doorwarden.ui.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.Guidance;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Port;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.catalogue.Role;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.catalogue.EntryDetail.AdviceWords;
import org.doorwarden.ui.catalogue.EntryDetail.NeedWords;
import org.doorwarden.ui.catalogue.EntryDetail.StartWords;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Tags.Tag;
import org.doorwarden.ui.knowledge.Cited;
import org.doorwarden.ui.knowledge.KnowledgeReader;
import org.doorwarden.ui.knowledge.RiskReader;
import org.doorwarden.ui.knowledge.Tones;

/** Puts into words all that is known of a service. May be asked on any thread. */
final class EntryReader {

    private final Catalogue catalogue;
    private final Messages messages;
    private final KnowledgeReader knowledge;
    private final RiskReader risks;

    EntryReader(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.knowledge = new KnowledgeReader(messages);
        this.risks = new RiskReader(messages);
    }

    /** The entry for a service of that name, if there is one. */
    Optional<EntryDetail> read(ServiceName name) {
        return catalogue.find(name).map(this::read);
    }

    private EntryDetail read(ServiceKnowledge known) {
        return new EntryDetail(
                known.name(),
                Printable.of(known.displayName()),
                subtitle(known),
                tags(known),
                messages.say(
                        known.publisher().isPresent() ? "explain.origin.publisher" : "explain.origin",
                        messages.say("origin." + known.origin().id()),
                        known.publisher().orElse("")),
                ports(known),
                risks.read(Optional.of(known)),
                Printable.of(known.use().without()),
                knowledge.read(known),
                advice(known.guidance()),
                required(known),
                known.needs().stream().map(this::need).toList(),
                starts(known),
                known.alternatives().stream().map(Printable::of).toList(),
                known.removal().map(Printable::of));
    }

    private String subtitle(ServiceKnowledge known) {
        return known.alsoNamed().isEmpty()
                ? messages.say("ui.services.meta", known.name(), known.purpose())
                : messages.say(
                        "ui.catalogue.subtitle", known.name(), String.join(", ", known.alsoNamed()), known.purpose());
    }

    private List<Tag> tags(ServiceKnowledge known) {
        List<Tag> tags = new ArrayList<>();
        if (known.local()) {
            tags.add(new Tag(messages.say("explain.local"), Tone.ACCENT));
        }
        if (known.use().caution().isPresent()) {
            tags.add(new Tag(messages.say("ui.services.tag.caution"), Tone.WARNING));
        }
        if (known.carriesSessions()) {
            tags.add(new Tag(messages.say("ui.catalogue.tag.sessions"), Tone.WARNING));
        }
        return tags;
    }

    private String ports(ServiceKnowledge known) {
        List<String> parts = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            List<String> numbers = known.ports().stream()
                    .filter(port -> port.protocol() == protocol)
                    .map(Port::number)
                    .sorted()
                    .map(String::valueOf)
                    .toList();
            if (!numbers.isEmpty()) {
                parts.add(messages.say("ui.services.ports", protocol.name(), String.join(", ", numbers)));
            }
        }
        return parts.isEmpty() ? messages.say("ui.services.ports.none") : String.join("; ", parts);
    }

    private List<AdviceWords> advice(Guidance guidance) {
        List<AdviceWords> all = new ArrayList<>();
        all.add(advice(guidance.advice(), messages.say("ui.catalogue.advice")));
        guidance.later()
                .forEach((version, advice) ->
                        all.add(advice(advice, messages.say("ui.catalogue.advice.later", windows(version)))));
        guidance.byRole()
                .forEach((role, advice) -> all.add(advice(
                        advice,
                        messages.say(
                                "ui.catalogue.advice.role",
                                catalogue.role(role).map(Role::name).orElse(role)))));
        return all;
    }

    private AdviceWords advice(Advice advice, String where) {
        return new AdviceWords(
                messages.say("ui.services.group." + advice.verdict().id()),
                Tones.of(advice.verdict()),
                where,
                knowledge.cited(advice.because(), advice.sources()));
    }

    /** The release that began with the version, where there is a name for it. */
    private String windows(WindowsVersion version) {
        String key = "windows.version." + version;
        return messages.has(key) ? messages.say(key) : messages.say("windows.version.other", version);
    }

    private List<Cited> required(ServiceKnowledge known) {
        List<Cited> required = new ArrayList<>();
        for (Requirement each : catalogue.base()) {
            add(required, known, each, messages.say("ui.catalogue.required.base"));
        }
        for (Role role : catalogue.roles().values()) {
            for (Requirement each : role.requires()) {
                add(required, known, each, messages.say("ui.catalogue.required.role", role.name()));
            }
        }
        for (KnownProduct product : catalogue.products()) {
            for (Requirement each : product.requires()) {
                add(required, known, each, Printable.of(product.name()));
            }
        }
        for (ServiceKnowledge other : catalogue.services()) {
            for (Requirement each : other.needs()) {
                add(required, known, each, messages.say("ui.catalogue.required.service", other.displayName()));
            }
        }
        return required;
    }

    private void add(List<Cited> required, ServiceKnowledge known, Requirement each, String who) {
        boolean same = catalogue.find(each.service()).map(known::equals).orElse(false);
        if (same) {
            required.add(knowledge.cited(messages.say("show.known.need", who, each.because()), List.of(each.source())));
        }
    }

    private NeedWords need(Requirement need) {
        Optional<ServiceKnowledge> entry = catalogue.find(need.service());
        return new NeedWords(
                entry.map(ServiceKnowledge::name),
                Printable.of(entry.map(ServiceKnowledge::displayName)
                        .orElse(need.service().value())),
                knowledge.cited(need.because(), List.of(need.source())));
    }

    private List<StartWords> starts(ServiceKnowledge known) {
        Map<String, List<String>> releases = new LinkedHashMap<>();
        known.startTypes()
                .forEach((release, start) -> releases.computeIfAbsent(
                                messages.say("default.start." + start.id()), key -> new ArrayList<>())
                        .add(messages.say("release." + release.id())));
        return releases.entrySet().stream()
                .map(each -> new StartWords(each.getKey(), String.join(", ", each.getValue())))
                .toList();
    }
}
