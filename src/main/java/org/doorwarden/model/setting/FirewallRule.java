package org.doorwarden.model.setting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A rule of the Windows firewall.
 *
 * @param group the heading that the firewall's window shows it under
 * @param protocol the IP protocol's number, 6 for TCP and 17 for UDP; {@link #ANY_PROTOCOL} for all
 * @param localPorts ports, ranges as {@code 80-90}, and the firewall's own words as {@code RPC}; empty for all
 * @param localAddresses as {@code remoteAddresses}
 * @param remoteAddresses addresses, {@code 10.0.0.0/8}, {@code 10.0.0.1-10.0.0.9} and the firewall's own words as
 *     {@code LocalSubnet}; empty for all
 * @param program the program it is for, empty for all
 * @param service the service it is for by its short name, {@code *} for all services, empty for all programs
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwrule">INetFwRule</a>
 */
public record FirewallRule(
        String name,
        String description,
        String group,
        boolean enabled,
        boolean inbound,
        boolean allows,
        int protocol,
        List<String> localPorts,
        List<String> localAddresses,
        List<String> remotePorts,
        List<String> remoteAddresses,
        Set<FirewallProfile> profiles,
        String program,
        String service)
        implements SettingValue {

    /** NET_FW_IP_PROTOCOL_ANY. */
    public static final int ANY_PROTOCOL = 256;

    public FirewallRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(group, "group");
        localPorts = List.copyOf(localPorts);
        localAddresses = List.copyOf(localAddresses);
        remotePorts = List.copyOf(remotePorts);
        remoteAddresses = List.copyOf(remoteAddresses);
        profiles = Set.copyOf(profiles);
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(service, "service");
    }

    /** The same rule for other clients. */
    public FirewallRule from(List<String> addresses) {
        return new FirewallRule(
                name,
                description,
                group,
                enabled,
                inbound,
                allows,
                protocol,
                localPorts,
                localAddresses,
                remotePorts,
                addresses,
                profiles,
                program,
                service);
    }

    /** Windows keeps neither the order of ports and addresses nor how a program or service was spelled. */
    @Override
    public boolean matches(SettingValue wanted) {
        return wanted instanceof FirewallRule other && comparable().equals(other.comparable());
    }

    /** Whether each part of it is as in one of two rules: a rule that is being changed from one to the other is. */
    public boolean isBetween(FirewallRule one, FirewallRule other) {
        List<Object> parts = comparable().parts();
        List<Object> first = one.comparable().parts();
        List<Object> second = other.comparable().parts();
        return IntStream.range(0, parts.size())
                .allMatch(i -> parts.get(i).equals(first.get(i)) || parts.get(i).equals(second.get(i)));
    }

    private List<Object> parts() {
        return List.of(
                name,
                description,
                group,
                enabled,
                inbound,
                allows,
                protocol,
                localPorts,
                localAddresses,
                remotePorts,
                remoteAddresses,
                profiles,
                program,
                service);
    }

    private FirewallRule comparable() {
        return new FirewallRule(
                name,
                description,
                group,
                enabled,
                inbound,
                allows,
                protocol,
                comparable(localPorts),
                comparable(localAddresses),
                comparable(remotePorts),
                comparable(remoteAddresses),
                profiles,
                program.toLowerCase(Locale.ROOT),
                service.toLowerCase(Locale.ROOT));
    }

    private static List<String> comparable(List<String> items) {
        return items.stream()
                .map(item -> item.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String text() {
        return String.join(
                "|",
                enabled ? "on" : "off",
                inbound ? "in" : "out",
                allows ? "allow" : "block",
                Integer.toString(protocol),
                String.join(",", localPorts),
                String.join(",", localAddresses),
                String.join(",", remotePorts),
                String.join(",", remoteAddresses),
                new TreeSet<>(profiles).toString(),
                program,
                service,
                group,
                name,
                description);
    }
}
