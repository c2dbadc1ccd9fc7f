package org.doorwarden.ui.services;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorwarden.ui.task.Tasks;

/** Does nothing before it is told to; then all that was asked for, in that order. */
final class HeldTasks implements Tasks {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() -> {
            try {
                T result = work.call();
                waiting.add(() -> done.accept(result));
            } catch (Exception failure) {
                waiting.add(() -> failed.accept(failure));
            }
        });
    }

    @Override
    public void onScreen(Runnable action) {
        waiting.add(action);
    }

    void workOff() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
