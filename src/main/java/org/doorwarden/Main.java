package org.doorwarden;

import org.doorwarden.app.Launch;

/** Where the program begins. */
public final class Main {

    private Main() {}

    /** @param arguments a command and its options; none to be shown around */
    public static void main(String[] arguments) {
        Launch.run(arguments);
    }
}
