package org.doorwarden.network;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing that a person writes for "from where": an address, a subnet, a range, {@code LocalSubnet}, {@code any}, or a
 * host's name. Strict, since a slip lets in strangers: {@code 010.0.0.1} and {@code 10.1} are refused, and so is {@code
 * 10.0.0.5/8}, of which nobody can tell whether one machine is meant or sixteen million.
 *
 * @param addresses what it means; nobody for a host's name, which has to be looked up, and for what means nothing
 */
public record AddressInput(Kind kind, Addresses addresses) {

    /** What it is. */
    public enum Kind {
        ADDRESSES,
        ANY,
        HOST_NAME,
        /** A subnet with an address that is not its first. */
        SUBNET_WITH_REST,
        NOTHING
    }

    /** Words of the firewall for addresses that change by themselves: a restriction must not rest on them. */
    private static final Set<String> OTHER_WORDS =
            Set.of("dns", "dhcp", "wins", "defaultgateway", "internet", "intranet", "rmtintranet", "ply2renders");

    private static final int LONGEST_HOST_NAME = 253;
    private static final Pattern HOST_NAME = Pattern.compile(
            "(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    /** The last part of a name has a letter, or it would be an address gone wrong, as {@code 10.0.0.0x7} is. */
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9A-Fa-f]*)");

    /** Tells what a text is. */
    public static AddressInput of(String said) {
        String text = said.strip();
        if (Addresses.isEverybody(text)) {
            return new AddressInput(Kind.ANY, Addresses.ANY);
        }
        if (text.equalsIgnoreCase(Addresses.LOCAL_SUBNET)) {
            return new AddressInput(Kind.ADDRESSES, Addresses.word(Addresses.LOCAL_SUBNET));
        }
        Optional<AddressRange> range = AddressRange.parse(text);
        if (range.isPresent()) {
            return AddressRange.isSubnetWithoutRest(text)
                    ? new AddressInput(Kind.ADDRESSES, Addresses.of(range.get()))
                    : new AddressInput(Kind.SUBNET_WITH_REST, Addresses.of(range.get()));
        }
        return new AddressInput(isHostName(text) ? Kind.HOST_NAME : Kind.NOTHING, Addresses.NONE);
    }

    private static boolean isHostName(String text) {
        return text.length() <= LONGEST_HOST_NAME
                && HOST_NAME.matcher(text).matches()
                && !NUMBER_AT_END.matcher(text).matches()
                && !OTHER_WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
