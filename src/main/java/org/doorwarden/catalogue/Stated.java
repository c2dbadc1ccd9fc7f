package org.doorwarden.catalogue;

import java.util.List;

/** What must hold of an entry wherever it was read from, the readable files or a pack. */
final class Stated {

    private Stated() {}

    /** A text that says something. */
    static void requireText(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " says nothing");
        }
    }

    /** A list, copied, with at least one item. */
    static <T> List<T> some(List<T> items, String what) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException(what + " has nothing in it");
        }
        return List.copyOf(items);
    }
}
