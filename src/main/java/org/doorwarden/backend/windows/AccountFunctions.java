package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions that know accounts by name and by SID, under Windows' own names.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-lookupaccountnamew">LookupAccountName</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-lookupaccountsidw">LookupAccountSid</a>
 */
interface AccountFunctions {

    boolean LookupAccountNameW(
            WString server,
            WString account,
            Pointer sid,
            IntByReference sidSize,
            Pointer domain,
            IntByReference domainLength,
            IntByReference use);

    boolean LookupAccountSidW(
            WString server,
            Pointer sid,
            Pointer name,
            IntByReference nameLength,
            Pointer domain,
            IntByReference domainLength,
            IntByReference use);

    /** Knows the two letters of the string form of security descriptors, too; some stand for accounts of this computer. */
    boolean ConvertStringSidToSidW(WString text, PointerByReference sid);

    Pointer LocalFree(Pointer memory);
}
