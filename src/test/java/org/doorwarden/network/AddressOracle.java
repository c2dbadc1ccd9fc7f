package org.doorwarden.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an address, a subnet or a range is, worked out by hand from the text: a second opinion for tests. */
public record AddressOracle(boolean ipv6, BigInteger first, BigInteger last, boolean rest) {

    private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF);

    private record One(boolean ipv6, BigInteger value) {

        int bits() {
            return ipv6 ? 128 : 32;
        }
    }

    /** Empty for anything that is none of these. */
    public static Optional<AddressOracle> parse(String text) {
        int dash = text.indexOf('-');
        int slash = text.indexOf('/');
        Optional<AddressOracle> found;
        if (dash >= 0) {
            Optional<One> from = one(text.substring(0, dash).strip());
            Optional<One> to = one(text.substring(dash + 1).strip());
            found = from.isPresent()
                            && to.isPresent()
                            && from.get().ipv6() == to.get().ipv6()
                            && from.get().value().compareTo(to.get().value()) <= 0
                    ? Optional.of(new AddressOracle(
                            from.get().ipv6(), from.get().value(), to.get().value(), false))
                    : Optional.empty();
        } else if (slash >= 0) {
            found = subnet(text.substring(0, slash), text.substring(slash + 1));
        } else {
            found = one(text).map(each -> new AddressOracle(each.ipv6(), each.value(), each.value(), false));
        }
        return found.filter(range -> !range.ipv6()
                || !range.first().shiftRight(32).equals(MAPPED)
                || !range.last().shiftRight(32).equals(MAPPED));
    }

    public boolean contains(AddressOracle client) {
        return ipv6 == client.ipv6 && first.compareTo(client.first) <= 0 && last.compareTo(client.first) >= 0;
    }

    private static Optional<AddressOracle> subnet(String text, String mask) {
        Optional<One> address = one(text);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().bits();
        int length = -1;
        if (mask.matches("0|[1-9][0-9]?[0-9]?")) {
            length = Integer.parseInt(mask);
        } else if (!address.get().ipv6()) {
            Optional<One> asMask = one(mask).filter(each -> !each.ipv6());
            for (int each = 0; asMask.isPresent() && each <= 32; each++) {
                if (asMask.get().value().equals(BigInteger.valueOf((0xFFFFFFFFL << (32 - each)) & 0xFFFFFFFFL))) {
                    length = each;
                }
            }
        }
        if (length < 0 || length > bits) {
            return Optional.empty();
        }
        BigInteger size = BigInteger.ONE.shiftLeft(bits - length);
        BigInteger begin = address.get().value().divide(size).multiply(size);
        return Optional.of(new AddressOracle(
                address.get().ipv6(),
                begin,
                begin.add(size).subtract(BigInteger.ONE),
                !begin.equals(address.get().value())));
    }

    private static Optional<One> one(String text) {
        return text.indexOf(':') >= 0 ? six(text) : four(text);
    }

    private static Optional<One> four(String text) {
        String[] parts = text.split("\\.", -1);
        long value = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            value = value * 256 + Integer.parseInt(part);
        }
        return parts.length == 4 ? Optional.of(new One(false, BigInteger.valueOf(value))) : Optional.empty();
    }

    private static Optional<One> six(String text) {
        int gap = text.indexOf("::");
        List<String> groups = new ArrayList<>();
        if (gap < 0) {
            groups.addAll(List.of(text.split(":", -1)));
        } else {
            List<String> before =
                    gap == 0 ? List.of() : List.of(text.substring(0, gap).split(":", -1));
            String after = text.substring(gap + 2);
            List<String> behind = after.isEmpty() ? List.of() : List.of(after.split(":", -1));
            groups.addAll(before);
            for (int i = before.size() + behind.size(); i < 8; i++) {
                groups.add("0");
            }
            groups.addAll(behind);
            if (before.size() + behind.size() > 7) {
                return Optional.empty();
            }
        }
        BigInteger value = BigInteger.ZERO;
        for (String group : groups) {
            if (!group.matches("[0-9A-Fa-f]{1,4}")) {
                return Optional.empty();
            }
            value = value.shiftLeft(16).add(new BigInteger(group, 16));
        }
        return groups.size() == 8 ? Optional.of(new One(true, value)) : Optional.empty();
    }
}
