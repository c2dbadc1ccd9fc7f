package org.doorwarden.backend.windows;

import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KeySecurity;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** The settings of this computer, each kind by those who know it. What accounts are called is remembered, so use it once. */
final class WindowsSettings {

    private final RegistryKey.Buffers buffers = new RegistryKey.Buffers();
    private final KeyAccess keys;
    private final LocalGroups groups;

    WindowsSettings(NetworkManagement network, Accounts accounts) {
        this.keys = new KeyAccess(accounts);
        this.groups = new LocalGroups(network, accounts);
    }

    SettingValue read(Setting setting) throws WindowsFailure {
        if (setting instanceof RegistrySetting value) {
            return RegistrySettings.read(value, buffers);
        }
        if (setting instanceof KeySecurity key) {
            return keys.read(key);
        }
        if (setting instanceof LocalGroup group) {
            return groups.read(group);
        }
        if (setting instanceof GroupMembers members) {
            return groups.read(members);
        }
        throw new WindowsFailure(setting.kind().id(), WindowsError.NOT_SUPPORTED);
    }

    void write(Setting setting, SettingValue value) throws WindowsFailure {
        if (!setting.accepts(value)) {
            throw new WindowsFailure(setting.kind().id(), WindowsError.INVALID_DATA);
        }
        if (setting instanceof RegistrySetting registry) {
            RegistrySettings.write(registry, value);
        } else if (setting instanceof KeySecurity key) {
            keys.write(key, value);
        } else if (setting instanceof LocalGroup group) {
            groups.write(group, value);
        } else if (setting instanceof GroupMembers members) {
            groups.write(members, value);
        } else {
            throw new WindowsFailure(setting.kind().id(), WindowsError.NOT_SUPPORTED);
        }
    }
}
