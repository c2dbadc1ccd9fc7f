package org.doorwarden.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv4SubnetTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "10.0.0.0/8, 10.0.0.0/8",
        "10.0.0.0/255.0.0.0, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0-255.255.255.255",
        "10.0.0.0-10.0.0.255, 10.0.0.0/24",
        "10.0.0.1-10.0.0.6, 10.0.0.1 10.0.0.2/31 10.0.0.4/31 10.0.0.6",
        "0.0.0.0-255.255.255.255, 0.0.0.0-255.255.255.255",
        "255.255.255.254 - 255.255.255.255, 255.255.255.254/31"
    })
    void whatIsSaidBecomesSubnets(String said, String subnets) {
        assertEquals(
                subnets,
                subnets(said).orElseThrow().stream().map(Ipv4Subnet::text).collect(Collectors.joining(" ")));
    }

    @Test
    void whatIsMoreThanIpv4IsNotPutIntoSubnets() {
        for (String more : List.of("2001:db8::/32", "LocalSubnet", "any")) {
            assertEquals(Optional.empty(), subnets(more, "10.0.0.1"), more);
        }
    }

    @Test
    void everyRangeIsCoveredOnceAndNothingElse() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            long one = random.nextLong(1L << 32);
            long other = random.nextLong(1L << 32);
            long first = Math.min(one, other);
            long last = Math.max(one, other);
            List<Ipv4Subnet> subnets = subnets(text(first) + "-" + text(last)).orElseThrow();
            long next = first;
            for (Ipv4Subnet subnet : subnets) {
                assertEquals(next, number(subnet.address()));
                next += 0x100000000L - number(subnet.mask());
            }
            assertEquals(last + 1, next);
        }
    }

    private static Optional<List<Ipv4Subnet>> subnets(String... said) {
        return Addresses.ofRule(List.of(said)).ipv4Subnets();
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static String text(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
