package org.doorwarden.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.doorwarden.app.StartedWizard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cold process until the wizard's first page can be used, beside one that shows an empty window with a table, on the
 * same JVM with the same options, both without a display.
 */
class WizardStartBenchmark {

    private static final double LIMIT_RATIO = 1.3;
    private static final int ROUNDS = 15;

    @TempDir
    Path folder;

    @Test
    void theFirstPageIsThereAsSoonAsAnyWindow() throws Exception {
        Timing[] timings = Timing.sideBySide(
                ROUNDS,
                new Timing.Work("a window with one table", () -> run(HelloTable.class)),
                new Timing.Work(
                        "the wizard's first page, its button enabled",
                        () -> run(StartedWizard.class, folder.toString())));
        double ratio = timings[1].ratioTo(timings[0]);
        Timing.print(
                "Start of the wizard, from the start of the process to the end of its first pulse",
                Timing.text("ratio %.2f, at most %.1f", ratio, LIMIT_RATIO),
                timings);
        assertTrue(ratio <= LIMIT_RATIO, () -> "ratio " + ratio);
    }

    private static Integer run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        int code = Headless.start(main, arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertEquals(0, code, main.getName());
        return code;
    }
}
