package org.doorwarden.model.access;

import java.util.Objects;
import org.doorwarden.model.Identified;

/**
 * Where the person sits who works with the server: what carries that session must not be cut without a word.
 *
 * @param client the address or name the session comes from, where that is known; empty otherwise
 */
public record Seat(Kind kind, String client) {

    /** The ways to a server. */
    public enum Kind implements Identified {
        CONSOLE("console"),
        REMOTE_DESKTOP("remote-desktop"),
        WINRM("winrm"),
        SSH("ssh"),
        /** It could not be told. */
        UNKNOWN("unknown");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** Nobody could tell. */
    public static final Seat UNKNOWN = new Seat(Kind.UNKNOWN, "");

    public Seat {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(client, "client");
    }

    /** Whether the session comes over the network. */
    public boolean isRemote() {
        return kind == Kind.REMOTE_DESKTOP || kind == Kind.WINRM || kind == Kind.SSH;
    }
}
