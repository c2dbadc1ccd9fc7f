package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The functions of advapi32.dll that know accounts. */
final class AccountLibrary implements AccountFunctions {

    static {
        Native.register("advapi32");
    }

    @Override
    public native boolean LookupAccountNameW(
            WString server,
            WString account,
            Pointer sid,
            IntByReference sidSize,
            Pointer domain,
            IntByReference domainLength,
            IntByReference use);

    @Override
    public native boolean LookupAccountSidW(
            WString server,
            Pointer sid,
            Pointer name,
            IntByReference nameLength,
            Pointer domain,
            IntByReference domainLength,
            IntByReference use);

    @Override
    public native boolean ConvertStringSidToSidW(WString text, PointerByReference sid);

    @Override
    public Pointer LocalFree(Pointer memory) {
        return Kernel.LocalFree(memory);
    }
}
