package org.doorwarden.ui.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.text.Messages;

/** Ports in words. */
final class PortWords {

    private PortWords() {}

    /** By which ports somebody can knock, and whether from outside. */
    static String reachedBy(List<Listener> listeners, Messages messages) {
        List<Listener> outside = listeners.stream().filter(Listener::reachable).toList();
        if (listeners.isEmpty()) {
            return messages.say("ui.services.ports.none");
        }
        String words = outside.isEmpty()
                ? messages.say("ui.services.ports.loopback", all(listeners, messages))
                : messages.say("ui.services.ports.reachable", all(outside, messages));
        return listeners.stream().anyMatch(Listener::shared) ? messages.say("ui.services.ports.shared", words) : words;
    }

    /** As in {@code TCP 139, 445; UDP 137}. */
    static String all(Collection<Listener> listeners, Messages messages) {
        List<String> parts = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            String ports = listeners.stream()
                    .filter(listener -> listener.protocol() == protocol)
                    .map(Listener::port)
                    .distinct()
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            if (!ports.isEmpty()) {
                parts.add(messages.say("ui.services.ports", protocol.id().toUpperCase(Locale.ROOT), ports));
            }
        }
        return String.join("; ", parts);
    }
}
