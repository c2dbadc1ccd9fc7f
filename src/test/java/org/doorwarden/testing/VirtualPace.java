package org.doorwarden.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.doorwarden.apply.Pace;

/** Time that passes only when somebody waits, so that tests wait for minutes in no time. */
public final class VirtualPace implements Pace, InstantSource {

    private volatile Duration really = Duration.ZERO;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** From now on whoever waits also waits that long for real, so that somebody can step in. */
    public void takeReally(Duration moment) {
        really = moment;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
        try {
            Thread.sleep(really.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
