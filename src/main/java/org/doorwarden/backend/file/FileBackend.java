package org.doorwarden.backend.file;

import java.nio.file.Path;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;

/** A server as an inventory file recorded it. */
public final class FileBackend implements ServerBackend {

    private final Inventory inventory;

    private FileBackend(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Reads the file at once, so that a damaged one is named before anything else happens. */
    public static FileBackend open(Path file) throws DocumentException {
        return new FileBackend(InventoryDocument.read(file));
    }

    @Override
    public ServerIdentity identity() {
        return inventory.server();
    }

    @Override
    public Inventory read() {
        return inventory;
    }

    @Override
    public Optional<ReadOnly> readOnly() {
        return Optional.of(ReadOnly.FILE);
    }

    @Override
    public ServiceCondition condition(ServiceName name) throws BackendException {
        Service service = inventory
                .find(name)
                .orElseThrow(
                        () -> new BackendException(Operation.QUERY, name.value(), WindowsError.SERVICE_DOES_NOT_EXIST));
        return new ServiceCondition(service.startType(), service.state());
    }

    @Override
    public void setStartType(ServiceName service, StartType startType) throws BackendException {
        throw denied(Operation.SET_START_TYPE, service);
    }

    @Override
    public void requestStop(ServiceName service) throws BackendException {
        throw denied(Operation.STOP, service);
    }

    @Override
    public void requestStart(ServiceName service) throws BackendException {
        throw denied(Operation.START, service);
    }

    @Override
    public void requestPause(ServiceName service) throws BackendException {
        throw denied(Operation.PAUSE, service);
    }

    @Override
    public SettingValue setting(Setting setting) throws BackendException {
        return inventory
                .access()
                .find(setting)
                .orElseThrow(() ->
                        new BackendException(Operation.READ_SETTING, setting.address(), WindowsError.NOT_SUPPORTED));
    }

    @Override
    public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
        throw new BackendException(Operation.SET_SETTING, setting.address(), WindowsError.ACCESS_DENIED);
    }

    /** An account that the file names. */
    @Override
    public Optional<Account> account(String name) {
        return inventory.access().accounts().stream()
                .filter(account ->
                        account.name().equalsIgnoreCase(name) || account.sid().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
        throw new BackendException(Operation.READ_SETTING, feature.name(), WindowsError.NOT_SUPPORTED);
    }

    @Override
    public Optional<FileImage> iisConfiguration() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private static BackendException denied(Operation operation, ServiceName service) {
        return new BackendException(operation, service.value(), WindowsError.ACCESS_DENIED);
    }
}
