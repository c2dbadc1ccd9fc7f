package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;

/**
 * DISM at work on the Windows that runs; opening it takes seconds. DISM allows one at a time in a process.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/disminitialize-function">
 *     DismInitialize</a>
 */
final class DismSession implements AutoCloseable {

    /** DISM_ONLINE_IMAGE. */
    static final String ONLINE_IMAGE = "DISM_{53BFAE52-B167-4E2F-A258-0A37B57FF845}";

    private static final int LOG_ERRORS = 0;
    private static final int NO_PACKAGE = 0;
    private static final int NO = 0;
    private static final int YES = 1;
    private static final int UNKNOWN_FEATURE = 0x800f080c;
    /** HRESULT_FROM_WIN32(ERROR_SUCCESS_REBOOT_REQUIRED): as a failure in form only. */
    private static final int RESTART_REQUIRED = 0x80070bc2;

    private final Dism dism;
    private final int session;

    private DismSession(Dism dism, int session) {
        this.dism = dism;
        this.session = session;
    }

    static DismSession open(Dism dism) throws WindowsFailure {
        check(dism, "DismInitialize", dism.DismInitialize(LOG_ERRORS, null, null));
        IntByReference session = new IntByReference();
        int result = dism.DismOpenSession(new WString(ONLINE_IMAGE), null, null, session);
        if (result < 0) {
            WindowsFailure failed = failure(dism, "DismOpenSession", result);
            dism.DismShutdown();
            throw failed;
        }
        return new DismSession(dism, session.getValue());
    }

    /** Empty if this Windows has no such component. */
    Optional<DismFeature> find(String feature) throws WindowsFailure {
        PointerByReference info = new PointerByReference();
        int result = dism.DismGetFeatureInfo(session, new WString(feature), null, NO_PACKAGE, info);
        if (result == UNKNOWN_FEATURE) {
            return Optional.empty();
        }
        check(dism, "DismGetFeatureInfo", result);
        try {
            return Optional.of(DismFeature.of(present("DismGetFeatureInfo", info)));
        } finally {
            dism.DismDelete(info.getValue());
        }
    }

    /** All components, installed or not. */
    List<DismFeature> features() throws WindowsFailure {
        PointerByReference features = new PointerByReference();
        IntByReference count = new IntByReference();
        check(dism, "DismGetFeatures", dism.DismGetFeatures(session, null, NO_PACKAGE, features, count));
        return list("DismGetFeatures", features, count);
    }

    /** The components that one is part of. */
    List<DismFeature> parents(String feature) throws WindowsFailure {
        PointerByReference parents = new PointerByReference();
        IntByReference count = new IntByReference();
        check(
                dism,
                "DismGetFeatureParent",
                dism.DismGetFeatureParent(session, new WString(feature), null, NO_PACKAGE, parents, count));
        return list("DismGetFeatureParent", parents, count);
    }

    /**
     * Installs a component, but nothing that it is part of, from the files that Windows keeps: nothing is fetched from
     * Windows Update.
     */
    void enable(String feature, SettingProgress progress) throws WindowsFailure {
        DismProgress heard = new DismProgress(progress);
        check(
                dism,
                "DismEnableFeature",
                dism.DismEnableFeature(
                        session, new WString(feature), null, NO_PACKAGE, YES, null, 0, NO, null, heard, null));
        heard.rethrow();
    }

    /** Uninstalls a component and leaves its files with Windows, so that it can be installed again. */
    void disable(String feature, SettingProgress progress) throws WindowsFailure {
        DismProgress heard = new DismProgress(progress);
        check(
                dism,
                "DismDisableFeature",
                dism.DismDisableFeature(session, new WString(feature), null, NO, null, heard, null));
        heard.rethrow();
    }

    @Override
    public void close() {
        dism.DismCloseSession(session);
        dism.DismShutdown();
    }

    private List<DismFeature> list(String function, PointerByReference features, IntByReference count)
            throws WindowsFailure {
        try {
            return count.getValue() == 0 ? List.of() : DismFeature.list(present(function, features), count.getValue());
        } finally {
            dism.DismDelete(features.getValue());
        }
    }

    private static Pointer present(String function, PointerByReference found) throws WindowsFailure {
        if (found.getValue() == null) {
            throw new WindowsFailure(function, WindowsError.INVALID_DATA);
        }
        return found.getValue();
    }

    private static void check(Dism dism, String function, int result) throws WindowsFailure {
        if (result < 0 && result != RESTART_REQUIRED) {
            throw failure(dism, function, result);
        }
    }

    /** With what DISM says itself, which is a pointer to a text; it forgets that with the next call. */
    private static WindowsFailure failure(Dism dism, String function, int result) {
        PointerByReference message = new PointerByReference();
        String said = "";
        if (dism.DismGetLastErrorMessage(message) >= 0 && message.getValue() != null) {
            said = WideText.terminated(message.getValue().getPointer(0)).strip();
            dism.DismDelete(message.getValue());
        }
        return new WindowsFailure(function, WindowsFailure.codeOf(result), said);
    }
}
