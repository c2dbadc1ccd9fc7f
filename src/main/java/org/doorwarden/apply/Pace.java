package org.doorwarden.apply;

import java.time.Duration;
import java.time.Instant;

/** Time as the waiting for a service sees it. */
public interface Pace {

    Instant now();

    /** Lets the time pass; returns early if somebody wants the thread to end. */
    void pause(Duration duration);
}
