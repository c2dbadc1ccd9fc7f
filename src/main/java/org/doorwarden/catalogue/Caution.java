package org.doorwarden.catalogue;

import java.util.List;

/**
 * Where closing a service is known to break something.
 *
 * @param sources at least one
 */
public record Caution(String text, List<Source> sources) {

    public Caution {
        Stated.requireText(text, "a caution");
        sources = Stated.some(sources, "the sources of a caution");
    }
}
