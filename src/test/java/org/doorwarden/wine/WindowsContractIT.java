package org.doorwarden.wine;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract that the training server passes, passed by the real Service Control Manager and registry. */
@ExtendWith(WineExtension.class)
class WindowsContractIT {

    private static final int LEAST_TESTS = 12;

    @TestFactory
    List<DynamicTest> theRealServiceControlManagerKeepsTheContract(WineSession wine) throws Exception {
        return WindowsTests.run(
                wine,
                "org.doorwarden.backend.windows.ScmContract",
                LEAST_TESTS,
                "-Ddoorwarden.test.service=" + wine.program("service.exe"));
    }
}
