package org.doorwarden.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What a person may have meant by a name that is none. */
public final class Similar {

    private static final double SIMILAR = 0.8;
    /** No service has a longer name. */
    private static final int LONGEST = 256;

    private Similar() {}

    private record Scored(String name, double score) {}

    /** The known names most like this one, the most similar first. */
    public static List<String> to(String name, Collection<String> known, int most) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .distinct()
                .map(each -> new Scored(each, similarity.apply(wanted, each.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.score() >= SIMILAR)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(most)
                .map(Scored::name)
                .toList();
    }
}
