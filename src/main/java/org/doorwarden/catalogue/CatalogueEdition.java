package org.doorwarden.catalogue;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Which catalogue it is.
 *
 * @param version counts up within a day, as in {@code 2026.11.22} and {@code 2026.11.22-2}
 * @param date when it was put together
 */
public record CatalogueEdition(String version, LocalDate date) implements Comparable<CatalogueEdition> {

    private static final Comparator<CatalogueEdition> ORDER =
            // Of one day the longer is the later one: the tenth comes after the ninth.
            Comparator.comparing(CatalogueEdition::date)
                    .thenComparingInt(edition -> edition.version().length())
                    .thenComparing(CatalogueEdition::version);

    @Override
    public int compareTo(CatalogueEdition that) {
        return ORDER.compare(this, that);
    }
}
