package org.doorwarden.model.access;

import java.util.List;
import java.util.Objects;

/**
 * A folder, printer or pipe that the Server service offers to the network.
 *
 * @param path the folder behind it, empty where there is none
 * @param administrative whether Windows makes it by itself, for administrators only
 * @param users who uses it now, as {@code alice from 10.0.0.7}
 */
public record Share(String name, String path, String remark, boolean administrative, List<String> users) {

    public Share {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(remark, "remark");
        users = List.copyOf(users);
    }
}
