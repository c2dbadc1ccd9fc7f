package org.doorwarden.ui.component;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.text.Messages;

/** Ports in one line, by protocol and number. */
public final class Ports {

    private Ports() {}

    /** The ports of these listeners, each once. */
    public static String words(Collection<Listener> listeners, Messages messages) {
        Map<Protocol, TreeSet<Integer>> byProtocol = new EnumMap<>(Protocol.class);
        listeners.forEach(each -> byProtocol
                .computeIfAbsent(each.protocol(), protocol -> new TreeSet<>())
                .add(each.port()));
        return byProtocol.entrySet().stream()
                .map(each -> messages.say(
                        "ui.ports",
                        each.getKey().name(),
                        each.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "))))
                .collect(Collectors.joining("; "));
    }
}
