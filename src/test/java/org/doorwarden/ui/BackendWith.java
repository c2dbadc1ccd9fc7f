package org.doorwarden.ui;

import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;

/** A server like another one, to be made different in one respect. */
public class BackendWith implements ServerBackend {

    private final ServerBackend other;

    public BackendWith(ServerBackend other) {
        this.other = other;
    }

    @Override
    public ServerIdentity identity() throws BackendException {
        return other.identity();
    }

    @Override
    public Inventory read() throws BackendException {
        return other.read();
    }

    @Override
    public Optional<ReadOnly> readOnly() throws BackendException {
        return other.readOnly();
    }

    @Override
    public ServiceCondition condition(ServiceName service) throws BackendException {
        return other.condition(service);
    }

    @Override
    public void setStartType(ServiceName service, StartType startType) throws BackendException {
        other.setStartType(service, startType);
    }

    @Override
    public void requestStop(ServiceName service) throws BackendException {
        other.requestStop(service);
    }

    @Override
    public void requestStart(ServiceName service) throws BackendException {
        other.requestStart(service);
    }

    @Override
    public void requestPause(ServiceName service) throws BackendException {
        other.requestPause(service);
    }

    @Override
    public SettingValue setting(Setting setting) throws BackendException {
        return other.setting(setting);
    }

    @Override
    public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
        other.set(setting, value, progress);
    }

    @Override
    public Optional<Account> account(String name) throws BackendException {
        return other.account(name);
    }

    @Override
    public Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
        return other.feature(feature);
    }

    @Override
    public Optional<FileImage> iisConfiguration() throws BackendException {
        return other.iisConfiguration();
    }

    @Override
    public void close() {
        other.close();
    }
}
