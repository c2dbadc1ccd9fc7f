package org.doorwarden.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.doorwarden.apply.Pace;

/** Time that passes only when somebody waits, so that tests wait for minutes in no time. */
public final class VirtualPace implements Pace, InstantSource {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }
}
