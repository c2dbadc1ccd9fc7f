package org.doorwarden.catalogue;

import org.doorwarden.model.Protocol;

/** A port that a service listens on unless it is told otherwise. */
public record Port(Protocol protocol, int number) {

    @Override
    public String toString() {
        return protocol.id() + "/" + number;
    }
}
