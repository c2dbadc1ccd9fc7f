package org.doorwarden.model.access;

import java.util.Objects;

/**
 * A folder that Indexing Service or Windows Search reads.
 *
 * @param catalog the catalog it is indexed into; empty for the only one of Windows Search
 * @param path the folder
 * @param included whether it is indexed, otherwise it is left out of a larger one that is
 * @param key where in the registry the setting is
 */
public record IndexedScope(String catalog, String path, boolean included, String key) {

    public IndexedScope {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(key, "key");
    }
}
