package org.doorwarden.plan;

import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;

/**
 * Why a change is in a plan.
 *
 * @param chosen the service whose choice brought the change about; another than the change's own if that one depends on
 *     it
 * @param note the choice's note
 */
public record Cause(Kind kind, ServiceName chosen, String note) {

    /** The ways into a plan. */
    public enum Kind implements Identified {
        /** The administrator chose it. */
        CHOSEN("chosen"),
        /** The catalogue recommends it and the administrator took the recommendation. */
        RECOMMENDED("recommended"),
        /** It needs a service that is stopped, and Windows stops nothing that others still need. */
        DEPENDENT("dependent");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public Cause {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(chosen, "chosen");
        Objects.requireNonNull(note, "note");
    }
}
