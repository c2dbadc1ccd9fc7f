package org.doorwarden.model;

import java.util.Objects;

/**
 * A listener of a process that is no service, or whose service could not be told.
 *
 * @param pid the owning process, 0 where the server did not say
 * @param process the process' name, empty where it could not be read
 */
public record UnownedListener(Listener listener, long pid, String process) {

    public UnownedListener {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(process, "process");
    }
}
