package org.doorwarden.catalogue;

import java.util.List;
import org.doorwarden.model.Verdict;

/**
 * What to do about a service, why, and who says so.
 *
 * @param verdict one that may be advised: neither required nor unknown
 * @param because one or two sentences in our own words
 * @param sources at least one, the deciding one first
 */
public record Advice(Verdict verdict, String because, List<Source> sources) {

    public Advice {
        if (!mayBeAdvised(verdict)) {
            throw new IllegalArgumentException(verdict.id() + " cannot be advised");
        }
        Stated.requireText(because, "the reason of an advice");
        sources = Stated.some(sources, "the sources of an advice");
    }

    /** Whether somebody can advise it: what is required or unknown follows from the server instead. */
    static boolean mayBeAdvised(Verdict verdict) {
        return verdict != Verdict.UNKNOWN && verdict != Verdict.REQUIRED;
    }
}
