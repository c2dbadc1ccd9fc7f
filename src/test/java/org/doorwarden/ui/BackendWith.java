package org.doorwarden.ui;

import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;

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
    public void close() {
        other.close();
    }
}
