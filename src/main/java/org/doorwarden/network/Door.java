package org.doorwarden.network;

import java.util.Objects;
import org.doorwarden.model.Protocol;

/**
 * A port that somebody may knock at, as the firewall sees it.
 *
 * @param program the program whose socket it is; empty where that is not known
 * @param service the service that the socket belongs to, by its short name; empty for none
 * @param shared whether it belongs to one of several services in the same process, and nobody can tell to which
 */
public record Door(Protocol protocol, int port, String program, String service, boolean shared) {

    public Door {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(service, "service");
    }

    /** The number of a protocol in rules of the firewall. */
    public static int number(Protocol protocol) {
        return switch (protocol) {
            case TCP -> 6;
            case UDP -> 17;
        };
    }
}
