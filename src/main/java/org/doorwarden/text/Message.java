package org.doorwarden.text;

import java.util.List;
import java.util.Objects;

/**
 * Something to be said to a person, not yet in any language: the key of a text in {@code messages.properties} and what
 * goes into it.
 *
 * @param arguments numbers, texts from anywhere (not trusted; they are made printable when shown), or further messages
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
