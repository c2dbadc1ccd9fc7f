package org.doorwarden.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does what may take time away from the screen's thread, and brings what came of it back there. */
public interface Tasks {

    /** One piece of work after the other, in the order asked for; {@code done} or {@code failed} is called on the screen's thread. */
    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /** Does something on the screen's thread soon. */
    void onScreen(Runnable action);
}
