package org.doorwarden.network;

import java.util.List;
import org.doorwarden.model.setting.FirewallRule;

/**
 * Whether a rule of the firewall speaks of a port, whoever knocks.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwrule">INetFwRule</a>
 */
public final class RuleMatch {

    private static final String EVERY_SERVICE = "*";

    private RuleMatch() {}

    /**
     * Whether an enabled inbound rule is for that port, that program and that service. Where the program or the service
     * is not known, an allow rule is taken to be for it and a block rule not.
     */
    public static boolean isFor(FirewallRule rule, Door door) {
        return rule.enabled()
                && rule.inbound()
                && (rule.protocol() == FirewallRule.ANY_PROTOCOL || rule.protocol() == Door.number(door.protocol()))
                && Ports.ofRule(rule.localPorts()).contains(door.port())
                && isForProgram(rule, door)
                && isForService(rule, door)
                && (rule.allows() || (isOpen(rule.localAddresses()) && isOpen(rule.remotePorts())));
    }

    private static boolean isOpen(List<String> texts) {
        return texts.isEmpty() || texts.contains("*");
    }

    private static boolean isForProgram(FirewallRule rule, Door door) {
        if (rule.program().isBlank()) {
            return true;
        }
        return door.program().isEmpty() ? rule.allows() : Programs.same(rule.program(), door.program());
    }

    private static boolean isForService(FirewallRule rule, Door door) {
        if (rule.service().isBlank()) {
            return true;
        }
        if (rule.service().equals(EVERY_SERVICE)) {
            return !door.service().isEmpty();
        }
        return rule.service().equalsIgnoreCase(door.service()) || (door.shared() && rule.allows());
    }
}
