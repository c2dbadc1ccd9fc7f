package org.doorwarden.apply;

/** Hears what happens during a run, on the thread that runs it. */
@FunctionalInterface
public interface RunListener {

    RunListener NONE = event -> {};

    void heard(RunEvent event);
}
