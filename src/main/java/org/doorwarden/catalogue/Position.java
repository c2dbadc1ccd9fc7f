package org.doorwarden.catalogue;

import org.doorwarden.model.Identified;

/**
 * What a guide or a benchmark says of a service, in its own terms.
 *
 * @param item the number of the rule, or the part of the guide; empty if it has none
 */
public record Position(Source source, Stance stance, String item) {

    /** The words guides use. Those after {@link #SHOULD_BE_DISABLED} are start types that a baseline sets. */
    public enum Stance implements Identified {
        DO_NOT_DISABLE("do-not-disable"),
        NO_GUIDANCE("no-guidance"),
        OK_TO_DISABLE("ok-to-disable"),
        DISABLED_ALREADY("disabled-already"),
        SHOULD_BE_DISABLED("should-be-disabled"),
        AUTOMATIC("automatic"),
        MANUAL("manual"),
        DISABLED("disabled"),
        /** Not to be installed at all. */
        NOT_INSTALLED("not-installed"),
        /** To stay, with settings that make it safer. */
        CONFIGURED("configured");

        private final String id;

        Stance(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }
}
