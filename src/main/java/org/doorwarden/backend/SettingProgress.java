package org.doorwarden.backend;

/** Hears how far the server is with what it was asked for. */
@FunctionalInterface
public interface SettingProgress {

    /** Nobody listens. */
    SettingProgress NONE = percent -> {};

    /** @param percent from 0 to 100 */
    void at(int percent);
}
