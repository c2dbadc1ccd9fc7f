package org.doorwarden.plan;

import java.util.List;
import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.restrict.LimitProblem;

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
        NOT_READ("not-read"),
        /** What is to be limited cannot be, on this service of this server. */
        LIMIT_NOT_OFFERED("limit-not-offered"),
        LIMIT_WRONG_VALUE("limit-wrong-value"),
        LIMIT_UNKNOWN_ACCOUNT("limit-unknown-account"),
        LIMIT_GROUP_IN_GROUP("limit-group-in-group"),
        LIMIT_UNKNOWN_HOST("limit-unknown-host"),
        LIMIT_NOT_READ("limit-not-read"),
        LIMIT_POLICY("limit-policy"),
        LIMIT_NO_FIREWALL("limit-no-firewall"),
        LIMIT_FIREWALL_OPEN("limit-firewall-open"),
        LIMIT_RULE_NOT_UNIQUE("limit-rule-not-unique"),
        LIMIT_NO_PORTS("limit-no-ports"),
        LIMIT_RULES_ALLOW_MORE("limit-rules-allow-more"),
        LIMIT_RULE_OPENS_MORE("limit-rule-opens-more"),
        LIMIT_DYNAMIC_PORTS("limit-dynamic-ports"),
        LIMIT_SUBNET_WITH_REST("limit-subnet-with-rest"),
        LIMIT_INCOMPLETE("limit-incomplete"),
        LIMIT_CONTRADICTION("limit-contradiction"),
        LIMIT_IIS("limit-iis"),
        LIMIT_ONLY_IPV4("limit-only-ipv4"),
        LIMIT_NO_SITE("limit-no-site"),
        LIMIT_NO_CERTIFICATE("limit-no-certificate"),
        LIMIT_OF_SITE("limit-of-site"),
        /** The service belongs to no component of this Windows that can be uninstalled. */
        NO_FEATURE("no-feature");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** A limit that does not work out. */
    static Refusal of(Choice choice, LimitProblem problem) {
        Why why = Identified.find(Why.class, problem.kind().id()).orElseThrow();
        return new Refusal(choice, why, List.of(), problem.detail());
    }

    public Refusal {
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(why, "why");
        related = List.copyOf(related);
        Objects.requireNonNull(detail, "detail");
    }
}
