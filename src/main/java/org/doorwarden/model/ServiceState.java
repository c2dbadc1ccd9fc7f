package org.doorwarden.model;

/**
 * The current state of a service, as {@code SERVICE_STATUS.dwCurrentState} reports it.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status">SERVICE_STATUS</a>
 */
public enum ServiceState implements Identified {
    STOPPED("stopped", 1),
    START_PENDING("start-pending", 2),
    STOP_PENDING("stop-pending", 3),
    RUNNING("running", 4),
    CONTINUE_PENDING("continue-pending", 5),
    PAUSE_PENDING("pause-pending", 6),
    PAUSED("paused", 7);

    private final String id;
    private final int code;

    ServiceState(String id, int code) {
        this.id = id;
        this.code = code;
    }

    @Override
    public String id() {
        return id;
    }

    /** The number Windows uses, 1 to 7. */
    public int code() {
        return code;
    }

    /** Whether the service is on its way to another state and nothing should be concluded yet. */
    public boolean isPending() {
        return this == START_PENDING || this == STOP_PENDING || this == CONTINUE_PENDING || this == PAUSE_PENDING;
    }

    /** Whether the service counts as active for the Service Control Manager: anything but stopped. */
    public boolean isActive() {
        return this != STOPPED;
    }

    /** The state with Windows' number {@code code}; an unheard-of number is a bug of the caller. */
    public static ServiceState ofCode(int code) {
        if (code < 1 || code > values().length) {
            throw new IllegalArgumentException("no service state has the number " + code);
        }
        return values()[code - 1];
    }
}
