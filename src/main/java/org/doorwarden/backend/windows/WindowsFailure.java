package org.doorwarden.backend.windows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.doorwarden.backend.WindowsError;

/** A Windows function failed. Where it is caught it becomes a failure of the operation, or a problem of the reading. */
final class WindowsFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    WindowsFailure(String function, int code) {
        super(function + ": error " + code);
        this.code = code;
    }

    /** A file could not be read; Java tells the code of only one of the reasons. */
    static WindowsFailure of(Path file, IOException failure) {
        return new WindowsFailure(
                file.toString(),
                failure instanceof AccessDeniedException ? WindowsError.ACCESS_DENIED : WindowsError.READ_FAULT);
    }

    int code() {
        return code;
    }
}
