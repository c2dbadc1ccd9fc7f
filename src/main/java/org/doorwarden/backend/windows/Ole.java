package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of ole32.dll that Doorwarden calls.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/combaseapi/">combaseapi.h</a>
 */
final class Ole {

    static {
        Native.register("ole32");
    }

    private Ole() {}

    static native int CoInitializeEx(Pointer reserved, int model);

    static native void CoUninitialize();

    static native int CoCreateInstance(
            Pointer classId, Pointer outer, int context, Pointer interfaceId, PointerByReference object);
}
