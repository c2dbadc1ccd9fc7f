package org.doorwarden.backend.windows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.setting.FirewallRule;

/**
 * A rule as the firewall holds it.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwrule">INetFwRule</a>
 */
final class RuleObject implements AutoCloseable {

    static final UUID INTERFACE = UUID.fromString("af230d27-baba-4e42-aced-f524f22cfce2");
    private static final UUID CLASS = UUID.fromString("2c5bc43e-3369-4c33-ab0c-be9469677af4");

    private static final int INBOUND = 1;
    private static final int OUTBOUND = 2;
    private static final int BLOCK = 0;
    private static final int ALLOW = 1;

    private final ComObject object;

    RuleObject(ComObject object) {
        this.object = object;
    }

    /** A new rule, which counts once it is added to the others. */
    static RuleObject create(Com com) throws WindowsFailure {
        return new RuleObject(ComObject.create(com, "FwRule", CLASS, INTERFACE));
    }

    ComObject object() {
        return object;
    }

    String name() throws WindowsFailure {
        return text(RuleProperty.NAME);
    }

    /** Reads it whole. Ports are asked for only where the protocol has some. */
    FirewallRule read() throws WindowsFailure {
        int protocol = number(RuleProperty.PROTOCOL);
        boolean ports = RuleProperty.hasPorts(protocol);
        return new FirewallRule(
                name(),
                text(RuleProperty.DESCRIPTION),
                text(RuleProperty.GROUPING),
                object.flag(RuleProperty.ENABLED.title(), RuleProperty.ENABLED.getter()),
                oneOf(RuleProperty.DIRECTION, INBOUND, OUTBOUND) == INBOUND,
                oneOf(RuleProperty.ACTION, BLOCK, ALLOW) == ALLOW,
                protocol,
                ports ? FirewallList.ports(text(RuleProperty.LOCAL_PORTS)) : List.of(),
                FirewallList.addresses(text(RuleProperty.LOCAL_ADDRESSES)),
                ports ? FirewallList.ports(text(RuleProperty.REMOTE_PORTS)) : List.of(),
                FirewallList.addresses(text(RuleProperty.REMOTE_ADDRESSES)),
                RuleProperty.profiles(number(RuleProperty.PROFILES)),
                text(RuleProperty.APPLICATION_NAME),
                text(RuleProperty.SERVICE_NAME));
    }

    /** Sets everything of a new rule but what is empty in a new one anyway. */
    void fill(FirewallRule wanted) throws WindowsFailure {
        for (RuleProperty property : RuleProperty.values()) {
            Object value = property.of(wanted);
            if (property.appliesTo(wanted) && !value.equals("")) {
                put(property, value);
            }
        }
    }

    /**
     * Changes what differs and nothing else. Each step counts at once, so a rule that is to be off is switched off first;
     * ports are let go of before a protocol that has none. If a step fails, those before it are taken back.
     */
    void change(FirewallRule now, FirewallRule wanted) throws WindowsFailure {
        Deque<Step> done = new ArrayDeque<>();
        for (Step step : steps(now, wanted)) {
            try {
                put(step.property(), step.after());
            } catch (WindowsFailure failed) {
                takeBack(done, failed);
                throw failed;
            }
            done.push(step);
        }
    }

    /** One property to be set. */
    private record Step(RuleProperty property, Object before, Object after) {}

    private static List<Step> steps(FirewallRule now, FirewallRule wanted) {
        List<Step> steps = new ArrayList<>();
        boolean losesPorts = RuleProperty.hasPorts(now.protocol()) && !RuleProperty.hasPorts(wanted.protocol());
        for (RuleProperty property : RuleProperty.values()) {
            boolean portsToLose = property.isPorts() && losesPorts;
            if (property.differs(now, wanted) && (portsToLose || property.appliesTo(wanted))) {
                Step step = new Step(property, property.of(now), property.of(wanted));
                if (portsToLose || step.after().equals(false)) {
                    steps.add(0, step);
                } else {
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    /** In the other direction; the failure that made this necessary is the one to be told. */
    private void takeBack(Deque<Step> done, WindowsFailure failed) {
        for (Step step : done) {
            try {
                put(step.property(), step.before());
            } catch (WindowsFailure stuck) {
                failed.addSuppressed(stuck);
            }
        }
    }

    private void put(RuleProperty property, Object value) throws WindowsFailure {
        if (value instanceof String text) {
            object.give(property.title(), property.setter(), text);
        } else if (value instanceof Boolean flag) {
            object.give(property.title(), property.setter(), flag);
        } else {
            object.call(property.title(), property.setter(), value);
        }
    }

    private String text(RuleProperty property) throws WindowsFailure {
        return object.text(property.title(), property.getter());
    }

    private int number(RuleProperty property) throws WindowsFailure {
        return object.number(property.title(), property.getter());
    }

    private int oneOf(RuleProperty property, int one, int other) throws WindowsFailure {
        int value = number(property);
        if (value != one && value != other) {
            throw new WindowsFailure(property.title(), WindowsError.INVALID_DATA);
        }
        return value;
    }

    @Override
    public void close() {
        object.close();
    }
}
