package org.doorwarden.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Which machine it is.
 *
 * @param id stable for the life of the installation, and different for every other machine: {@code windows:} and the
 *     machine's GUID, or {@code lab:} and the training server's name. A plan for one id is refused on another.
 * @param name what people call the machine
 * @param operatingSystem what it runs, in the words of the server itself
 * @param windowsVersion the version number of its Windows, where the server tells it
 */
public record ServerIdentity(String id, String name, String operatingSystem, Optional<WindowsVersion> windowsVersion) {

    public ServerIdentity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(operatingSystem, "operatingSystem");
        Objects.requireNonNull(windowsVersion, "windowsVersion");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a server's id is not empty");
        }
    }
}
