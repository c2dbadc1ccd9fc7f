package org.doorwarden.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorwarden.ui.task.Tasks;

/** Does nothing until it is told to: work takes as long as a test wants it to. */
public final class HeldTasks implements Tasks {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() -> {
            T result;
            try {
                result = work.call();
            } catch (Exception failure) {
                failed.accept(failure);
                return;
            }
            done.accept(result);
        });
    }

    @Override
    public void onScreen(Runnable action) {
        waiting.add(action);
    }

    /** Does the work that was asked for first. */
    public void doOne() {
        waiting.remove().run();
    }

    /** Does all work, and what it asks for meanwhile. */
    public void doAll() {
        while (!waiting.isEmpty()) {
            doOne();
        }
    }
}
