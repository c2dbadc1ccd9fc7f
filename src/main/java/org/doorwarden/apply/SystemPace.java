package org.doorwarden.apply;

import java.time.Duration;
import java.time.Instant;

/** The computer's own time. */
public final class SystemPace implements Pace {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            // Waiting goes on without pauses until it ends by itself; a run is not left in the middle.
            Thread.currentThread().interrupt();
        }
    }
}
