package org.doorwarden.backend;

import java.util.Optional;
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

/**
 * One server. The changing methods ask and return at once, as the Service Control Manager's functions do: a service
 * asked to stop is pending for a while, and only {@link #condition} tells what became of it.
 */
public interface ServerBackend extends AutoCloseable {

    /** Which server it is; always the same for one backend. */
    ServerIdentity identity() throws BackendException;

    /**
     * Reads the whole server: one enumeration of the services and one pass over their configuration. What could not be
     * read is in the inventory's problems, never silently missing.
     *
     * @throws BackendException if the services themselves could not be read
     */
    Inventory read() throws BackendException;

    /** Why nothing can be changed on this server, if so. */
    Optional<ReadOnly> readOnly() throws BackendException;

    /**
     * Reads back one service.
     *
     * @throws BackendException with 1060 if there is no such service
     */
    ServiceCondition condition(ServiceName service) throws BackendException;

    /** Sets the start type; from and to delayed start, it sets the delayed flag as well. */
    void setStartType(ServiceName service, StartType startType) throws BackendException;

    /** Asks a service to stop. */
    void requestStop(ServiceName service) throws BackendException;

    /** Asks the Service Control Manager to start a service, and whatever stopped services it needs. */
    void requestStart(ServiceName service) throws BackendException;

    /** Asks a running service to pause. */
    void requestPause(ServiceName service) throws BackendException;

    /**
     * Reads one setting as it is now.
     *
     * @throws BackendException if it could not be read; that it is not there is a value
     */
    SettingValue setting(Setting setting) throws BackendException;

    /**
     * Sets a setting and returns when the server has answered; whether it did as it was told is for
     * {@link #setting} to say.
     *
     * @param progress hears, where the server tells, how far it is
     */
    void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException;

    /** The account of a name, as {@code WEB01\\alice} or a SID; empty if the server knows none. */
    Optional<Account> account(String name) throws BackendException;

    /**
     * What is to be known of a component of Windows before it is uninstalled.
     *
     * @return empty if this Windows has no such component
     */
    Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException;

    /**
     * The file that elements of the configuration of IIS are in, byte for byte.
     *
     * @return empty if there is none
     */
    Optional<FileImage> iisConfiguration() throws BackendException;

    @Override
    void close();
}
