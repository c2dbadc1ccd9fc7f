package org.doorwarden.model;

import java.util.Objects;

/**
 * Something that could not be read, so that what is missing is never taken for what is not there.
 *
 * @param what the part that was to be read
 * @param target whose: a service's name, a registry key, a table, a file
 * @param code the Windows error code, 0 where there is none
 */
public record ReadProblem(Part what, String target, int code) {

    /** The parts of a reading. */
    public enum Part implements Identified {
        CONFIGURATION("configuration"),
        SECURITY("security"),
        POLICY("policy"),
        TCP_LISTENERS("tcp-listeners"),
        UDP_LISTENERS("udp-listeners"),
        PRODUCTS("products"),
        PUBLISHER("publisher"),
        TRAITS("traits"),
        FEATURES("features"),
        SITES("sites"),
        SETTING("setting"),
        FIREWALL("firewall"),
        SHARES("shares"),
        SEAT("seat"),
        INDEXED("indexed"),
        SMTP("smtp"),
        FTP("ftp");

        private final String id;

        Part(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public ReadProblem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(target, "target");
    }
}
