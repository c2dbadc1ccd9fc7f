package org.doorwarden.ui.result;

/**
 * A service of the run as a door.
 *
 * @param name what is written on it
 * @param tooltip what is behind it, in words
 */
public record ResultDoor(String name, State state, String tooltip) {

    /** How it stands. */
    public enum State {
        OPEN,
        RESTRICTED,
        CLOSED
    }
}
