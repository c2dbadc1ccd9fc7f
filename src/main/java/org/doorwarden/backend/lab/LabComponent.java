package org.doorwarden.backend.lab;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail.Restart;

/**
 * A component of Windows on a training server.
 *
 * @param name the name that DISM knows it by; on Windows 2000 and Server 2003, the one of their setup program
 * @param size bytes on the disk, where the server tells
 * @param restart what installing and uninstalling it asks for
 * @param partOf components that it is a part of
 * @param services the services in it, with the start type that installing it gives them
 * @param installed whether it is installed when nobody has touched the server
 * @param sourcePresent whether its files stay on the machine
 * @param listedAs what it is called among the traits of the server while it is installed
 * @param lasting how long installing and uninstalling it takes
 */
public record LabComponent(
        String name,
        String displayName,
        OptionalLong size,
        Restart restart,
        List<String> partOf,
        Map<ServiceName, StartType> services,
        boolean installed,
        boolean sourcePresent,
        List<String> listedAs,
        Duration lasting) {

    public LabComponent {
        partOf = List.copyOf(partOf);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        listedAs = List.copyOf(listedAs);
    }
}
