package org.doorwarden.app;

import java.util.concurrent.CountDownLatch;
import org.doorwarden.cli.Surroundings.Interruptible;

/**
 * Ctrl-C, a closed console and a shutdown ask a run to stop; the program then ends only after the run is undone and
 * reported, with the exit code that says so.
 */
final class Interruption {

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean inRun;
    private volatile int exitCode;

    /** Begins to listen. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "interruption"));
    }

    <T, E extends Exception> T interruptibly(Interruptible<T, E> work) throws E {
        inRun = true;
        return work.run(() -> requested);
    }

    /** Ends the program, be it by itself or because it was interrupted. */
    void exit(int code) {
        exitCode = code;
        finished.countDown();
        System.exit(code);
    }

    private void shutDown() {
        requested = true;
        if (!inRun) {
            return;
        }
        try {
            finished.await();
            Runtime.getRuntime().halt(exitCode);
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        }
    }
}
