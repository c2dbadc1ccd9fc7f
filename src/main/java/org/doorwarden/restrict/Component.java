package org.doorwarden.restrict;

import java.util.List;
import org.doorwarden.model.ServiceName;

/**
 * A component of Windows that can be uninstalled and contains services.
 *
 * @param service the service that one thinks of
 * @param dism the name that DISM knows it by, since Windows Server 2008
 * @param serverManager the name that Server Manager and IIS list it by where it is installed
 * @param setup the name that the setup program of Windows 2000 and Server 2003 knows it by; empty if it had none
 */
public record Component(ServiceName service, String dism, List<String> serverManager, String setup) {

    public Component {
        serverManager = List.copyOf(serverManager);
    }
}
