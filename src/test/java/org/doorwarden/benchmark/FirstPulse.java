package org.doorwarden.benchmark;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Ends the program as soon as a scene has been laid out and is of use. */
public final class FirstPulse {

    private FirstPulse() {}

    /** To be called on the screen's thread. */
    public static void endAfter(Scene scene, BooleanSupplier ofUse) {
        scene.addPostLayoutPulseListener(() -> {
            if (ofUse.getAsBoolean()) {
                // After what this pulse still has to do.
                Platform.runLater(() -> Runtime.getRuntime().halt(0));
            }
        });
        Platform.requestNextPulse();
    }
}
