package org.doorwarden.wine;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings changed and brought back in the real registry. */
@ExtendWith(WineExtension.class)
class SettingsOnWindowsIT {

    private static final int LEAST_TESTS = 14;

    @TestFactory
    List<DynamicTest> settingsAreChangedAndBroughtBack(WineSession wine) throws Exception {
        return WindowsTests.run(wine, "org.doorwarden.apply.WindowsSettingsContract", LEAST_TESTS);
    }
}
