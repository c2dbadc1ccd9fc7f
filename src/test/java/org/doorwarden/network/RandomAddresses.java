package org.doorwarden.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Random;

/** Addresses, subnets and ranges as people write them. */
public final class RandomAddresses {

    private RandomAddresses() {}

    /** One of anything; all of it is well formed, though a subnet may begin anywhere. */
    public static String text(Random random) {
        boolean ipv6 = random.nextInt(3) == 0;
        String address = ipv6 ? ipv6(random) : ipv4(random);
        return switch (random.nextInt(5)) {
            case 0 -> address;
            case 1 -> subnet(address, random.nextInt((ipv6 ? 128 : 32) + 1));
            case 2 -> address + "/" + random.nextInt((ipv6 ? 128 : 32) + 1);
            case 3 ->
                ipv6
                        ? address + "-" + address
                        : "10.0." + random.nextInt(100) + ".1-10.0.1" + random.nextInt(99) + ".77";
            default -> ipv6 ? subnet(address, 64) : masked(address, random.nextInt(33));
        };
    }

    /** A few addresses near one another, so that some are in some sets and not in others. */
    public static String client(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "2001:db8:" + random.nextInt(3) + "::" + Integer.toHexString(random.nextInt(4));
            case 1 -> "198.51.100." + random.nextInt(256);
            default -> "10." + random.nextInt(3) + "." + random.nextInt(3) + "." + random.nextInt(256);
        };
    }

    /** A subnet, range or address about where {@link #client} draws from. */
    public static String set(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "2001:db8:" + random.nextInt(3) + "::/48";
            case 1 -> "10." + random.nextInt(3) + ".0.0/16";
            case 2 -> "10.1." + random.nextInt(3) + ".0/255.255.255.0";
            case 3 -> "10.0.1." + random.nextInt(100) + "-10.0.2." + random.nextInt(256);
            default -> client(random);
        };
    }

    private static String ipv4(Random random) {
        return random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    /** Eight groups, or fewer with a gap anywhere. */
    private static String ipv6(Random random) {
        int from = random.nextInt(8);
        int to = from + 1 + random.nextInt(8 - from);
        boolean gap = random.nextInt(4) > 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (gap && i >= from && i < to) {
                text.append(i == from ? "::" : "");
            } else {
                String colon = text.length() == 0 || text.toString().endsWith(":") ? "" : ":";
                text.append(colon).append(Integer.toHexString(random.nextInt(0x10000)));
            }
        }
        return random.nextBoolean() ? text.toString() : text.toString().toUpperCase(Locale.ROOT);
    }

    private static String masked(String address, int length) {
        long mask = (0xFFFFFFFFL << (32 - length)) & 0xFFFFFFFFL;
        return subnet(address, length).replaceAll("/.*", "") + "/" + (mask >> 24) + "." + (mask >> 16 & 255) + "."
                + (mask >> 8 & 255) + "." + (mask & 255);
    }

    /** The subnet that an address is in, written with its first address. */
    private static String subnet(String address, int length) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int rest = bytes.length * 8 - length;
            BigInteger first = new BigInteger(1, bytes).shiftRight(rest).shiftLeft(rest);
            byte[] digits = first.toByteArray();
            byte[] cut = new byte[bytes.length];
            for (int i = 1; i <= Math.min(cut.length, digits.length); i++) {
                cut[cut.length - i] = digits[digits.length - i];
            }
            return InetAddress.getByAddress(cut).getHostAddress() + "/" + length;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
