package org.doorwarden.ui.result;

import java.util.HashSet;
import java.util.Set;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.model.UnownedListener;

/**
 * How much of a server others can get at.
 *
 * @param openDoors services that should be closed, are not, and listen where other machines can reach them
 * @param openPorts all ports that other machines can reach
 */
record Exposure(int openDoors, int openPorts) {

    /** @param verdicts as they were said before the run: closing a door does not change what was said of it */
    static Exposure of(Assessment verdicts, Inventory server) {
        int doors = 0;
        for (ServiceAssessment each : verdicts.services().values()) {
            boolean open = each.verdict().closes()
                    && server.find(each.service().name())
                            .map(Exposure::isReachable)
                            .orElse(false);
            doors += open ? 1 : 0;
        }
        return new Exposure(doors, ports(server).size());
    }

    private static boolean isReachable(Service service) {
        return !service.isClosed() && service.listeners().stream().anyMatch(Listener::reachable);
    }

    private static Set<String> ports(Inventory server) {
        Set<String> ports = new HashSet<>();
        server.services().values().forEach(service -> service.listeners().forEach(each -> add(ports, each)));
        for (UnownedListener each : server.unownedListeners()) {
            add(ports, each.listener());
        }
        return ports;
    }

    /** The same port on several addresses is one port. */
    private static void add(Set<String> ports, Listener listener) {
        if (listener.reachable()) {
            ports.add(listener.protocol().id() + " " + listener.port());
        }
    }
}
