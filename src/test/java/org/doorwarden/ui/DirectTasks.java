package org.doorwarden.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorwarden.ui.task.Tasks;

/** Does everything at once on the thread that asks; what a work asks for meanwhile comes after it. */
public final class DirectTasks implements Tasks {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        enqueue(() -> {
            try {
                T result = work.call();
                enqueue(() -> done.accept(result));
            } catch (Exception failure) {
                enqueue(() -> failed.accept(failure));
            }
        });
    }

    @Override
    public void onScreen(Runnable action) {
        enqueue(action);
    }

    private void enqueue(Runnable action) {
        waiting.add(action);
        if (working) {
            return;
        }
        working = true;
        try {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        } finally {
            working = false;
        }
    }
}
