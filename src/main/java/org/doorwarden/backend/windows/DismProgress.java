package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import org.doorwarden.backend.SettingProgress;

/** Passes on how far DISM is. It calls from a thread of its own, into which nothing may be thrown. */
final class DismProgress implements Dism.Progress {

    private static final int WHOLE = 100;

    private final SettingProgress listener;
    private volatile RuntimeException thrown;

    DismProgress(SettingProgress listener) {
        this.listener = listener;
    }

    @Override
    public void at(int current, int total, Pointer userData) {
        long whole = Integer.toUnsignedLong(total);
        if (whole == 0 || thrown != null) {
            return;
        }
        try {
            listener.at((int) Math.min(WHOLE, Integer.toUnsignedLong(current) * WHOLE / whole));
        } catch (RuntimeException failed) {
            thrown = failed;
        }
    }

    /** What the listener threw, if it did, now that DISM is done. */
    void rethrow() {
        if (thrown != null) {
            throw thrown;
        }
    }
}
