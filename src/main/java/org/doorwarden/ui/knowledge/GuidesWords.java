package org.doorwarden.ui.knowledge;

import java.util.List;

/**
 * What guides and benchmarks say.
 *
 * @param inShort how many say what, in one line; empty if none says anything
 */
public record GuidesWords(String inShort, List<GuideWords> all) {

    /** Where none says anything. */
    public static final GuidesWords NONE = new GuidesWords("", List.of());

    public GuidesWords {
        all = List.copyOf(all);
    }
}
