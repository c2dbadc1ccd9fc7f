package org.doorwarden.plan;

import java.util.List;
import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;

/**
 * A choice that is not carried out, and why.
 *
 * @param related the other services the reason speaks of
 * @param detail what else there is to say, as the server said it; may be empty
 */
public record Refusal(Choice choice, Why why, List<ServiceName> related, String detail) {

    /** The reasons for a refusal. */
    public enum Why implements Identified {
        /** Windows, a role or a product of this server needs the service. */
        NEEDED("needed"),
        /** Stopping it would stop something that is needed. */
        STOPS_NEEDED("stops-needed"),
        /** Another choice keeps a service that could not run without it. */
        STOPS_KEPT("stops-kept"),
        /** The service itself says that it cannot be stopped. */
        CANNOT_STOP("cannot-stop"),
        /** Once stopped, Windows could not start it again: what it needs is missing or cannot run. */
        CANNOT_RESTART("cannot-restart"),
        /** A running service that needs it cannot be stopped, or could not be started again. */
        DEPENDENT_CANNOT_STOP("dependent-cannot-stop"),
        /** It needs itself in a circle of running services; Windows stops none of them. */
        CYCLE("cycle"),
        /** It is a driver; those are shown but not changed. */
        DRIVER("driver"),
        /** It is starting or stopping right now. */
        PENDING("pending"),
        PROTECTED("protected"),
        PER_USER("per-user"),
        POLICY("policy"),
        RIGHT_MISSING("right-missing"),
        NOT_READ("not-read");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public Refusal {
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(why, "why");
        related = List.copyOf(related);
        Objects.requireNonNull(detail, "detail");
    }
}
