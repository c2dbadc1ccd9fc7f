package org.doorwarden.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.doorwarden.restrict.Ipv4Subnets.Subnet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4SubnetsTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "10.0.0.0/8, 10.0.0.0/8",
        "10.0.0.0/255.0.0.0, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0/0",
        "10.0.0.0-10.0.0.255, 10.0.0.0/24",
        "10.0.0.1-10.0.0.6, 10.0.0.1 10.0.0.2/31 10.0.0.4/31 10.0.0.6",
        "0.0.0.0-255.255.255.255, 0.0.0.0/0",
        "255.255.255.254 - 255.255.255.255, 255.255.255.254/31"
    })
    void whatIsSaidBecomesSubnets(String said, String subnets) {
        assertEquals(
                subnets,
                Ipv4Subnets.parse(said).orElseThrow().stream().map(Subnet::text).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1/8",
                "10.0.0.0/33",
                "10.0.0.0/255.0.255.0",
                "10.0.0.2-10.0.0.1",
                "10.0.0.0-",
                "::1",
                "10.0.0.0/",
                "1.2.3.4.5",
                "10.0.0.0/-1"
            })
    void anythingElseIsNone(String said) {
        assertEquals(Optional.empty(), Ipv4Subnets.parse(said));
    }

    @Test
    void everyRangeIsCoveredOnceAndNothingElse() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            long one = random.nextLong(1L << 32);
            long other = random.nextLong(1L << 32);
            long first = Math.min(one, other);
            long last = Math.max(one, other);
            List<Subnet> subnets =
                    Ipv4Subnets.parse(text(first) + "-" + text(last)).orElseThrow();
            long next = first;
            for (Subnet subnet : subnets) {
                assertEquals(next, Ipv4Subnets.address(subnet.address()).getAsLong());
                next += 0x100000000L - Ipv4Subnets.address(subnet.mask()).getAsLong();
            }
            assertEquals(last + 1, next);
        }
    }

    private static String text(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
