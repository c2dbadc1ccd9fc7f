package org.doorwarden.model;

import java.util.Objects;

/**
 * Whether Windows lets us change a service, and if not, why.
 *
 * @param detail what stands behind the kind: the policy's name, the protection's; empty where there is nothing to add
 */
public record Changeability(Kind kind, String detail) {

    /** The reasons Windows has for refusing. */
    public enum Kind implements Identified {
        CHANGEABLE("changeable"),
        /** Launched protected; not even an administrator may reconfigure or stop it. */
        PROTECTED("protected"),
        /** A per-user template or instance: the change belongs to the template, and takes effect at sign-in. */
        PER_USER("per-user"),
        /** Group Policy sets it and would set it again. */
        POLICY("policy"),
        /** The account lacks the right to change the configuration or to stop the service. */
        RIGHT_MISSING("right-missing"),
        /** Its configuration could not be read, so nothing could be put back. */
        NOT_READ("not-read");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public static final Changeability YES = new Changeability(Kind.CHANGEABLE, "");

    public Changeability {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    public boolean isChangeable() {
        return kind == Kind.CHANGEABLE;
    }

    public static Changeability no(Kind kind, String detail) {
        return new Changeability(kind, detail);
    }
}
