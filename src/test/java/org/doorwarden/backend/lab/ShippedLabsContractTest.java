package org.doorwarden.backend.lab;

import java.util.Collection;
import org.junit.jupiter.api.Nested;

/** The contract again, among the services of each training server that ships. */
class ShippedLabsContractTest {

    @Nested
    class OnWindows2000 extends LabBackendContractTest {
        OnWindows2000() {
            super(services("iis5-2001"));
        }
    }

    @Nested
    class OnWindows2003 extends LabBackendContractTest {
        OnWindows2003() {
            super(services("iis6-2003"));
        }
    }

    @Nested
    class OnWindows2022 extends LabBackendContractTest {
        OnWindows2022() {
            super(services("iis10-2022"));
        }
    }

    @Nested
    class OnTheMessyOne extends LabBackendContractTest {
        OnTheMessyOne() {
            super(services("messy"));
        }
    }

    private static Collection<LabService> services(String name) {
        return new LabDefinitions().find(name).orElseThrow().services().values();
    }
}
