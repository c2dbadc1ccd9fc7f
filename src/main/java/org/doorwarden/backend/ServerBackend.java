package org.doorwarden.backend;

import java.util.Optional;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;

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

    @Override
    void close();
}
