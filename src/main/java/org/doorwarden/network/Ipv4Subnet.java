package org.doorwarden.network;

/**
 * An IPv4 subnet for what knows neither ranges nor IPv6.
 *
 * @param address its first address
 * @param mask as {@code 255.0.0.0}; {@link #ONE} for a single address
 */
public record Ipv4Subnet(String address, String mask) {

    /** The mask of a single address. */
    public static final String ONE = "255.255.255.255";

    static Ipv4Subnet of(String address, int length) {
        int mask = length == 0 ? 0 : -1 << (Integer.SIZE - length);
        return new Ipv4Subnet(
                address, (mask >>> 24) + "." + (mask >>> 16 & 0xFF) + "." + (mask >>> 8 & 0xFF) + "." + (mask & 0xFF));
    }

    /** As {@code 10.0.0.0/8}, a single address without its length; what is none of that as it is written. */
    public String text() {
        if (mask.equals(ONE)) {
            return address;
        }
        String written = address + "/" + mask;
        return AddressRange.parse(written).map(AddressRange::toString).orElse(written);
    }
}
