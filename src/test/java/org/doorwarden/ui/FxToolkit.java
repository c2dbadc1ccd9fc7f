package org.doorwarden.ui;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.doorwarden.ui.shell.Theme;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts JavaFX once for all tests of a JVM, on a screen in memory. */
public final class FxToolkit implements BeforeAllCallback {

    private static final Map<String, String> IN_MEMORY = Map.of(
            "glass.platform", "Monocle",
            "monocle.platform", "Headless",
            "prism.order", "sw",
            "prism.text", "t2k",
            "java.awt.headless", "true",
            "headless.geometry", "2000x1400-32");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(FxToolkit.class, key -> {
            start();
            return key;
        });
    }

    private static void start() {
        IN_MEMORY.forEach((key, value) -> System.setProperty(key, System.getProperty(key, value)));
        try {
            // As the tests with a robot do it: started otherwise, what their robot does would reach no window.
            org.testfx.api.FxToolkit.registerPrimaryStage();
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
        Platform.setImplicitExit(false);
        onScreen(() -> {
            Theme.loadFonts();
            return null;
        });
    }

    /** Does something on the screen's thread and waits for what comes of it. */
    public static <T> T onScreen(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.orTimeout(120, TimeUnit.SECONDS).join();
    }
}
