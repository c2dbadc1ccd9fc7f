package org.doorwarden.catalogue;

import java.util.List;
import org.doorwarden.model.Verdict;

/**
 * What to do about a service, why, and who says so.
 *
 * @param because one or two sentences in our own words
 * @param sources at least one, the deciding one first
 */
public record Advice(Verdict verdict, String because, List<Source> sources) {

    public Advice {
        sources = List.copyOf(sources);
    }
}
