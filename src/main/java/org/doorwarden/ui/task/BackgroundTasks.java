package org.doorwarden.ui.task;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Works on one thread of its own. */
public final class BackgroundTasks implements Tasks, AutoCloseable {

    private final Consumer<Runnable> screen;
    private final ExecutorService worker;

    /** @param screen brings an action to the screen's thread */
    public BackgroundTasks(Consumer<Runnable> screen) {
        this.screen = screen;
        this.worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "wizard work"));
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        worker.execute(() -> {
            try {
                T result = work.call();
                onScreen(() -> done.accept(result));
            } catch (Exception failure) {
                onScreen(() -> failed.accept(failure));
            }
        });
    }

    @Override
    public void onScreen(Runnable action) {
        screen.accept(action);
    }

    /** Lets the work at hand come to its end: a run is not cut off because a window was closed. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
