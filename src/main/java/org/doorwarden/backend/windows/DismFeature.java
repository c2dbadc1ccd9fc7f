package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.access.FeatureDetail.Restart;
import org.doorwarden.model.setting.FeatureState;

/**
 * What DISM says of a component. Its structures are packed: no field is moved to a multiple of its size.
 *
 * @param state a value of DismPackageFeatureState
 * @param displayName empty where it was not asked for
 * @param restart a value of DismRestartType, 0 where it was not asked for
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismfeature-structure">
 *     DismFeature</a>
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismfeatureinfo-structure">
 *     DismFeatureInfo</a>
 */
record DismFeature(String name, int state, String displayName, int restart) {

    /** DismFeature: a pointer to the name, and the state. */
    static final int SIZE = 12;

    static final int STATE = 8;

    /** DismFeatureInfo begins as DismFeature does; after it come two pointers to texts. */
    static final int DISPLAY_NAME = 12;

    static final int RESTART_REQUIRED = 28;

    private static final int NOT_PRESENT = 0;
    private static final int UNINSTALL_PENDING = 1;
    private static final int STAGED = 2;
    private static final int REMOVED = 3;
    private static final int INSTALLED = 4;
    private static final int INSTALL_PENDING = 5;
    private static final int SUPERSEDED = 6;
    private static final int PARTIALLY_INSTALLED = 7;

    /** An array of DismFeature. */
    static List<DismFeature> list(Pointer features, int count) {
        List<DismFeature> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = (long) i * SIZE;
            list.add(new DismFeature(WideText.terminated(features.getPointer(at)), features.getInt(at + STATE), "", 0));
        }
        return list;
    }

    /** A DismFeatureInfo. */
    static DismFeature of(Pointer info) {
        return new DismFeature(
                WideText.terminated(info.getPointer(0)),
                info.getInt(STATE),
                WideText.terminated(info.getPointer(DISPLAY_NAME)),
                info.getInt(RESTART_REQUIRED));
    }

    /**
     * What is installed in part can be uninstalled, so it counts as installed; what something newer took the place of is
     * not installed itself.
     *
     * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismpackagefeaturestate-enumeration">
     *     DismPackageFeatureState</a>
     */
    FeatureState featureState() throws WindowsFailure {
        return switch (state) {
            case INSTALLED, PARTIALLY_INSTALLED -> FeatureState.INSTALLED;
            case INSTALL_PENDING -> FeatureState.INSTALL_PENDING;
            case UNINSTALL_PENDING -> FeatureState.UNINSTALL_PENDING;
            case STAGED, SUPERSEDED -> FeatureState.UNINSTALLED;
            case REMOVED, NOT_PRESENT -> FeatureState.REMOVED;
            default -> throw new WindowsFailure("DismPackageFeatureState", WindowsError.INVALID_DATA);
        };
    }

    /**
     * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismrestarttype-enumeration">
     *     DismRestartType</a>
     */
    Restart restartNeed() throws WindowsFailure {
        return switch (restart) {
            case 0 -> Restart.NO;
            case 1 -> Restart.POSSIBLE;
            case 2 -> Restart.REQUIRED;
            default -> throw new WindowsFailure("DismRestartType", WindowsError.INVALID_DATA);
        };
    }
}
