package org.doorwarden.backend.windows;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.doorwarden.network.AddressRange;

/**
 * The lists of ports and addresses in a rule of the firewall: one text with commas, {@code *} for all. Windows gives
 * subnets back with a mask, and single addresses as subnets of one; here each has its one spelling.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nf-netfw-inetfwrule-get_remoteaddresses">
 *     INetFwRule::get_RemoteAddresses</a>
 */
final class FirewallList {

    private static final String ALL = "*";

    private FirewallList() {}

    static List<String> ports(String text) {
        return items(text, FirewallList::port);
    }

    static List<String> addresses(String text) {
        return items(text, FirewallList::address);
    }

    static String text(List<String> items) {
        return items.isEmpty() ? ALL : String.join(",", items);
    }

    private static List<String> items(String text, UnaryOperator<String> spelling) {
        List<String> items = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(spelling)
                .distinct()
                .toList();
        return items.contains(ALL) ? List.of() : items;
    }

    /** A range of one is that port. */
    private static String port(String item) {
        int dash = item.indexOf('-');
        return dash > 0 && item.substring(0, dash).equals(item.substring(dash + 1)) ? item.substring(0, dash) : item;
    }

    /** What is no address is one of the firewall's own words. */
    private static String address(String item) {
        return AddressRange.parse(item).map(AddressRange::toString).orElse(item);
    }
}
