package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of netapi32.dll that Doorwarden calls.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmjoin/nf-lmjoin-netgetjoininformation">
 *     NetGetJoinInformation</a>
 */
final class NetApi {

    static {
        Native.register("netapi32");
    }

    private NetApi() {}

    static native int NetGetJoinInformation(WString server, PointerByReference name, IntByReference status);

    static native int NetApiBufferFree(Pointer buffer);
}
