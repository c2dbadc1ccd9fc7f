package org.doorwarden.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import org.doorwarden.ui.task.Tasks;

/** Does everything at once, until it is told to hold: then the next work goes on only event by event. */
final class SteppedTasks implements Tasks {

    private final DirectTasks direct = new DirectTasks();
    private final SynchronousQueue<Runnable> events = new SynchronousQueue<>();
    private final Thread screen = Thread.currentThread();
    private boolean holding;

    /** From now on work waits at each event until it is let go on. */
    void hold() {
        holding = true;
    }

    /** Lets that many events reach the screen. The work then stays where it is, for good. */
    void let(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            events.take().run();
        }
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        if (!holding) {
            direct.run(work, done, failed);
            return;
        }
        Thread worker = new Thread(() -> {
            try {
                T result = work.call();
                onScreen(() -> done.accept(result));
            } catch (Exception failure) {
                onScreen(() -> failed.accept(failure));
            }
        });
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void onScreen(Runnable action) {
        if (Thread.currentThread() == screen) {
            direct.onScreen(action);
            return;
        }
        CountDownLatch shown = new CountDownLatch(1);
        try {
            events.put(() -> {
                action.run();
                shown.countDown();
            });
            shown.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
