package org.doorwarden.model;

import java.util.Objects;

/**
 * A program installed on the server, as its uninstall entry calls it.
 *
 * @param publisher empty where the entry has none
 * @param version empty where the entry has none
 */
public record Product(String name, String publisher, String version) {

    public Product {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(version, "version");
    }
}
