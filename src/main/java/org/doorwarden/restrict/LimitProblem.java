package org.doorwarden.restrict;

import java.util.Objects;
import org.doorwarden.model.Identified;

/**
 * Why a service cannot be limited as was asked for.
 *
 * @param detail what exactly: an address, an account, a rule's name; empty where the kind says it all
 */
public record LimitProblem(Kind kind, String detail) {

    /** The kinds of problems. */
    public enum Kind implements Identified {
        /** This service has no such limit, on this server. */
        NOT_OFFERED("limit-not-offered"),
        /** That is not a value of the limit. */
        WRONG_VALUE("limit-wrong-value"),
        /** The server knows no such account. */
        UNKNOWN_ACCOUNT("limit-unknown-account"),
        /** Windows puts no group of its own into another local group. */
        GROUP_IN_GROUP("limit-group-in-group"),
        /** No address belongs to that name. */
        UNKNOWN_HOST("limit-unknown-host"),
        /** What is there now was not read, so it could not be put back. */
        NOT_READ("limit-not-read"),
        /** Group Policy sets it and would set it again. */
        POLICY("limit-policy"),
        /** This Windows has no firewall that rules can be given to. */
        NO_FIREWALL("limit-no-firewall"),
        /** The firewall is off, or lets in what no rule speaks of: a rule would limit nothing. */
        FIREWALL_OPEN("limit-firewall-open"),
        /** More than one rule of the firewall has that name, so that none of them can be changed alone. */
        RULE_NOT_UNIQUE("limit-rule-not-unique"),
        /** The service listens on no port that a rule could be about. */
        NO_PORTS("limit-no-ports"),
        /** Rules of others let more addresses in than those given, so the limit would not hold. */
        RULES_ALLOW_MORE("limit-rules-allow-more"),
        /** A rule of others opens ports of other services as well, and narrowing it would narrow them. */
        RULE_OPENS_MORE("limit-rule-opens-more"),
        /** Windows gives out its ports anew whenever the service starts. */
        DYNAMIC_PORTS("limit-dynamic-ports"),
        /** A subnet with an address that is not its first: nobody can tell whether one machine is meant. */
        SUBNET_WITH_REST("limit-subnet-with-rest"),
        /** It says nothing without another limit. */
        INCOMPLETE("limit-incomplete"),
        /** Two limits that exclude each other. */
        CONTRADICTION("limit-contradiction"),
        /** The configuration of IIS cannot be changed there: the detail is what keeps it, as it is written there. */
        IIS("limit-iis"),
        /** Only IPv4 addresses can be listed there. */
        ONLY_IPV4("limit-only-ipv4"),
        /** There is no such site. */
        NO_SITE("limit-no-site"),
        /** The site needs a certificate first. */
        NO_CERTIFICATE("limit-no-certificate"),
        /** The folder is indexed because a web site is: the service would add it again. */
        OF_SITE("limit-of-site"),
        /** That component is not one that can be uninstalled here. */
        NO_FEATURE("no-feature");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public LimitProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }
}
