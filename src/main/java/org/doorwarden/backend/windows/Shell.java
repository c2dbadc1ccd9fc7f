package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;

/** The function of shell32.dll that Doorwarden calls. */
final class Shell {

    static {
        Native.register("shell32");
    }

    private Shell() {}

    static native Pointer ShellExecuteW(
            Pointer window, WString verb, WString file, WString parameters, WString folder, int show);
}
