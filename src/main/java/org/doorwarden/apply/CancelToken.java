package org.doorwarden.apply;

/** Tells whether somebody wants a run to stop; asked between two changes. */
@FunctionalInterface
public interface CancelToken {

    CancelToken NEVER = () -> false;

    boolean isCancelled();
}
