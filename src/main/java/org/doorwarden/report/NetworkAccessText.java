package org.doorwarden.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Firewall.ProfileState;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.network.Addresses;
import org.doorwarden.network.Door;
import org.doorwarden.network.FirewallCheck;
import org.doorwarden.network.Ports;
import org.doorwarden.network.Programs;
import org.doorwarden.network.Reach;
import org.doorwarden.text.Message;

/** Which addresses reach the ports of a service, in words. */
public final class NetworkAccessText {

    private NetworkAccessText() {}

    /** Port by port, with the rules that decide, and how the firewall stands; nothing for services without ports. */
    public static List<Message> now(Inventory inventory, Service service) {
        List<Listener> reachable =
                service.listeners().stream().filter(Listener::reachable).toList();
        Optional<Firewall> firewall = inventory.access().firewall();
        if (reachable.isEmpty()) {
            return List.of();
        }
        if (firewall.isEmpty()) {
            return List.of(Message.of("access.network.unknown"));
        }
        List<Message> lines = new ArrayList<>();
        firewall.get().profiles().entrySet().stream()
                .filter(entry -> FirewallCheck.active(firewall.get()).contains(entry.getKey()))
                .forEach(entry -> lines.add(profile(entry.getKey(), entry.getValue())));
        if (firewall.get().policyWins()) {
            lines.add(Message.of("access.network.policy"));
        }
        FirewallCheck check = new FirewallCheck(firewall.get(), Addresses.NONE);
        Map<Reach, List<Door>> doors = new LinkedHashMap<>();
        reachable.stream()
                .map(listener -> Programs.door(service, listener))
                .distinct()
                .forEach(door -> doors.computeIfAbsent(check.reach(door), key -> new ArrayList<>())
                        .add(door));
        doors.forEach((reach, same) -> add(reach, ports(same), lines));
        doors.keySet().stream()
                .filter(reach -> !reach.from().isEmpty())
                .flatMap(reach -> reach.blocking().stream())
                .distinct()
                .forEach(rule -> lines.add(Message.of("access.network.blocked", rule.name(), addresses(rule))));
        List<Door> dynamic = doors.values().stream()
                .flatMap(List::stream)
                .filter(door -> Ports.isDynamic(door.port()))
                .toList();
        if (!dynamic.isEmpty()) {
            lines.add(Message.of("access.network.dynamic", ports(dynamic)));
        }
        return lines;
    }

    private static Message profile(FirewallProfile profile, ProfileState state) {
        String how = !state.enabled()
                ? "off"
                : state.blocksAll() ? "all-blocked" : state.blocksByDefault() ? "default-block" : "default-allow";
        return Message.of("access.network.profile." + how, Message.of("firewall.profile." + profile.id()));
    }

    private static void add(Reach reach, String ports, List<Message> lines) {
        if (reach.from().isEmpty()) {
            lines.add(Message.of("access.network.nobody", ports));
        } else {
            Object from = words(reach.from());
            lines.add(
                    reach.allowing().isEmpty()
                            ? Message.of("access.network.from", ports, from)
                            : Message.of("access.network.rules", ports, from, names(reach.allowing())));
        }
    }

    private static Object addresses(FirewallRule rule) {
        return words(Addresses.ofRule(rule.remoteAddresses()));
    }

    private static Object words(Addresses addresses) {
        return addresses.isAny() ? Message.of("setting.rule.anywhere") : addresses.toString();
    }

    private static String ports(List<Door> doors) {
        return doors.stream()
                .map(door -> door.protocol().id() + "/" + door.port())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String names(List<FirewallRule> rules) {
        return rules.stream().map(FirewallRule::name).distinct().collect(Collectors.joining("; "));
    }
}
