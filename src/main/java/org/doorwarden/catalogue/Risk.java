package org.doorwarden.catalogue;

import org.doorwarden.model.Identified;

/**
 * What a service means for security when it runs.
 *
 * @param attacker what an attacker gets from it, in plain words
 */
public record Risk(Severity severity, Reach reach, String attacker) {

    /** How bad it is when it goes wrong. */
    public enum Severity implements Identified {
        LOW("low"),
        MEDIUM("medium"),
        HIGH("high");

        private final String id;

        Severity(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** From where the service can be attacked. */
    public enum Reach implements Identified {
        /** From another machine. */
        NETWORK("network"),
        /** By an account that can already run programs on the server. */
        LOCAL("local"),
        /** Only Windows itself and administrators talk with it. */
        INSIDE("inside");

        private final String id;

        Reach(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }
}
