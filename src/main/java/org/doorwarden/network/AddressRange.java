package org.doorwarden.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Neighbouring addresses of one kind, IPv4 or IPv6: one, a subnet, or all from a first to a last one. */
public final class AddressRange implements Comparable<AddressRange> {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("(?:[0-9A-Fa-f]{0,4}:){2,8}[0-9A-Fa-f]{0,4}");
    private static final Pattern PREFIX_LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");

    /** No octal or hexadecimal IPv4, no short forms, no zones, no wildcards, no IPv4 within IPv6. */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .allow_inet_aton(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allowLeadingZeros(false)
            .allowBinary(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowMixed(false)
            .allowBase85(false)
            .allowBinary(false)
            .getParentBuilder()
            .toParams();

    private static final AddressRange EVERY_IPV4 = of("0.0.0.0", "255.255.255.255");
    private static final AddressRange EVERY_IPV6 = of("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    /** IPv4 in the clothes of IPv6; on the wire there is only the IPv4 address. */
    private static final AddressRange MAPPED = of("::ffff:0:0", "::ffff:ffff:ffff");

    private static final Comparator<AddressRange> ORDER = Comparator.<AddressRange, Boolean>comparing(
                    each -> each.range.getLower().isIPv6())
            .thenComparing(each -> each.range.getLower())
            .thenComparing(each -> each.range.getUpper());

    private final IPAddressSeqRange range;

    private AddressRange(IPAddressSeqRange range) {
        this.range = range;
    }

    /** All addresses there are. */
    static List<AddressRange> everything() {
        return List.of(EVERY_IPV4, EVERY_IPV6);
    }

    /** One address in the usual notation; empty for anything else. */
    public static Optional<AddressRange> address(String text) {
        return parseAddress(text).map(AddressRange::of);
    }

    /**
     * An address, a subnet as {@code 10.0.0.0/8} or {@code 10.0.0.0/255.0.0.0}, or a range as {@code
     * 10.0.0.1-10.0.0.9}; empty for anything else. What is on the right of a subnet's address counts as zero, as it does
     * for the firewall.
     */
    public static Optional<AddressRange> parse(String text) {
        int dash = text.indexOf('-');
        int slash = text.indexOf('/');
        Optional<AddressRange> parsed = dash >= 0
                ? between(
                        text.substring(0, dash).strip(),
                        text.substring(dash + 1).strip())
                : slash >= 0 ? subnet(text.substring(0, slash), text.substring(slash + 1)) : address(text);
        return parsed.filter(found -> !MAPPED.contains(found));
    }

    private static Optional<AddressRange> between(String first, String last) {
        Optional<IPAddress> from = parseAddress(first);
        Optional<IPAddress> to = parseAddress(last);
        return from.isPresent()
                        && to.isPresent()
                        && from.get().isIPv6() == to.get().isIPv6()
                        && from.get().compareTo(to.get()) <= 0
                ? Optional.of(new AddressRange(from.get().spanWithRange(to.get())))
                : Optional.empty();
    }

    private static Optional<AddressRange> subnet(String address, String mask) {
        return parseAddress(address)
                .flatMap(parsed -> prefixLength(parsed, mask)
                        .map(length ->
                                new AddressRange(parsed.toPrefixBlock(length).toSequentialRange())));
    }

    private static Optional<Integer> prefixLength(IPAddress address, String mask) {
        Optional<Integer> length = PREFIX_LENGTH.matcher(mask).matches()
                ? Optional.of(Integer.valueOf(mask))
                : parseAddress(mask)
                        .filter(parsed -> parsed.isIPv4() && address.isIPv4())
                        .flatMap(parsed -> Optional.ofNullable(parsed.getBlockMaskPrefixLength(true)));
        return length.filter(bits -> bits <= address.getBitCount());
    }

    private static Optional<IPAddress> parseAddress(String text) {
        boolean plain = IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
        return plain ? Optional.ofNullable(new IPAddressString(text, STRICT).getAddress()) : Optional.empty();
    }

    private static AddressRange of(IPAddress address) {
        return new AddressRange(address.toSequentialRange());
    }

    private static AddressRange of(String first, String last) {
        return between(first, last).orElseThrow();
    }

    /** Whether the address that a subnet is written with is the first one in it. */
    static boolean isSubnetWithoutRest(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                || address(text.substring(0, slash)).equals(parse(text).map(found -> of(found.range.getLower())));
    }

    public boolean contains(AddressRange other) {
        return range.contains(other.range);
    }

    /** What is in both; empty if nothing is. */
    Optional<AddressRange> common(AddressRange other) {
        return range.getLower().isIPv6() == other.range.getLower().isIPv6()
                ? Optional.ofNullable(range.intersect(other.range)).map(AddressRange::new)
                : Optional.empty();
    }

    /** The same addresses in as few ranges as possible, in order. */
    static List<AddressRange> joined(List<AddressRange> ranges) {
        IPAddressSeqRange[] all = ranges.stream().map(each -> each.range).toArray(IPAddressSeqRange[]::new);
        return Arrays.stream(IPAddressSeqRange.join(all))
                .map(AddressRange::new)
                .sorted()
                .toList();
    }

    boolean isIpv4() {
        return range.getLower().isIPv4();
    }

    /** The subnets that it is made of, in order; only for IPv4. */
    List<Ipv4Subnet> ipv4Subnets() {
        return Arrays.stream(range.spanWithPrefixBlocks())
                .map(block -> Ipv4Subnet.of(
                        block.getLower().withoutPrefixLength().toCanonicalString(),
                        block.isPrefixed() ? block.getNetworkPrefixLength() : block.getBitCount()))
                .toList();
    }

    /** Its first address, for a subnet with the bits that come after it. */
    public String first() {
        return range.getLower().toCanonicalString();
    }

    /**
     * As Doorwarden writes it wherever it writes it: {@code 10.0.0.7}, {@code 10.0.0.0/8} if it is a subnet however it
     * was said, or {@code 10.0.0.1-10.0.0.9}. All addresses of a kind are a range: the firewall takes no subnet without
     * a mask.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nf-netfw-inetfwrule-get_remoteaddresses">The
     *     forms that the firewall takes</a>
     */
    @Override
    public String toString() {
        if (!range.isMultiple()) {
            return first();
        }
        Integer length = range.coverWithPrefixBlock().getNetworkPrefixLength();
        boolean subnet = length != null
                && length > 0
                && range.coverWithPrefixBlock().toSequentialRange().equals(range);
        return subnet
                ? first() + "/" + length
                : first() + "-" + range.getUpper().toCanonicalString();
    }

    @Override
    public int compareTo(AddressRange other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange that && range.equals(that.range);
    }

    @Override
    public int hashCode() {
        return range.hashCode();
    }
}
