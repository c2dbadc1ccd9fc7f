package org.doorwarden.model.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A folder, printer or pipe that the Server service offers to the network.
 *
 * @param path the folder behind it, empty where there is none
 * @param administrative whether Windows makes it by itself, for administrators only
 * @param users who uses it now, as {@code alice from 10.0.0.7}
 */
public record Share(String name, String path, String remark, boolean administrative, List<String> users) {

    /** Windows marks them as administrative, too, and makes them whatever it is told of the others. */
    private static final Set<String> ALWAYS = Set.of("IPC$", "PRINT$");

    public Share {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(remark, "remark");
        users = List.copyOf(users);
    }

    /** Whether it is one of C$, ADMIN$ and their like, which Windows can be told not to make. */
    public boolean isAutomatic() {
        return administrative && !ALWAYS.contains(name.toUpperCase(Locale.ROOT));
    }
}
