package org.doorwarden.restrict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorwarden.model.ServiceName;

/**
 * A component of Windows that can be uninstalled.
 *
 * @param service the service that one thinks of; empty for a component without services of its own
 * @param dism the name that DISM knows it by, since Windows Server 2008
 * @param serverManager the name that Server Manager and IIS list it by where it is installed
 * @param setup the name that the setup program of Windows 2000 and Server 2003 knows it by; empty if it had none
 */
public record Component(Optional<ServiceName> service, String dism, List<String> serverManager, String setup) {

    public Component {
        Objects.requireNonNull(service, "service");
        serverManager = List.copyOf(serverManager);
    }

    /** Whether it is what somebody calls by that name: DISM's, Server Manager's, or the setup program's. */
    boolean isCalled(String name) {
        return dism.equalsIgnoreCase(name)
                || (!setup.isEmpty() && setup.equalsIgnoreCase(name))
                || serverManager.stream().anyMatch(name::equalsIgnoreCase);
    }
}
