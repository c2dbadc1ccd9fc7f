package org.doorwarden.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueEditionTest {

    @Test
    void theLaterIsTheNewer() {
        List<CatalogueEdition> inOrder = List.of(
                edition("2026.11.22", 22),
                edition("2026.11.22-2", 22),
                edition("2026.11.22-9", 22),
                edition("2026.11.22-10", 22),
                edition("2026.11.22-11", 22),
                edition("2026.11.23", 23));
        for (int i = 1; i < inOrder.size(); i++) {
            assertTrue(
                    inOrder.get(i - 1).compareTo(inOrder.get(i)) < 0,
                    inOrder.get(i).version());
        }
        List<CatalogueEdition> mixed = new ArrayList<>(inOrder);
        java.util.Collections.reverse(mixed);
        mixed.sort(null);
        assertEquals(inOrder, mixed);
        assertEquals(0, edition("1", 1).compareTo(edition("1", 1)));
    }

    private static CatalogueEdition edition(String version, int day) {
        return new CatalogueEdition(version, LocalDate.of(2026, 11, day));
    }
}
