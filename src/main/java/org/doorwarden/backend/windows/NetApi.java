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
final class NetApi implements NetworkManagement {

    static {
        Native.register("netapi32");
    }

    native int NetGetJoinInformation(WString server, PointerByReference name, IntByReference status);

    @Override
    public native int NetLocalGroupAdd(WString server, int level, Pointer group, IntByReference wrongMember);

    @Override
    public native int NetLocalGroupDel(WString server, WString group);

    @Override
    public native int NetLocalGroupGetInfo(WString server, WString group, int level, PointerByReference info);

    @Override
    public native int NetLocalGroupGetMembers(
            WString server,
            WString group,
            int level,
            PointerByReference members,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            Pointer resume);

    @Override
    public native int NetLocalGroupSetMembers(WString server, WString group, int level, Pointer members, int count);

    @Override
    public native int NetShareEnum(
            WString server,
            int level,
            PointerByReference shares,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            IntByReference resume);

    @Override
    public native int NetConnectionEnum(
            WString server,
            WString qualifier,
            int level,
            PointerByReference connections,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            IntByReference resume);

    @Override
    public native int NetApiBufferFree(Pointer buffer);
}
