package org.doorwarden.backend.windows;

/** A Windows function failed. Where it is caught it becomes a failure of the operation, or a problem of the reading. */
final class WindowsFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    WindowsFailure(String function, int code) {
        super(function + ": error " + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}
