package org.doorwarden.backend.windows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;

/** A Windows function failed. Where it is caught it becomes a failure of the operation, or a problem of the reading. */
final class WindowsFailure extends Exception {

    /** A function that succeeded gave nothing. */
    static final int E_POINTER = 0x80004003;

    private static final long serialVersionUID = 1L;
    /** Results of this form carry one of the ordinary error codes in their lower half. */
    private static final int FACILITY_WIN32 = 0x80070000;

    private static final int UPPER_HALF = 0xffff0000;

    private final String function;
    private final int code;
    private final String said;

    WindowsFailure(String function, int code) {
        this(function, code, "");
    }

    /** @param said what Windows says itself, in its own language; empty for nothing */
    WindowsFailure(String function, int code, String said) {
        super(function + ": error " + code);
        this.function = function;
        this.code = code;
        this.said = said;
    }

    /**
     * A function of COM, or one that answers as those do, failed.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/com/structure-of-com-error-codes">Structure of COM error
     *     codes</a>
     */
    static WindowsFailure ofResult(String function, int result) {
        return new WindowsFailure(function, codeOf(result));
    }

    /** The ordinary error code in a result, if it carries one, or the result as it is. */
    static int codeOf(int result) {
        return (result & UPPER_HALF) == FACILITY_WIN32 ? result & ~UPPER_HALF : result;
    }

    /** A function that answers with an ordinary error code, 0 for success. */
    static void check(String function, int error) throws WindowsFailure {
        if (error != 0) {
            throw new WindowsFailure(function, error);
        }
    }

    static void checkResult(String function, int result) throws WindowsFailure {
        if (result < 0) {
            throw ofResult(function, result);
        }
    }

    /** A file could not be read. */
    static WindowsFailure reading(Path file, IOException failure) {
        return of(file, failure, WindowsError.READ_FAULT);
    }

    /** A file could not be written. */
    static WindowsFailure writing(Path file, IOException failure) {
        return of(file, failure, WindowsError.WRITE_FAULT);
    }

    /** Java tells the code of only one of the reasons. */
    private static WindowsFailure of(Path file, IOException failure, int otherwise) {
        return new WindowsFailure(
                file.toString(), failure instanceof AccessDeniedException ? WindowsError.ACCESS_DENIED : otherwise);
    }

    /** The failure as the port tells it. */
    BackendException as(Operation operation, String target) {
        return new BackendException(operation, target, code, WindowsError.message(code, said));
    }

    /** What failed. */
    String function() {
        return function;
    }

    int code() {
        return code;
    }
}
