package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The functions of oleaut32.dll that Doorwarden calls.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/oleauto/">oleauto.h</a>
 */
final class OleAutomation {

    static {
        Native.register("oleaut32");
    }

    private OleAutomation() {}

    static native Pointer SysAllocStringLen(char[] text, int length);

    static native void SysFreeString(Pointer text);

    static native int VariantClear(Pointer variant);
}
