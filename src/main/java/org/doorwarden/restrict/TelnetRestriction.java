package org.doorwarden.restrict;

import java.util.List;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.TakesEffect;

/**
 * Telnet: once there is a group TelnetClients, only its members get in. Windows Server 2016 and later have no Telnet
 * server; one that is installed there all the same is not Windows' own, and does not know of the group.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-tsrap/d1c1f9d9-02f9-432e-9e95-4b37f20a61de">
 *     [MS-TSRAP], Windows behaviour: the releases with a Telnet server</a>
 */
public final class TelnetRestriction implements Restriction {

    private static final ServiceName SERVICE = new ServiceName("TlntSvr");
    private static final WindowsVersion FIRST_WITHOUT = new WindowsVersion(10, 0);
    private static final String COMMENT = "May use the Telnet server of this computer";

    TelnetRestriction() {}

    /** Whether this Windows has no Telnet server of its own. */
    public static boolean isGone(Inventory inventory) {
        return inventory
                .server()
                .windowsVersion()
                .map(version -> version.compareTo(FIRST_WITHOUT) >= 0)
                .orElse(false);
    }

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        if (!service.name().equals(SERVICE) || isGone(inventory)) {
            return List.of();
        }
        List<String> now = inventory
                .access()
                .find(KnownSettings.members(KnownSettings.TELNET_CLIENTS))
                .filter(Members.class::isInstance)
                .map(value -> AccountsSaid.said((Members) value))
                .orElse(List.of());
        return List.of(new Offer(Limit.MEMBERS, now, List.of(), TakesEffect.NOW));
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        limits.of(Limit.MEMBERS)
                .ifPresent(said ->
                        list.group(KnownSettings.TELNET_CLIENTS, COMMENT, AccountsSaid.members(said, lookups, list)));
        return list.steps();
    }
}
