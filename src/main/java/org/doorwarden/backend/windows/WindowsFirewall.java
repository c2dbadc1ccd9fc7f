package org.doorwarden.backend.windows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Firewall.ProfileState;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.text.Message;

/**
 * The Windows firewall through its own interface, which is there since Windows Vista and Server 2008. Its rules are those
 * that this computer holds itself; those of Group Policy are not among them. The interface knows rules by name only and
 * takes the first of several, so a name that several rules have is refused. It needs the service MpsSvc, and answers 1753
 * while that does not run.
 *
 * <p>Every call makes COM ready for its thread, and gives back whatever it was handed.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwpolicy2">INetFwPolicy2</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwrules">INetFwRules</a>
 */
final class WindowsFirewall {

    private static final UUID POLICY_CLASS = UUID.fromString("e2b3c97f-6ae1-41ac-817a-f6f92166d7dd");
    private static final UUID POLICY = UUID.fromString("98325047-c671-4174-8d81-defcd3f03186");

    /** Positions in the table of INetFwPolicy2. */
    private static final int CURRENT_PROFILE_TYPES = 7;

    private static final int FIREWALL_ENABLED = 8;
    private static final int BLOCK_ALL_INBOUND = 12;
    private static final int RULES = 18;
    private static final int DEFAULT_INBOUND_ACTION = 23;
    private static final int LOCAL_POLICY_MODIFY_STATE = 28;

    /** Positions in the table of INetFwRules. */
    private static final int ADD = 8;

    private static final int REMOVE = 9;
    private static final int NEW_ENUM = 11;

    /** NET_FW_ACTION_BLOCK. */
    private static final int BLOCK = 0;

    /** NET_FW_MODIFY_STATE_GP_OVERRIDE. */
    private static final int GROUP_POLICY_OVERRIDES = 1;

    private final Com com;

    WindowsFirewall(Com com) {
        this.com = com;
    }

    /** Reads it whole or not at all: a rule that is missing would make a wrong picture of who can get in. */
    Optional<Firewall> read(List<ReadProblem> problems) {
        try (ComSession session = ComSession.open(com);
                ComObject policy = policy(session)) {
            return Optional.of(read(policy));
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.FIREWALL, failed.function(), failed.code()));
            return Optional.empty();
        }
    }

    /** The rule of that name, or that there is none. */
    SettingValue rule(FirewallRuleName name) throws BackendException {
        return with(
                Operation.READ_SETTING,
                name,
                (rules, named) -> named.isEmpty() ? Absent.ITSELF : named.get(0).read());
    }

    /** Adds, changes or removes the rule of that name. */
    void set(FirewallRuleName name, SettingValue value) throws BackendException {
        with(Operation.SET_SETTING, name, (rules, named) -> {
            if (value instanceof FirewallRule wanted) {
                if (named.isEmpty()) {
                    add(rules, wanted);
                } else {
                    named.get(0).change(named.get(0).read(), wanted);
                }
            } else if (!named.isEmpty()) {
                rules.give("INetFwRules.Remove", REMOVE, named.get(0).name());
            }
            return Absent.ITSELF;
        });
    }

    private void add(ComObject rules, FirewallRule wanted) throws WindowsFailure {
        try (RuleObject rule = RuleObject.create(com)) {
            rule.fill(wanted);
            rules.give("INetFwRules.Add", ADD, rule.object());
        }
    }

    private Firewall read(ComObject policy) throws WindowsFailure {
        int active = policy.number("INetFwPolicy2.CurrentProfileTypes", CURRENT_PROFILE_TYPES);
        Map<FirewallProfile, ProfileState> profiles = new EnumMap<>(FirewallProfile.class);
        for (FirewallProfile profile : FirewallProfile.values()) {
            profiles.put(
                    profile,
                    new ProfileState(
                            policy.flag("INetFwPolicy2.FirewallEnabled", FIREWALL_ENABLED, profile.bit()),
                            policy.number("INetFwPolicy2.DefaultInboundAction", DEFAULT_INBOUND_ACTION, profile.bit())
                                    == BLOCK,
                            policy.flag("INetFwPolicy2.BlockAllInboundTraffic", BLOCK_ALL_INBOUND, profile.bit())));
        }
        int modifyState = policy.number("INetFwPolicy2.LocalPolicyModifyState", LOCAL_POLICY_MODIFY_STATE);
        List<FirewallRule> found = new ArrayList<>();
        try (ComObject rules = rules(policy);
                ComItems items = items(rules)) {
            for (Optional<ComObject> item = items.next(RuleObject.INTERFACE);
                    item.isPresent();
                    item = items.next(RuleObject.INTERFACE)) {
                try (RuleObject rule = new RuleObject(item.get())) {
                    found.add(rule.read());
                }
            }
        }
        return new Firewall(RuleProperty.profiles(active), profiles, found, modifyState == GROUP_POLICY_OVERRIDES);
    }

    @FunctionalInterface
    private interface Work {
        SettingValue on(ComObject rules, List<RuleObject> named) throws WindowsFailure;
    }

    private SettingValue with(Operation operation, FirewallRuleName name, Work work) throws BackendException {
        try (ComSession session = ComSession.open(com);
                ComObject policy = policy(session);
                ComObject rules = rules(policy)) {
            List<RuleObject> named = new ArrayList<>();
            try {
                collect(rules, name, named);
                if (named.size() > 1) {
                    throw new BackendException(operation, name.address(), 0, Message.of("windows.error.several.rules"));
                }
                return work.on(rules, named);
            } finally {
                named.forEach(RuleObject::close);
            }
        } catch (WindowsFailure failed) {
            throw failed.as(operation, name.address());
        }
    }

    private void collect(ComObject rules, FirewallRuleName name, List<RuleObject> named) throws WindowsFailure {
        try (ComItems items = items(rules)) {
            for (Optional<ComObject> item = items.next(RuleObject.INTERFACE);
                    item.isPresent();
                    item = items.next(RuleObject.INTERFACE)) {
                RuleObject rule = new RuleObject(item.get());
                boolean kept = false;
                try {
                    kept = rule.name().equalsIgnoreCase(name.name());
                } finally {
                    if (kept) {
                        named.add(rule);
                    } else {
                        rule.close();
                    }
                }
            }
        }
    }

    private static ComObject policy(ComSession session) throws WindowsFailure {
        return session.create("FwPolicy2", POLICY_CLASS, POLICY);
    }

    private static ComObject rules(ComObject policy) throws WindowsFailure {
        return policy.object("INetFwPolicy2.Rules", RULES);
    }

    private ComItems items(ComObject rules) throws WindowsFailure {
        return ComItems.of(com, rules, NEW_ENUM, "INetFwRules._NewEnum");
    }
}
