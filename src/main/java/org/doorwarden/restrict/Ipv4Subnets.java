package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPv4 addresses, subnets and ranges as the subnets they are made of. */
final class Ipv4Subnets {

    private static final int BITS = 32;
    private static final long BYTE = 0xFF;
    private static final long ALL = 0xFFFFFFFFL;
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private Ipv4Subnets() {}

    /** A subnet. Its address has no bits outside its mask. */
    record Subnet(String address, String mask) {

        /** As {@code 10.0.0.0/8}; a single address without its length. */
        String text() {
            long bits = Ipv4Subnets.address(mask).orElse(ALL);
            return bits == ALL ? address : address + "/" + Long.bitCount(bits);
        }
    }

    /**
     * What is said as an address, as {@code address/length}, {@code address/mask} or {@code first-last}.
     *
     * @return empty if it is none of these; subnets with bits outside their mask are none
     */
    static Optional<List<Subnet>> parse(String said) {
        String text = said.strip();
        int slash = text.indexOf('/');
        int dash = text.indexOf('-');
        if (dash >= 0) {
            return range(address(text.substring(0, dash)), address(text.substring(dash + 1)));
        }
        OptionalLong first = address(slash < 0 ? text : text.substring(0, slash));
        OptionalLong mask = slash < 0 ? OptionalLong.of(ALL) : mask(text.substring(slash + 1));
        return first.isPresent() && mask.isPresent()
                ? range(first, OptionalLong.of(first.getAsLong() | (~mask.getAsLong() & ALL)))
                        .filter(subnets -> subnets.size() == 1)
                : Optional.empty();
    }

    private static Optional<List<Subnet>> range(OptionalLong from, OptionalLong to) {
        if (from.isEmpty() || to.isEmpty() || from.getAsLong() > to.getAsLong()) {
            return Optional.empty();
        }
        List<Subnet> subnets = new ArrayList<>();
        for (long at = from.getAsLong(); at <= to.getAsLong(); ) {
            int free = at == 0 ? BITS : Long.numberOfTrailingZeros(at);
            while ((1L << free) > to.getAsLong() - at + 1) {
                free--;
            }
            subnets.add(new Subnet(text(at), text(ALL << free & ALL)));
            at += 1L << free;
        }
        return Optional.of(subnets);
    }

    private static OptionalLong mask(String text) {
        if (!text.strip().matches("\\d{1,2}")) {
            OptionalLong mask = address(text);
            boolean whole = mask.isPresent()
                    && Long.numberOfTrailingZeros(mask.getAsLong() | 1L << BITS) + Long.bitCount(mask.getAsLong())
                            == BITS;
            return whole ? mask : OptionalLong.empty();
        }
        int length = Integer.parseInt(text.strip());
        return length > BITS ? OptionalLong.empty() : OptionalLong.of(ALL << (BITS - length) & ALL);
    }

    static OptionalLong address(String text) {
        Matcher parts = ADDRESS.matcher(text.strip());
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        long address = 0;
        for (int i = 1; i <= parts.groupCount(); i++) {
            long part = Long.parseLong(parts.group(i));
            if (part > BYTE) {
                return OptionalLong.empty();
            }
            address = address << Byte.SIZE | part;
        }
        return OptionalLong.of(address);
    }

    private static String text(long address) {
        return (address >> 24 & BYTE) + "." + (address >> 16 & BYTE) + "." + (address >> 8 & BYTE) + "."
                + (address & BYTE);
    }
}
