package org.doorwarden.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings events from a working thread to the screen's thread, many at a time: however fast they come, the screen gets
 * them in one piece whenever it has time.
 */
public final class Relay<T> implements Consumer<T> {

    private final Tasks tasks;
    private final Consumer<List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    /** @param receiver called on the screen's thread with at least one event, in the order they came */
    public Relay(Tasks tasks, Consumer<List<T>> receiver) {
        this.tasks = tasks;
        this.receiver = receiver;
    }

    @Override
    public void accept(T event) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(event);
        }
        if (first) {
            tasks.onScreen(this::deliver);
        }
    }

    private void deliver() {
        List<T> events;
        synchronized (this) {
            events = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(events);
    }
}
