package org.doorwarden.network;

import java.util.List;
import java.util.Objects;
import org.doorwarden.model.setting.FirewallRule;

/**
 * Who reaches a port.
 *
 * @param from everybody who may; some of them may be kept out by {@code blocking}
 * @param allowing the rules that let them in; none where no rule is needed, or nobody comes in
 * @param blocking the rules that keep some out, whatever others allow
 */
public record Reach(Addresses from, List<FirewallRule> allowing, List<FirewallRule> blocking) {

    public Reach {
        Objects.requireNonNull(from, "from");
        allowing = List.copyOf(allowing);
        blocking = List.copyOf(blocking);
    }
}
