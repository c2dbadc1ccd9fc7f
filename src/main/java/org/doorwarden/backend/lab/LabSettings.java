package org.doorwarden.backend.lab;

import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** The settings of a training server at one moment. */
final class LabSettings {

    private final LabDefinition definition;
    private final LabState state;

    LabSettings(LabDefinition definition, LabState state) {
        this.definition = definition;
        this.state = state;
    }

    /** Who can reach the server and get in, as it stands now. */
    ServerAccess access() {
        return definition.access().with(state.settings);
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
        state.settings.put(setting, value);
        if (setting instanceof LocalGroup group) {
            GroupMembers members = new GroupMembers(group.name());
            state.settings.keySet().removeIf(each -> each.identity().equals(members.identity()));
            state.settings.put(members, value instanceof GroupComment ? new Members(List.of()) : Absent.ITSELF);
        }
    }

    private static BackendException failure(Operation operation, Setting setting, int code) {
        return new BackendException(operation, setting.address(), code);
    }
}
