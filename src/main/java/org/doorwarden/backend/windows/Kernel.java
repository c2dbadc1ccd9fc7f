package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;

/** The functions of kernel32.dll that Doorwarden calls. */
final class Kernel {

    static {
        Native.register("kernel32");
    }

    private Kernel() {}

    static native Pointer GetCurrentProcess();

    static native boolean ProcessIdToSessionId(int process, IntByReference session);

    static native int WTSGetActiveConsoleSessionId();

    static native boolean CloseHandle(Pointer handle);

    static native Pointer LocalFree(Pointer memory);

    static native int GetDriveTypeW(WString root);

    static native boolean ReplaceFileW(
            WString replaced, WString replacement, WString backup, int flags, Pointer exclude, Pointer reserved);

    static native boolean CreateDirectoryW(WString path, Pointer securityAttributes);
}
