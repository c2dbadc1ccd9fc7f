package org.doorwarden.apply;

import java.time.Duration;
import java.time.Instant;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.text.Message;

/**
 * Waits until a service gets where it was asked to go. It is given up when it has shown no progress for as long as the
 * Service Control Manager itself would wait for an answer, or for its own wait hint if that is longer; and in any case
 * after five minutes.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/services/stopping-a-service">Stopping a Service, on check
 *     points and wait hints</a>
 */
final class StateWaiter {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final ServerBackend backend;
    private final Pace pace;

    StateWaiter(ServerBackend backend, Pace pace) {
        this.backend = backend;
        this.pace = pace;
    }

    /** Waits while the service is pending, wherever it is going. */
    ServiceCondition settled(ServiceName service, ChangeProgress progress) throws BackendException, ChangeFailure {
        return wait(service, condition -> !condition.state().isPending(), progress);
    }

    /** Waits until the service has the state, or has settled at another than it came from. */
    ServiceCondition reached(ServiceName service, ServiceState from, ServiceState to, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        // A service may answer a request before it says that it is pending; its old state is no answer yet.
        ServiceCondition condition =
                wait(service, now -> now.state() == to || (!now.state().isPending() && now.state() != from), progress);
        if (condition.state() != to) {
            throw new ChangeFailure(Message.of(
                    "change.other.state",
                    service,
                    Message.of("state." + to.id()),
                    Message.of("state." + condition.state().id()),
                    WindowsError.message(condition.exitCode())));
        }
        return condition;
    }

    private interface Arrival {
        boolean is(ServiceCondition condition);
    }

    private ServiceCondition wait(ServiceName service, Arrival arrival, ChangeProgress progress)
            throws BackendException, ChangeFailure {
        ServiceCondition condition = backend.condition(service);
        Instant begun = pace.now();
        Instant moved = begun;
        Duration pause = FIRST_PAUSE;
        while (!arrival.is(condition)) {
            progress.waiting(condition.state());
            pace.pause(pause);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            ServiceCondition next = backend.condition(service);
            Instant now = pace.now();
            if (next.state() != condition.state() || next.checkPoint() != condition.checkPoint()) {
                moved = now;
            }
            condition = next;
            Duration patience = longer(PATIENCE, condition.waitHint());
            boolean stuck = Duration.between(moved, now).compareTo(patience) > 0;
            if (!arrival.is(condition) && (stuck || Duration.between(begun, now).compareTo(LONGEST) > 0)) {
                throw new ChangeFailure(Message.of(
                        "change.stuck",
                        service,
                        Message.of("state." + condition.state().id()),
                        Duration.between(begun, now).toSeconds()));
            }
        }
        return condition;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
