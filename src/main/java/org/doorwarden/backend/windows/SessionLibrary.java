package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The functions of wtsapi32.dll, and those of kernel32.dll that go with them. */
final class SessionLibrary implements SessionFunctions {

    static {
        Native.register("wtsapi32");
    }

    @Override
    public boolean ProcessIdToSessionId(int process, IntByReference session) {
        return Kernel.ProcessIdToSessionId(process, session);
    }

    @Override
    public int WTSGetActiveConsoleSessionId() {
        return Kernel.WTSGetActiveConsoleSessionId();
    }

    @Override
    public native boolean WTSQuerySessionInformationW(
            Pointer server, int session, int infoClass, PointerByReference buffer, IntByReference size);

    @Override
    public native void WTSFreeMemory(Pointer memory);
}
