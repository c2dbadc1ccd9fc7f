package org.doorwarden.backend.lab;

import java.io.IOException;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.document.DocumentException;

/** Where a training server's state is kept from one request to the next. */
interface LabStore {

    /** Something done with the state while nobody else can touch it. */
    @FunctionalInterface
    interface Work<T> {
        T on(Optional<LabState> stored) throws IOException, BackendException;
    }

    /** Looks at the stored state; empty if nobody has touched the server yet. */
    Optional<LabState> load() throws IOException, DocumentException;

    /** Stores the state in place of what is stored. */
    void save(LabState state) throws IOException;

    /** Forgets the state. */
    void delete() throws IOException;

    /** Keeps everybody else out for the time of the work. */
    <T> T exclusively(Work<T> work) throws IOException, DocumentException, BackendException;
}
