package org.doorwarden.model.setting;

import org.doorwarden.model.Identified;

/**
 * Whether a component of Windows is installed. What waits for a restart counts as what it will be then.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismpackagefeaturestate-enumeration">
 *     DismPackageFeatureState</a>
 */
public enum FeatureState implements SettingValue, Identified {
    INSTALLED("installed", true),
    /** It will be installed once the machine is started again. */
    INSTALL_PENDING("install-pending", true),
    /** Not installed; its files are still on the machine. */
    UNINSTALLED("uninstalled", false),
    UNINSTALL_PENDING("uninstall-pending", false),
    /** Not installed, and its files are gone: to install it again, they must come from somewhere else. */
    REMOVED("removed", false);

    private final String id;
    private final boolean installed;

    FeatureState(String id, boolean installed) {
        this.id = id;
        this.installed = installed;
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether it is installed, or will be after a restart. */
    public boolean isInstalled() {
        return installed;
    }

    public boolean isPending() {
        return this == INSTALL_PENDING || this == UNINSTALL_PENDING;
    }

    @Override
    public boolean matches(SettingValue wanted) {
        return wanted instanceof FeatureState state && state.installed == installed;
    }

    @Override
    public String text() {
        return id;
    }
}
