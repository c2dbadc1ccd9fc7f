package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;

/**
 * The functions of dismapi.dll that Doorwarden calls. They answer with results as COM's functions do, and with 3010 where
 * it worked and the machine must be started again. The library is part of Windows since Windows 8 and Server 2012.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dism-api-functions">DISM API
 *     functions</a>
 */
interface Dism extends StdCallLibrary {

    /** Hears how far it is. */
    interface Progress extends StdCallCallback {

        void at(int current, int total, Pointer userData);
    }

    int DismInitialize(int logLevel, WString logFile, WString scratchFolder);

    int DismShutdown();

    int DismOpenSession(WString image, WString windowsFolder, WString systemDrive, IntByReference session);

    int DismCloseSession(int session);

    int DismGetLastErrorMessage(PointerByReference message);

    int DismDelete(Pointer structure);

    int DismGetFeatures(
            int session, WString identifier, int identifierKind, PointerByReference features, IntByReference count);

    int DismGetFeatureInfo(
            int session, WString feature, WString identifier, int identifierKind, PointerByReference info);

    int DismGetFeatureParent(
            int session,
            WString feature,
            WString identifier,
            int identifierKind,
            PointerByReference parents,
            IntByReference count);

    int DismEnableFeature(
            int session,
            WString feature,
            WString identifier,
            int identifierKind,
            int limitAccess,
            Pointer sourcePaths,
            int sourcePathCount,
            int enableAll,
            Pointer cancelEvent,
            Progress progress,
            Pointer userData);

    int DismDisableFeature(
            int session,
            WString feature,
            WString packageName,
            int removePayload,
            Pointer cancelEvent,
            Progress progress,
            Pointer userData);
}
