package org.doorwarden.restrict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants limited on a service, in their own words.
 *
 * @param values for each limit what was said; an empty list says "none"
 */
public record Limits(Map<Limit, List<String>> values) {

    /** Nothing is limited. */
    public static final Limits NONE = new Limits(Map.of());

    public Limits {
        Map<Limit, List<String>> copy = new EnumMap<>(Limit.class);
        values.forEach((limit, said) -> copy.put(limit, List.copyOf(said)));
        values = Collections.unmodifiableMap(copy);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** What was said of a limit; empty if nothing was. */
    public Optional<List<String>> of(Limit limit) {
        return Optional.ofNullable(values.get(limit));
    }

    /** The one word said of a limit; empty if none, or more than one, was. */
    public Optional<String> word(Limit limit) {
        return of(limit).filter(said -> said.size() == 1).map(said -> said.get(0));
    }

    /** The same, and this. */
    public Limits with(Limit limit, List<String> said) {
        Map<Limit, List<String>> more = new EnumMap<>(Limit.class);
        more.putAll(values);
        more.put(limit, said);
        return new Limits(more);
    }
}
