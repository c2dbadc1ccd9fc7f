package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of version.dll that Doorwarden calls.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winver/">winver.h</a>
 */
final class VersionLibrary {

    static {
        Native.register("version");
    }

    private VersionLibrary() {}

    static native int GetFileVersionInfoSizeW(WString file, IntByReference ignored);

    static native boolean GetFileVersionInfoW(WString file, int ignored, int size, Pointer resource);

    static native boolean VerQueryValueW(
            Pointer resource, WString value, PointerByReference found, IntByReference length);
}
