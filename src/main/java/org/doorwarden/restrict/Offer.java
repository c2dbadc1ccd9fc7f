package org.doorwarden.restrict;

import java.util.List;
import java.util.Objects;
import org.doorwarden.model.setting.TakesEffect;

/**
 * Something that can be limited on a service of this server.
 *
 * @param now how it is, said as the limit is said; empty for no limit, or where that cannot be told
 * @param advised what is recommended, said as the limit is said; empty where only the administrator can know
 * @param takesEffect when it counts once it is set
 */
public record Offer(Limit limit, List<String> now, List<String> advised, TakesEffect takesEffect) {

    public Offer {
        Objects.requireNonNull(limit, "limit");
        now = List.copyOf(now);
        advised = List.copyOf(advised);
        Objects.requireNonNull(takesEffect, "takesEffect");
    }
}
