package org.doorwarden.catalogue;

/**
 * Something we read and rest a statement on.
 *
 * @param id how the catalogue's files refer to it
 * @param title what it is
 * @param location where it can be found: an address, or a place in a public repository
 */
public record Source(String id, String title, String location) {

    public Source {
        Stated.requireText(id, "the id of a source");
        Stated.requireText(title, "the title of a source");
        Stated.requireText(location, "the location of a source");
    }
}
