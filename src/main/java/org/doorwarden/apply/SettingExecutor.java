package org.doorwarden.apply;

import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.text.Message;

/** Makes and undoes changes of settings by comparing three values: what was before, what the run sets, what is now. */
final class SettingExecutor {

    private final ServerBackend backend;

    SettingExecutor(ServerBackend backend) {
        this.backend = backend;
    }

    /** What is at the setting of a change now. */
    SettingValue read(SetSetting change) throws BackendException {
        return backend.setting(change.setting());
    }

    /** @param interrupted whether an earlier try was, so that a value in between is our own */
    ChangeValue apply(SetSetting change, boolean interrupted, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        SettingValue now = read(change);
        if (!now.matches(change.after())) {
            if (!now.matches(change.before()) && !(interrupted && isHalfWay(now, change))) {
                throw ChangeExecutor.drifted(change, ChangeValue.of(change.setting(), now));
            }
            backend.set(change.setting(), resolved(change.after()), progress::at);
        }
        return confirmed(change, change.after());
    }

    /** @param interrupted as for {@link #apply} */
    ChangeValue undo(SetSetting change, boolean interrupted, Conflict.Decider decider, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        SettingValue now = read(change);
        if (!now.matches(change.before())) {
            if (!now.matches(change.after()) && !(interrupted && isHalfWay(now, change))) {
                ChangeExecutor.requireDecision(change, ChangeValue.of(change.setting(), now), decider);
            }
            if (change.before() instanceof Absent && change.setting() instanceof LocalGroup group) {
                requireEmpty(group);
                requireUnnamed(group);
            }
            backend.set(change.setting(), change.before(), progress::at);
        }
        return confirmed(change, change.before());
    }

    /** Windows changes a rule of its firewall property by property; all other settings are set in one step. */
    private static boolean isHalfWay(SettingValue now, SetSetting change) {
        return now instanceof FirewallRule rule
                && change.before() instanceof FirewallRule before
                && change.after() instanceof FirewallRule after
                && rule.isBetween(before, after);
    }

    /** A group that was only named when the plan was made is there by now, and has a SID. */
    private SettingValue resolved(SettingValue value) throws BackendException, ChangeFailure {
        if (!(value instanceof AccessList list)) {
            return value;
        }
        AccessList resolved = list;
        for (String group : list.groupsByName()) {
            Account account = backend.account(group)
                    .orElseThrow(() -> new ChangeFailure(Message.of("change.group.missing", group)));
            resolved = resolved.with(group, account);
        }
        return resolved;
    }

    /** Somebody else may use the group by now, and would lose it. */
    private void requireEmpty(LocalGroup group) throws BackendException, ChangeFailure {
        SettingValue members = backend.setting(new GroupMembers(group.name()));
        if (members instanceof Members some && !some.accounts().isEmpty()) {
            throw new ChangeFailure(Message.of(
                    "change.group.not.empty",
                    group.name(),
                    SettingWords.value(new GroupMembers(group.name()), members)));
        }
    }

    /** An access list that names a group which is gone lets in nobody in its place, and cannot be told from others' work. */
    private void requireUnnamed(LocalGroup group) throws BackendException, ChangeFailure {
        if (group.equals(KnownSettings.REGISTRY_EDITORS)
                && backend.setting(KnownSettings.WINREG) instanceof AccessList list
                && backend.account(group.name()).filter(list::names).isPresent()) {
            throw new ChangeFailure(
                    Message.of("change.group.named", group.name(), SettingWords.subject(KnownSettings.WINREG)));
        }
    }

    /** Reads back and refuses to call it done unless the server says so. */
    private ChangeValue confirmed(SetSetting change, SettingValue wanted) throws BackendException, ChangeFailure {
        SettingValue now = read(change);
        if (!now.matches(wanted)) {
            throw new ChangeFailure(Message.of(
                    "change.no.effect",
                    ChangeExecutor.subject(change),
                    SettingWords.value(change.setting(), wanted),
                    SettingWords.value(change.setting(), now)));
        }
        return ChangeValue.of(change.setting(), now);
    }
}
