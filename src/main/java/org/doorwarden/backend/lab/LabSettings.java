package org.doorwarden.backend.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** The settings of a training server at one moment. */
final class LabSettings {

    /** Of the accounts that this computer itself holds. */
    private static final String MACHINE_SID = "S-1-5-21-1004336348-1177238915-682003330-";

    private static final int FIRST_GROUP = 2000;
    private static final int GROUPS = 8000;

    private final LabDefinition definition;
    private final LabState state;

    LabSettings(LabDefinition definition, LabState state) {
        this.definition = definition;
        this.state = state;
    }

    /** Who can reach the server and get in, as it stands now. */
    ServerAccess access() {
        ServerAccess begun = definition.access();
        ServerAccess now = begun.with(state.settings);
        return new ServerAccess(
                now.seat(),
                now.values(),
                begun.firewall().map(this::firewall),
                LabShares.now(definition, state),
                now.indexedScopes(),
                now.smtpServers(),
                now.ftpSites());
    }

    SettingValue read(Setting setting) throws BackendException {
        if (setting instanceof FirewallRuleName
                && definition.access().firewall().isEmpty()) {
            throw failure(Operation.READ_SETTING, setting, WindowsError.NOT_SUPPORTED);
        }
        Optional<SettingValue> value = access().find(setting);
        if (value.isEmpty() && setting instanceof GroupMembers members) {
            return read(new LocalGroup(members.group())) instanceof Absent ? Absent.ITSELF : new Members(List.of());
        }
        return value.orElse(Absent.ITSELF);
    }

    void set(Setting setting, SettingValue value) throws BackendException {
        if (setting instanceof GroupMembers && read(setting) instanceof Absent) {
            throw failure(Operation.SET_SETTING, setting, WindowsError.GROUP_NOT_FOUND);
        }
        state.settings.keySet().removeIf(each -> each.identity().equals(setting.identity()));
        // What was never there and is gone again is not found by a reading, either.
        if (!(value instanceof Absent) || definition.access().find(setting).isPresent()) {
            state.settings.put(setting, value);
        }
        if (setting instanceof LocalGroup group) {
            GroupMembers members = new GroupMembers(group.name());
            state.settings.keySet().removeIf(each -> each.identity().equals(members.identity()));
            state.settings.put(members, value instanceof GroupComment ? new Members(List.of()) : Absent.ITSELF);
        }
    }

    /** An account by its SID, its full name, or its name alone: this computer's come first, as Windows has it. */
    Optional<Account> account(String said) {
        List<Account> known = new ArrayList<>(groups());
        known.addAll(definition.accounts());
        known.addAll(access().accounts());
        return Stream.<Predicate<Account>>of(
                        account -> account.sid().equalsIgnoreCase(said)
                                || account.name().equalsIgnoreCase(said),
                        account -> account.name().equalsIgnoreCase(definition.computer() + "\\" + said),
                        account -> account.name()
                                .substring(account.name().lastIndexOf('\\') + 1)
                                .equalsIgnoreCase(said))
                .flatMap(meant -> known.stream().filter(meant))
                .findFirst();
    }

    /** The local groups that are there now. A real Windows would give one made again another SID. */
    private List<Account> groups() {
        return access().values().entrySet().stream()
                .filter(entry -> entry.getKey() instanceof LocalGroup && entry.getValue() instanceof GroupComment)
                .map(entry -> ((LocalGroup) entry.getKey()).name())
                .map(name -> new Account(
                        MACHINE_SID
                                + (FIRST_GROUP
                                        + Math.floorMod(
                                                name.toLowerCase(Locale.ROOT).hashCode(), GROUPS)),
                        definition.computer() + "\\" + name))
                .toList();
    }

    private Firewall firewall(Firewall begun) {
        List<FirewallRule> rules = new ArrayList<>(begun.rules());
        for (Map.Entry<Setting, SettingValue> entry : state.settings.entrySet()) {
            if (entry.getKey() instanceof FirewallRuleName name) {
                rules.removeIf(rule -> rule.name().equalsIgnoreCase(name.name()));
                if (entry.getValue() instanceof FirewallRule rule) {
                    rules.add(rule);
                }
            }
        }
        return new Firewall(begun.active(), begun.profiles(), rules, begun.policyWins());
    }

    private static BackendException failure(Operation operation, Setting setting, int code) {
        return new BackendException(operation, setting.address(), code);
    }
}
