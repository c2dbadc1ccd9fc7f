package org.doorwarden.testing;

/** The end of the process, as far as the code under test can tell. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    public Crash() {
        super("the process is gone");
    }
}
