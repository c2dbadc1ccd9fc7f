package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions that know of sessions, under Windows' own names.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsquerysessioninformationw">
 *     WTSQuerySessionInformation</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-wtsgetactiveconsolesessionid">
 *     WTSGetActiveConsoleSessionId</a>, which answers without a service
 */
interface SessionFunctions {

    boolean ProcessIdToSessionId(int process, IntByReference session);

    int WTSGetActiveConsoleSessionId();

    boolean WTSQuerySessionInformationW(
            Pointer server, int session, int infoClass, PointerByReference buffer, IntByReference size);

    void WTSFreeMemory(Pointer memory);
}
