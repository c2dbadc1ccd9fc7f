package org.doorwarden.catalogue;

import java.util.List;

/**
 * What a server can be for.
 *
 * @param requires the services the role needs where they are installed; what those need follows from the server's own
 *     dependencies
 */
public record Role(String id, String name, String description, List<Requirement> requires) {

    public Role {
        requires = List.copyOf(requires);
    }
}
