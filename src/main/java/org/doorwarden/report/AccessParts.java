package org.doorwarden.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.report.AccessPart.Topic;
import org.doorwarden.text.Message;

/** Collects what there is to say, part by part. */
final class AccessParts {

    private final Map<Topic, List<Message>> lines = new EnumMap<>(Topic.class);

    void say(Topic topic, String key, Object... arguments) {
        add(topic, List.of(Message.of(key, arguments)));
    }

    void add(Topic topic, List<Message> more) {
        if (!more.isEmpty()) {
            lines.computeIfAbsent(topic, none -> new ArrayList<>()).addAll(more);
        }
    }

    List<AccessPart> parts() {
        return lines.entrySet().stream()
                .map(entry -> new AccessPart(entry.getKey(), entry.getValue()))
                .toList();
    }
}
