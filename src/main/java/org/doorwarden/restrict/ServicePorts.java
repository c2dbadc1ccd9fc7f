package org.doorwarden.restrict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.network.Door;
import org.doorwarden.network.Ports;
import org.doorwarden.network.Programs;

/** The ports of a service that clients can knock at, as rules of the firewall can name them. */
final class ServicePorts {

    private final Service service;
    private final List<Listener> reachable;

    ServicePorts(Service service) {
        this.service = service;
        this.reachable =
                service.listeners().stream().filter(Listener::reachable).toList();
    }

    /** Those a rule can name: they are the same ones whenever the service starts. */
    Map<Protocol, Set<Integer>> fixed() {
        return byProtocol(
                reachable.stream().filter(each -> !Ports.isDynamic(each.port())).toList());
    }

    /** Those that a rule can name, as the firewall sees them, each once. */
    List<Door> doors() {
        return allDoors().stream().filter(door -> !Ports.isDynamic(door.port())).toList();
    }

    /** All of them as the firewall sees them, each once: rules of others may let in to those of the moment. */
    List<Door> allDoors() {
        return reachable.stream()
                .map(each -> Programs.door(service, each))
                .distinct()
                .toList();
    }

    /** Those that are given out anew whenever the service starts. */
    List<String> dynamic() {
        return reachable.stream()
                .filter(each -> Ports.isDynamic(each.port()))
                .map(each -> each.protocol().id() + "/" + each.port())
                .distinct()
                .toList();
    }

    /** All ports of a protocol. */
    Set<Integer> all(int protocolNumber) {
        Set<Integer> all = new TreeSet<>();
        byProtocol(reachable).forEach((protocol, ports) -> {
            if (Door.number(protocol) == protocolNumber) {
                all.addAll(ports);
            }
        });
        return all;
    }

    private static Map<Protocol, Set<Integer>> byProtocol(List<Listener> listeners) {
        Map<Protocol, Set<Integer>> ports = new TreeMap<>();
        for (Listener each : listeners) {
            ports.computeIfAbsent(each.protocol(), key -> new TreeSet<>()).add(each.port());
        }
        return ports;
    }
}
