package org.doorwarden.network;

import java.util.Objects;
import java.util.Optional;
import org.doorwarden.model.Identified;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;

/**
 * What the firewall does with a connection, and why.
 *
 * @param rule the rule that decided, if one did
 * @param profile the kind of network it was decided for; empty where that does not matter
 */
public record Decision(Why why, Optional<FirewallRule> rule, Optional<FirewallProfile> profile) {

    /** What decided. */
    public enum Why implements Identified {
        /** It comes from the server itself; Windows does not filter that. */
        LOOPBACK("loopback", true),
        NO_FIREWALL("no-firewall", true),
        /** The firewall is off for this kind of network. */
        OFF("off", true),
        /** Everything is kept out, whatever rules allow. */
        ALL_BLOCKED("all-blocked", false),
        BLOCK_RULE("block-rule", false),
        ALLOW_RULE("allow-rule", true),
        DEFAULT_ALLOW("default-allow", true),
        DEFAULT_BLOCK("default-block", false);

        private final String id;
        private final boolean letsIn;

        Why(String id, boolean letsIn) {
            this.id = id;
            this.letsIn = letsIn;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public Decision {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(profile, "profile");
    }

    public boolean letsIn() {
        return why.letsIn;
    }
}
