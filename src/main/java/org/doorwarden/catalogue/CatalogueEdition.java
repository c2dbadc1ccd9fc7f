package org.doorwarden.catalogue;

import java.time.LocalDate;

/**
 * Which catalogue it is.
 *
 * @param version counts up within a day, as in {@code 2026.11.22} and {@code 2026.11.22-2}
 * @param date when it was put together
 */
public record CatalogueEdition(String version, LocalDate date) implements Comparable<CatalogueEdition> {

    // In plain steps: to put a comparator together from functions takes a fifth of the time for reading a catalogue.
    @Override
    public int compareTo(CatalogueEdition that) {
        int order = date.compareTo(that.date);
        if (order == 0) {
            // Of one day the longer is the later one: the tenth comes after the ninth.
            order = Integer.compare(version.length(), that.version.length());
        }
        return order == 0 ? version.compareTo(that.version) : order;
    }
}
