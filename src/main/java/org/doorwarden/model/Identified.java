package org.doorwarden.model;

import java.util.Optional;

/** A constant with the spelling that files, JSON documents and the command line use for it. */
public interface Identified {

    /** The stable spelling, lower case with hyphens. */
    String id();

    /** The constant of {@code type} spelled {@code id}, if there is one. */
    static <E extends Enum<E> & Identified> Optional<E> find(Class<E> type, String id) {
        for (E constant : type.getEnumConstants()) {
            if (constant.id().equals(id)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
