package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.Share;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final int SPECIAL = 0x80000000;

    private final RecordedNetwork network = new RecordedNetwork();
    private final List<ReadProblem> problems = new ArrayList<>();

    SharesTest() {
        network.shares.add(new Object[] {"ADMIN$", SPECIAL, "Remoteverwaltung", 0, "C:\\Windows"});
        network.shares.add(new Object[] {"IPC$", SPECIAL | 3, "", 1, null});
        network.shares.add(new Object[] {"Веб", 0, "für alle", 2, "D:\\web"});
        network.connections.put("IPC$", List.of(new String[][] {{null, "\\\\10.0.0.9"}}));
        network.connections.put("Веб", List.of(new String[][] {
            {"alice", "10.0.0.7"}, {"alice", "10.0.0.7"}, {"bob", ""}, {"", "PC1"}
        }));
    }

    @AfterEach
    void nothingIsLeft() {
        assertTrue(network.memory.isAllFreed());
    }

    @Test
    void sharesAreReadWithThoseWhoUseThem() {
        List<Share> expected = List.of(
                new Share("ADMIN$", "C:\\Windows", "Remoteverwaltung", true, List.of()),
                new Share("IPC$", "", "", true, List.of("10.0.0.9")),
                new Share("Веб", "D:\\web", "für alle", false, List.of("alice from 10.0.0.7", "bob", "PC1")));
        assertEquals(Optional.of(expected), read());
        assertEquals(
                List.of("NetShareEnum 2 -1", "NetConnectionEnum IPC$ 1 -1", "NetConnectionEnum Веб 1 -1"),
                network.calls);
        network.atATime = 1;
        assertEquals(Optional.of(expected), read());
        assertEquals(List.of(), problems);
    }

    @Test
    void whatCannotBeReadIsNoEmptyList() {
        for (int error : List.of(50, 5, 1722)) {
            problems.clear();
            network.errors.put("NetShareEnum", error);
            assertEquals(Optional.empty(), read());
            assertEquals(List.of(new ReadProblem(Part.SHARES, "NetShareEnum", error)), problems);
        }
    }

    @Test
    void whileTheServerServiceDoesNotRunNothingIsShared() {
        network.errors.put("NetShareEnum", 2114);
        assertEquals(Optional.of(List.of()), read());
        assertEquals(List.of(), problems);
    }

    @Test
    void usersThatCannotBeReadAreNamedAsSuch() {
        network.errors.put("NetConnectionEnum", 5);
        assertEquals(3, read().orElseThrow().size());
        assertEquals(
                List.of(new ReadProblem(Part.SHARES, "IPC$", 5), new ReadProblem(Part.SHARES, "Веб", 5)), problems);
    }

    private Optional<List<Share>> read() {
        return new Shares(network).read(problems);
    }
}
