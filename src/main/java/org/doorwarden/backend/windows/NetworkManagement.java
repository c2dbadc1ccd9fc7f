package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The network management functions that Doorwarden calls, under Windows' own names and with its own parameters. They
 * answer with an error code, 0 for success.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmaccess/">lmaccess.h</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmshare/">lmshare.h</a>
 */
interface NetworkManagement {

    /** MAX_PREFERRED_LENGTH: as much memory as the data takes. */
    int ALL = -1;

    int NetLocalGroupAdd(WString server, int level, Pointer group, IntByReference wrongMember);

    int NetLocalGroupDel(WString server, WString group);

    int NetLocalGroupGetInfo(WString server, WString group, int level, PointerByReference info);

    /** @param resume a DWORD_PTR, unlike that of the other functions */
    int NetLocalGroupGetMembers(
            WString server,
            WString group,
            int level,
            PointerByReference members,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            Pointer resume);

    int NetLocalGroupSetMembers(WString server, WString group, int level, Pointer members, int count);

    int NetShareEnum(
            WString server,
            int level,
            PointerByReference shares,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            IntByReference resume);

    int NetConnectionEnum(
            WString server,
            WString qualifier,
            int level,
            PointerByReference connections,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            IntByReference resume);

    int NetApiBufferFree(Pointer buffer);
}
