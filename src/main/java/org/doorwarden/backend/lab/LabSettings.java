package org.doorwarden.backend.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** The settings of a training server at one moment. */
final class LabSettings {

    private final LabDefinition definition;
    private final LabState state;
    private final LabIis iis;

    LabSettings(LabDefinition definition, LabState state) {
        this.definition = definition;
        this.state = state;
        this.iis = new LabIis(definition, state);
    }

    /** Who can reach the server and get in, as it stands now. */
    ServerAccess access() {
        ServerAccess begun = definition.access();
        ServerAccess now = begun.with(state.settings).with(iis.values());
        return new ServerAccess(
                now.seat(),
                now.values(),
                begun.firewall().map(this::firewall),
                now.shares(),
                now.indexedScopes(),
                now.smtpServers(),
                iis.ftpSites().or(now::ftpSites));
    }

    /** What the server is like, with the web sites that its configuration of IIS has now. */
    ServerTraits traits() {
        ServerTraits begun = definition.traits();
        return new ServerTraits(begun.traits(), begun.features(), iis.sites().orElse(begun.sites()));
    }

    Optional<FileImage> iisConfiguration() {
        return iis.image();
    }

    SettingValue read(Setting setting) throws BackendException {
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
        return value.orElse(Absent.ITSELF);
    }

    void set(Setting setting, SettingValue value) throws BackendException {
        if (setting instanceof IisElement element) {
            iis.set(element, value);
            return;
        }
        if (setting instanceof GroupMembers && read(setting) instanceof Absent) {
            throw failure(Operation.SET_SETTING, setting, WindowsError.GROUP_NOT_FOUND);
        }
        state.settings.keySet().removeIf(each -> each.identity().equals(setting.identity()));
        state.settings.put(setting, value);
        if (setting instanceof LocalGroup group) {
            GroupMembers members = new GroupMembers(group.name());
            state.settings.keySet().removeIf(each -> each.identity().equals(members.identity()));
            state.settings.put(members, value instanceof GroupComment ? new Members(List.of()) : Absent.ITSELF);
        }
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
