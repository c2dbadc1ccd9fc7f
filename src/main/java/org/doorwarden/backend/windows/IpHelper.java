package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/**
 * The functions of iphlpapi.dll that Doorwarden calls.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/iphlpapi/">iphlpapi.h</a>
 */
final class IpHelper {

    static {
        Native.register("iphlpapi");
    }

    private IpHelper() {}

    static native int GetExtendedTcpTable(
            Pointer table, IntByReference size, boolean sorted, int addressFamily, int tableClass, int reserved);

    static native int GetExtendedUdpTable(
            Pointer table, IntByReference size, boolean sorted, int addressFamily, int tableClass, int reserved);
}
