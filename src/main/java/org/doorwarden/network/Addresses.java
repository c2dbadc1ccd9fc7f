package org.doorwarden.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The addresses that a rule of the firewall is for.
 *
 * <p>The firewall's own words mean what they mean on the server at the time: {@code LocalSubnet} is whatever its network
 * cards are connected to. Without knowing that, a word is not known to be in any range, nor a range in any word.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/netfw/nf-netfw-inetfwrule-get_remoteaddresses">
 *     INetFwRule::get_RemoteAddresses</a>
 */
public final class Addresses {

    /** Whatever is on the networks that the server itself is on. */
    public static final String LOCAL_SUBNET = "LocalSubnet";

    /** Everybody. */
    public static final Addresses ANY = new Addresses(AddressRange.everything(), List.of());

    /** Nobody. */
    public static final Addresses NONE = new Addresses(List.of(), List.of());

    private static final List<String> EVERYBODY = List.of("*", "any");

    private final List<AddressRange> ranges;
    private final List<AddressRange> joined;
    private final List<String> words;

    private Addresses(Collection<AddressRange> ranges, Collection<String> words) {
        this.ranges = List.copyOf(new TreeSet<>(ranges));
        this.joined = AddressRange.joined(this.ranges);
        TreeSet<String> once = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        once.addAll(words);
        this.words = List.copyOf(once);
    }

    static Addresses of(AddressRange range) {
        return new Addresses(List.of(range), List.of());
    }

    static Addresses word(String word) {
        return new Addresses(List.of(), List.of(word));
    }

    /**
     * The addresses of a rule as the firewall has them.
     *
     * @param texts none for everybody; what is no address counts as one of the firewall's words
     */
    public static Addresses ofRule(List<String> texts) {
        List<AddressRange> ranges = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            String stripped = text.strip();
            if (isEverybody(stripped)) {
                return ANY;
            }
            Optional<AddressRange> range = AddressRange.parse(stripped);
            range.ifPresentOrElse(
                    ranges::add, () -> words.add(stripped.equalsIgnoreCase(LOCAL_SUBNET) ? LOCAL_SUBNET : stripped));
        }
        return texts.isEmpty() ? ANY : new Addresses(ranges, words);
    }

    static boolean isEverybody(String text) {
        return EVERYBODY.stream().anyMatch(text::equalsIgnoreCase);
    }

    /** Both together. */
    public Addresses and(Addresses other) {
        return new Addresses(
                Stream.concat(ranges.stream(), other.ranges.stream()).toList(),
                Stream.concat(words.stream(), other.words.stream()).toList());
    }

    public boolean isAny() {
        return joined.equals(ANY.joined);
    }

    public boolean isEmpty() {
        return ranges.isEmpty() && words.isEmpty();
    }

    /** Whether everything in the other ones is certainly in these, too. */
    public boolean covers(Addresses other) {
        return isAny()
                || (other.joined.stream().allMatch(range -> joined.stream().anyMatch(each -> each.contains(range)))
                        && other.words.stream().allMatch(word -> words.stream().anyMatch(word::equalsIgnoreCase)));
    }

    /** Whether a client's address is among them, with {@code local} for {@link #LOCAL_SUBNET}; empty if a word hides it. */
    public Optional<Boolean> contains(AddressRange client, Addresses local) {
        if (isIn(client)) {
            return Optional.of(true);
        }
        boolean known = !local.isEmpty() || words.isEmpty();
        if (words.stream().anyMatch(LOCAL_SUBNET::equals) && local.isIn(client)) {
            return Optional.of(true);
        }
        return known && words.stream().allMatch(LOCAL_SUBNET::equals) ? Optional.of(false) : Optional.empty();
    }

    private boolean isIn(AddressRange client) {
        return joined.stream().anyMatch(range -> range.contains(client));
    }

    /** As the IPv4 subnets that they are made of; empty if there is anything else among them. */
    public Optional<List<Ipv4Subnet>> ipv4Subnets() {
        return words.isEmpty() && joined.stream().allMatch(AddressRange::isIpv4)
                ? Optional.of(joined.stream()
                        .flatMap(range -> range.ipv4Subnets().stream())
                        .toList())
                : Optional.empty();
    }

    /** For a rule of the firewall, each in its one spelling, in order; none for everybody. Never for nobody. */
    public List<String> forRule() {
        if (isEmpty()) {
            throw new IllegalStateException("a rule without addresses is one for everybody");
        }
        return isAny() ? List.of() : texts();
    }

    /** As {@link #forRule} for people: {@code any} for everybody, nothing for nobody. */
    public List<String> texts() {
        return isAny()
                ? List.of("any")
                : Stream.concat(ranges.stream().map(AddressRange::toString), words.stream())
                        .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Addresses that && joined.equals(that.joined) && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return 31 * joined.hashCode() + words.hashCode();
    }

    @Override
    public String toString() {
        return String.join(", ", texts());
    }
}
