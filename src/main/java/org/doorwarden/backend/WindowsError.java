package org.doorwarden.backend;

import java.util.Locale;
import java.util.Set;
import org.doorwarden.text.Message;

/**
 * The Windows error codes that changes to a server are answered with. Results of COM and DISM that carry no such code are
 * below zero, and written in hexadecimal digits as everybody writes them.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/system-error-codes--1000-1299-">System error codes 1000
 *     to 1299</a>
 */
public final class WindowsError {

    public static final int FILE_NOT_FOUND = 2;
    public static final int ACCESS_DENIED = 5;
    public static final int INVALID_DATA = 13;
    public static final int WRITE_FAULT = 29;
    public static final int READ_FAULT = 30;
    public static final int SHARING_VIOLATION = 32;
    public static final int NOT_SUPPORTED = 50;
    public static final int INVALID_PARAMETER = 87;
    public static final int MODULE_NOT_FOUND = 126;
    public static final int PROCEDURE_NOT_FOUND = 127;
    public static final int FILE_TOO_LARGE = 223;
    public static final int MORE_DATA = 234;
    public static final int NO_MORE_ITEMS = 259;
    public static final int DEPENDENT_SERVICES_RUNNING = 1051;
    public static final int INVALID_SERVICE_CONTROL = 1052;
    public static final int SERVICE_REQUEST_TIMEOUT = 1053;
    public static final int SERVICE_DATABASE_LOCKED = 1055;
    public static final int SERVICE_ALREADY_RUNNING = 1056;
    public static final int SERVICE_DISABLED = 1058;
    public static final int CIRCULAR_DEPENDENCY = 1059;
    public static final int SERVICE_DOES_NOT_EXIST = 1060;
    public static final int SERVICE_CANNOT_ACCEPT_CTRL = 1061;
    public static final int SERVICE_NOT_ACTIVE = 1062;
    public static final int SERVICE_SPECIFIC_ERROR = 1066;
    public static final int PROCESS_ABORTED = 1067;
    public static final int SERVICE_DEPENDENCY_FAIL = 1068;
    public static final int SERVICE_LOGON_FAILED = 1069;
    public static final int SERVICE_MARKED_FOR_DELETE = 1072;
    public static final int SERVICE_DEPENDENCY_DELETED = 1075;
    public static final int SERVICE_NEVER_STARTED = 1077;
    /** ERROR_DIR_NOT_EMPTY, here for a registry key. */
    public static final int NOT_EMPTY = 145;
    /** ERROR_NO_SUCH_MEMBER. */
    public static final int NO_SUCH_MEMBER = 1387;
    /** NERR_ServerNotStarted. */
    public static final int SERVER_NOT_STARTED = 2114;
    /** NERR_GroupNotFound. */
    public static final int GROUP_NOT_FOUND = 2220;

    /** CBS_E_UNKNOWN_UPDATE: no component of that name. */
    public static final int CBS_UNKNOWN_FEATURE = 0x800F080C;
    /** CBS_E_SOURCE_MISSING: the files to install from were not found. */
    public static final int CBS_SOURCE_MISSING = 0x800F081F;
    /** CBS_E_INSTALLERS_FAILED. */
    public static final int CBS_INSTALLERS_FAILED = 0x800F0922;
    /** DISMAPI_E_PARENT_FEATURE_DISABLED: what the component is a part of is not installed. */
    public static final int DISM_PARENT_DISABLED = 0xC004000D;

    private static final Set<Integer> EXPLAINED = Set.of(
            FILE_NOT_FOUND,
            3,
            ACCESS_DENIED,
            INVALID_DATA,
            WRITE_FAULT,
            READ_FAULT,
            SHARING_VIOLATION,
            INVALID_PARAMETER,
            DEPENDENT_SERVICES_RUNNING,
            INVALID_SERVICE_CONTROL,
            SERVICE_REQUEST_TIMEOUT,
            SERVICE_DATABASE_LOCKED,
            SERVICE_ALREADY_RUNNING,
            SERVICE_DISABLED,
            CIRCULAR_DEPENDENCY,
            SERVICE_DOES_NOT_EXIST,
            SERVICE_CANNOT_ACCEPT_CTRL,
            SERVICE_NOT_ACTIVE,
            SERVICE_SPECIFIC_ERROR,
            PROCESS_ABORTED,
            SERVICE_DEPENDENCY_FAIL,
            SERVICE_LOGON_FAILED,
            SERVICE_MARKED_FOR_DELETE,
            SERVICE_DEPENDENCY_DELETED,
            SERVICE_NEVER_STARTED,
            NOT_SUPPORTED,
            NOT_EMPTY,
            1332,
            1337,
            1371,
            1376,
            1377,
            1378,
            1379,
            NO_SUCH_MEMBER,
            1388,
            1788,
            1789,
            SERVER_NOT_STARTED,
            GROUP_NOT_FOUND,
            2223,
            MODULE_NOT_FOUND,
            PROCEDURE_NOT_FOUND,
            740,
            1115,
            1722,
            1753,
            0x80004001,
            0x80040154,
            0x800f0902,
            0x800f0906,
            0x800f0907,
            CBS_UNKNOWN_FEATURE,
            CBS_SOURCE_MISSING,
            CBS_INSTALLERS_FAILED,
            DISM_PARENT_DISABLED);

    private WindowsError() {}

    /** The code, with what it means in plain words where we have them. */
    public static Message message(int code) {
        return message(code, "");
    }

    /**
     * The code, with what it means in plain words where we have them, or else as Windows says it.
     *
     * @param said what Windows says, in its own language; empty for nothing
     */
    public static Message message(int code, String said) {
        if (EXPLAINED.contains(code)) {
            return Message.of("windows.error", text(code), Message.of("windows.error." + text(code)));
        }
        return said.isEmpty()
                ? Message.of("windows.error.other", text(code))
                : Message.of("windows.error.said", text(code), said);
    }

    /** The code as people write it; a number would be grouped by thousands. */
    public static String text(int code) {
        return code < 0 ? String.format(Locale.ROOT, "0x%08X", code) : Integer.toString(code);
    }
}
