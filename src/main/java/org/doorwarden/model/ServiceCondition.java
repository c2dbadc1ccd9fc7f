package org.doorwarden.model;

import java.time.Duration;
import java.util.Objects;

/**
 * What can change about a service from one moment to the next, read back for that one service.
 *
 * @param exitCode why it last stopped: 0 for of its own accord, else a Windows error code; 1077 if it was not started
 *     since the machine started
 * @param checkPoint counts up while a pending service makes progress
 * @param waitHint how long a pending service says it needs until its check point moves or its state changes
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status_process">
 *     SERVICE_STATUS_PROCESS</a>
 */
public record ServiceCondition(
        StartType startType, ServiceState state, int exitCode, int checkPoint, Duration waitHint) {

    public ServiceCondition {
        Objects.requireNonNull(startType, "startType");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(waitHint, "waitHint");
    }

    public ServiceCondition(StartType startType, ServiceState state) {
        this(startType, state, 0, 0, Duration.ZERO);
    }
}
