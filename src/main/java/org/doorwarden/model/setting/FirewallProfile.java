package org.doorwarden.model.setting;

import org.doorwarden.model.Identified;

/**
 * The kinds of networks that the Windows firewall tells apart.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/icftypes/ne-icftypes-net_fw_profile_type2">
 *     NET_FW_PROFILE_TYPE2</a>
 */
public enum FirewallProfile implements Identified {
    DOMAIN("domain", 1),
    PRIVATE("private", 2),
    PUBLIC("public", 4);

    private final String id;
    private final int bit;

    FirewallProfile(String id, int bit) {
        this.id = id;
        this.bit = bit;
    }

    @Override
    public String id() {
        return id;
    }

    /** Its bit in the masks of the firewall's programming interface. */
    public int bit() {
        return bit;
    }
}
