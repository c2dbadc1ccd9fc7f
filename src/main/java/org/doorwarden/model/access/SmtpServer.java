package org.doorwarden.model.access;

import java.util.List;
import java.util.Objects;
import org.doorwarden.model.Identified;

/**
 * A virtual server of the SMTP service of IIS.
 *
 * @param bindings the addresses and ports it listens on
 * @param relay who may send mail through it to others without signing in
 * @param authenticatedRelay whether whoever signs in may
 * @param relayAddresses the addresses that {@code relay} speaks of
 */
public record SmtpServer(
        String name, List<String> bindings, Relay relay, boolean authenticatedRelay, List<String> relayAddresses) {

    /** Who may relay without signing in. */
    public enum Relay implements Identified {
        NOBODY("nobody"),
        ONLY_LISTED("only-listed"),
        ALL_BUT_LISTED("all-but-listed"),
        EVERYBODY("everybody"),
        /** The list is there and could not be understood. */
        NOT_READ("not-read");

        private final String id;

        Relay(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public SmtpServer {
        Objects.requireNonNull(name, "name");
        bindings = List.copyOf(bindings);
        Objects.requireNonNull(relay, "relay");
        relayAddresses = List.copyOf(relayAddresses);
    }
}
