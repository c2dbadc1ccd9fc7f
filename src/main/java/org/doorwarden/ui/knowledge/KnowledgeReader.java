package org.doorwarden.ui.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorwarden.catalogue.Position;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.catalogue.Source;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;

/** Puts into words what the catalogue says of a service. May be asked on any thread. */
public final class KnowledgeReader {

    private final Messages messages;

    public KnowledgeReader(Messages messages) {
        this.messages = messages;
    }

    public KnownWords read(ServiceKnowledge known) {
        return new KnownWords(
                known.name(),
                known.use().caution().map(caution -> cited(caution.text(), caution.sources())),
                Printable.of(known.use().usedBy()),
                Printable.of(known.use().inUse()),
                guides(known.guidance().positions()));
    }

    /** A statement and what it rests on. */
    public Cited cited(String text, List<Source> sources) {
        return new Cited(
                Printable.of(text),
                messages.say(
                        "reason.source", sources.stream().map(Source::title).collect(Collectors.joining("; "))));
    }

    private GuidesWords guides(List<Position> positions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        positions.stream()
                .sorted((a, b) -> a.stance().compareTo(b.stance()))
                .forEach(each -> counts.merge("stance." + each.stance().id(), 1, Integer::sum));
        String inShort = counts.entrySet().stream()
                .map(each -> messages.say("ui.knowledge.guides.count", messages.say(each.getKey()), each.getValue()))
                .collect(Collectors.joining(", "));
        return new GuidesWords(inShort, positions.stream().map(this::guide).toList());
    }

    private GuideWords guide(Position position) {
        String title = Printable.of(position.source().title());
        return new GuideWords(
                messages.say("stance." + position.stance().id()),
                Tones.of(position.stance()),
                position.item().isEmpty() ? title : messages.say("explain.position", title, position.item()));
    }
}
