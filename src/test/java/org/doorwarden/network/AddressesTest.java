package org.doorwarden.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final int LAST = 31;

    @Test
    void coveringIsBeingInForEachSingleAddress() {
        Random random = new Random(7);
        int covered = 0;
        for (int i = 0; i < 2_000; i++) {
            TreeSet<Integer> these = new TreeSet<>();
            TreeSet<Integer> those = new TreeSet<>();
            Addresses one = some(random, these, 4);
            Addresses other = some(random, those, 2);
            assertEquals(these.containsAll(those), one.covers(other), one + " / " + other);
            covered += these.containsAll(those) ? 1 : 0;
            for (int last = 0; last <= LAST; last++) {
                assertEquals(Optional.of(these.contains(last)), one.contains(address(last), Addresses.NONE));
            }
        }
        assertTrue(covered > 100, covered + " covered");
    }

    /** Ranges among the first addresses of 10.0.0.0, and which addresses are in them. */
    private static Addresses some(Random random, TreeSet<Integer> numbers, int most) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(most); i++) {
            int from = random.nextInt(LAST + 1);
            int to = from + random.nextInt(LAST + 1 - from);
            texts.add("10.0.0." + from + "-10.0.0." + to);
            for (int each = from; each <= to; each++) {
                numbers.add(each);
            }
        }
        return Addresses.ofRule(texts);
    }

    private static AddressRange address(int last) {
        return AddressRange.address("10.0.0." + last).orElseThrow();
    }

    @Test
    void noAddressesAreEverybodyForARuleAndAreNeverWrittenForNobody() {
        assertTrue(Addresses.ofRule(List.of()).isAny());
        assertTrue(Addresses.ofRule(List.of("10.0.0.1", "*")).isAny());
        assertEquals(List.of(), Addresses.ANY.forRule());
        assertThrows(IllegalStateException.class, Addresses.NONE::forRule);
        assertEquals(List.of(), Addresses.NONE.texts());
        assertEquals(List.of("any"), Addresses.ANY.texts());
    }

    @Test
    void allOfBothKindsIsEverybodyAndAllOfOneKindIsNot() {
        assertFalse(Addresses.ofRule(List.of("0.0.0.0/0")).isAny());
        assertTrue(Addresses.ofRule(List.of("0.0.0.0/1", "128.0.0.0/1", "::/0")).isAny());
    }

    @Test
    void whatAWordMeansIsNotGuessed() {
        Addresses local = Addresses.ofRule(List.of("localsubnet"));
        Addresses network = Addresses.ofRule(List.of("10.0.0.0/24"));
        assertFalse(network.covers(local));
        assertFalse(local.covers(network));
        assertTrue(local.covers(Addresses.ofRule(List.of("LocalSubnet"))));
        assertTrue(Addresses.ANY.covers(local));
        assertEquals(Optional.empty(), local.contains(address(1), Addresses.NONE));
        assertEquals(Optional.of(true), local.contains(address(1), network));
        assertEquals(
                Optional.of(false),
                local.contains(AddressRange.address("10.0.1.1").orElseThrow(), network));
        assertEquals(Optional.empty(), Addresses.ofRule(List.of("DNS")).contains(address(1), network));
    }

    @Test
    void theSameAddressesAreEqualHoweverTheFirewallSpellsThem() {
        assertEquals(
                Addresses.ofRule(List.of("10.0.0.5/255.255.255.255", "192.168.0.0/255.255.0.0", "LOCALSUBNET")),
                Addresses.ofRule(List.of("LocalSubnet", "192.168.0.0-192.168.255.255", "10.0.0.5")));
        assertEquals(
                List.of("10.0.0.5", "192.168.0.0/16", "fe80::/64", "LocalSubnet"),
                Addresses.ofRule(List.of("fe80::/64", "localsubnet", "192.168.0.0/255.255.0.0", "10.0.0.5/32"))
                        .forRule());
    }
}
