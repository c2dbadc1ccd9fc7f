package org.doorwarden.backend.lab;

import java.time.Duration;
import java.time.Instant;
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
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.text.Message;

/** The settings of a training server at one moment. */
final class LabSettings {

    /** Of the accounts that this computer itself holds. */
    private static final String MACHINE_SID = "S-1-5-21-1004336348-1177238915-682003330-";

    private static final int FIRST_GROUP = 2000;
    private static final int GROUPS = 8000;
    private static final Duration CHANGE_BACK_DELAY = Duration.ofMillis(500);

    private final LabDefinition definition;
    private final LabState state;
    private final Instant now;
    private final LabIis iis;

    LabSettings(LabDefinition definition, LabState state, Instant now) {
        this.definition = definition;
        this.state = state;
        this.now = now;
        this.iis = new LabIis(definition, state);
    }

    /** Who can reach the server and get in, as it stands now. */
    ServerAccess access() {
        ServerAccess now = definition.access().with(state.settings).with(iis.values());
        return new ServerAccess(
                state.seat.orElse(now.seat()),
                now.values(),
                now.firewall(),
                LabShares.now(definition, state),
                now.indexedScopes(),
                now.smtpServers(),
                iis.ftpSites().or(now::ftpSites));
    }

    /** What the server is like, with the web sites that its configuration of IIS has now. */
    ServerTraits traits() {
        ServerTraits begun = new LabComponents(definition, state).traits();
        return new ServerTraits(begun.traits(), begun.features(), iis.sites().orElse(begun.sites()));
    }

    Optional<FileImage> iisConfiguration() {
        return iis.image();
    }

    SettingValue read(Setting setting) throws BackendException {
        if (setting instanceof WindowsFeature feature) {
            return new LabComponents(definition, state).read(feature);
        }
        if (setting instanceof IisElement element) {
            return iis.read(element);
        }
        if (setting instanceof FirewallRuleName
                && definition.access().firewall().isEmpty()) {
            throw failure(Operation.READ_SETTING, setting, WindowsError.NOT_SUPPORTED);
        }
        Optional<SettingValue> value = access().find(setting);
        if (value.isEmpty() && setting instanceof GroupMembers members) {
            return read(new LocalGroup(members.group())) instanceof Absent ? Absent.ITSELF : new Members(List.of());
        }
        if (value.isEmpty() && setting instanceof FirewallRuleName) {
            throw new BackendException(
                    Operation.READ_SETTING, setting.address(), 0, Message.of("windows.error.several.rules"));
        }
        return value.orElse(Absent.ITSELF);
    }

    /** Sets anything but a component of Windows. */
    void set(Setting setting, SettingValue value) throws BackendException {
        LabFaults faults = new LabFaults(state);
        if (faults.strikes(Fault.Kind.SETTING_DENIED, setting)) {
            throw failure(Operation.SET_SETTING, setting, WindowsError.ACCESS_DENIED);
        }
        if (faults.strikes(Fault.Kind.SETTING_IGNORED, setting)) {
            return;
        }
        SettingValue before = read(setting);
        put(setting, value);
        state.changingBack.remove(setting);
        if (faults.strikes(Fault.Kind.SETTING_CHANGED_BACK, setting)) {
            state.changingBack.put(setting, new LabState.ChangeBack(before, now.plus(CHANGE_BACK_DELAY)));
        }
    }

    /** Settings that somebody wanted to change back by now are. */
    void settle() {
        List<Setting> due = state.changingBack.entrySet().stream()
                .filter(entry -> !entry.getValue().at().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        for (Setting setting : due) {
            SettingValue value = state.changingBack.remove(setting).value();
            try {
                put(setting, value);
            } catch (BackendException failed) {
                // whoever wanted to change it back cannot do so any more, either
            }
        }
    }

    private void put(Setting setting, SettingValue value) throws BackendException {
        if (setting instanceof IisElement element) {
            iis.set(element, value);
            return;
        }
        if (setting instanceof GroupMembers && read(setting) instanceof Absent) {
            throw failure(Operation.SET_SETTING, setting, WindowsError.GROUP_NOT_FOUND);
        }
        boolean stays = value instanceof GroupComment && read(setting) instanceof GroupComment;
        state.settings.keySet().removeIf(each -> each.identity().equals(setting.identity()));
        // What was never there and is gone again is not found by a reading, either.
        if (!(value instanceof Absent) || definition.access().find(setting).isPresent()) {
            state.settings.put(setting, value);
        }
        if (setting instanceof LocalGroup group && !stays) {
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

    private static BackendException failure(Operation operation, Setting setting, int code) {
        return new BackendException(operation, setting.address(), code);
    }
}
