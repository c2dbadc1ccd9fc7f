package org.doorwarden.backend.lab;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contract on the training server, alone and among the services of each server that ships. */
class LabBackendContractTest {

    @Nested
    class OnItsOwn extends LabContract {
        OnItsOwn() {
            super(List.of());
        }
    }

    @Nested
    class OnWindows2000 extends LabContract {
        OnWindows2000() {
            super(services("iis5-2001"));
        }
    }

    @Nested
    class OnWindows2003 extends LabContract {
        OnWindows2003() {
            super(services("iis6-2003"));
        }
    }

    @Nested
    class OnWindows2022 extends LabContract {
        OnWindows2022() {
            super(services("iis10-2022"));
        }
    }

    @Nested
    class OnTheMessyOne extends LabContract {
        OnTheMessyOne() {
            super(services("messy"));
        }
    }

    private static Collection<LabService> services(String name) {
        return new LabDefinitions().find(name).orElseThrow().services().values();
    }
}
