package org.doorwarden.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Local ports of a rule of the firewall.
 *
 * <p>Of the firewall's words {@code RPC-EPMap} is port 135, and {@code RPC} whatever ports Windows gives out to RPC
 * services when they start. {@code IPHTTPS} and {@code Teredo} are tunnels that a server has only as a DirectAccess
 * server or Teredo client; they open no port of a service.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nf-netfw-inetfwrule-get_localports">
 *     INetFwRule::get_LocalPorts</a>
 * @see <a href="https://learn.microsoft.com/troubleshoot/windows-server/networking/default-dynamic-port-range-tcpip-chang">
 *     The default dynamic port range</a>
 */
public final class Ports {

    /** The first of the ports that Windows gives out to whoever asks for any. */
    public static final int FIRST_DYNAMIC = 49152;

    private static final int LAST = 0xFFFF;
    private static final int ENDPOINT_MAPPER = 135;

    private record Range(int first, int last) {}

    private final List<Range> ranges;

    private Ports(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** @param texts none for all ports; what is neither a number, a range nor a known word opens nothing */
    public static Ports ofRule(List<String> texts) {
        List<Range> ranges = new ArrayList<>();
        for (String text : texts) {
            add(text.strip(), ranges);
        }
        return new Ports(texts.isEmpty() ? List.of(new Range(0, LAST)) : ranges);
    }

    private static void add(String text, List<Range> ranges) {
        if (text.equals("*")) {
            ranges.add(new Range(0, LAST));
        } else if (text.equalsIgnoreCase("RPC-EPMap")) {
            ranges.add(new Range(ENDPOINT_MAPPER, ENDPOINT_MAPPER));
        } else if (text.equalsIgnoreCase("RPC")) {
            ranges.add(new Range(FIRST_DYNAMIC, LAST));
        } else {
            int dash = text.indexOf('-');
            int first = number(dash < 0 ? text : text.substring(0, dash));
            int last = number(text.substring(dash + 1));
            if (first >= 0 && last >= first) {
                ranges.add(new Range(first, last));
            }
        }
    }

    /** The number of a port, -1 if it is none. */
    private static int number(String text) {
        try {
            int number = text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : -1;
            return number <= LAST ? number : -1;
        } catch (NumberFormatException otherDigits) {
            return -1;
        }
    }

    /** Whether Windows gives a port out anew whenever the service starts, so that no rule can name it. */
    public static boolean isDynamic(int port) {
        return port >= FIRST_DYNAMIC;
    }

    public boolean contains(int port) {
        return ranges.stream().anyMatch(range -> port >= range.first() && port <= range.last());
    }

    /** Whether there is no other port than these. */
    public boolean isWithin(Set<Integer> ports) {
        return ranges.stream()
                .allMatch(range -> range.last() - range.first() < ports.size() && ports.containsAll(all(range)));
    }

    private static Set<Integer> all(Range range) {
        Set<Integer> all = new TreeSet<>();
        for (int port = range.first(); port <= range.last(); port++) {
            all.add(port);
        }
        return all;
    }
}
