package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DependenciesTest {

    @Test
    void theListEndsAsWindowsWantsIt() {
        assertEquals("RpcSs\0Tcpip\0+TDI\0\0", list(List.of("RpcSs", "Tcpip"), List.of("TDI")));
        assertEquals("\0", list(List.of(), List.of()));
    }

    private static String list(List<String> services, List<String> groups) {
        return new String(new Dependencies(services, groups).asList());
    }
}
