package org.doorwarden.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorwarden.network.AddressInput.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressInputTest {

    private static final int GENERATED = 2_000;
    private static final String ODD = "0123456789abcdefABCDEFx.:/-%* ,[]g";

    @Test
    void twoThousandTextsMeanWhatASecondOpinionSays() throws Exception {
        Random random = new Random(20011);
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < GENERATED; i++) {
            String text = RandomAddresses.text(random);
            if (random.nextBoolean()) {
                text = spoiled(random, text);
            }
            Optional<AddressOracle> expected = AddressOracle.parse(text.strip());
            AddressInput input = AddressInput.of(text);
            boolean means = input.kind() == Kind.ADDRESSES || input.kind() == Kind.SUBNET_WITH_REST;
            assertEquals(expected.isPresent(), means, text);
            if (expected.isPresent()) {
                valid++;
                assertEquals(expected.get().rest(), input.kind() == Kind.SUBNET_WITH_REST, text);
                assertMeans(expected.get(), text, random);
            } else {
                invalid++;
                assertTrue(input.addresses().isEmpty() || input.kind() == Kind.ANY, text);
            }
        }
        assertTrue(valid > GENERATED / 3 && invalid > GENERATED / 4, valid + " valid, " + invalid + " invalid");
    }

    private static void assertMeans(AddressOracle expected, String text, Random random) throws Exception {
        AddressRange range = AddressRange.parse(text.strip()).orElseThrow();
        BigInteger length = expected.last().subtract(expected.first());
        for (BigInteger inside : List.of(
                expected.first(),
                expected.last(),
                expected.first().add(new BigInteger(length.bitLength(), random).min(length)))) {
            assertTrue(range.contains(address(expected.ipv6(), inside)), text + " has " + inside);
        }
        BigInteger highest = BigInteger.ONE.shiftLeft(expected.ipv6() ? 128 : 32);
        for (BigInteger outside : List.of(
                expected.first().subtract(BigInteger.ONE), expected.last().add(BigInteger.ONE))) {
            if (outside.signum() >= 0 && outside.compareTo(highest) < 0) {
                assertFalse(range.contains(address(expected.ipv6(), outside)), text + " has not " + outside);
            }
        }
        assertEquals(
                Optional.of(new AddressOracle(expected.ipv6(), expected.first(), expected.last(), false)),
                AddressOracle.parse(range.toString()),
                "the one spelling of " + text);
        assertEquals(Optional.of(range), AddressRange.parse(range.toString()));
    }

    /** By way of the JDK, which has its own idea of an address's bytes. */
    private static AddressRange address(boolean ipv6, BigInteger value) throws Exception {
        byte[] bytes = new byte[ipv6 ? 16 : 4];
        byte[] digits = value.toByteArray();
        for (int i = 1; i <= Math.min(bytes.length, digits.length); i++) {
            bytes[bytes.length - i] = digits[digits.length - i];
        }
        InetAddress address = InetAddress.getByAddress(bytes);
        return AddressRange.address(address.getHostAddress()).orElseThrow();
    }

    private static String spoiled(Random random, String text) {
        StringBuilder spoiled = new StringBuilder(text);
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(spoiled.length());
            char odd = ODD.charAt(random.nextInt(ODD.length()));
            switch (random.nextInt(4)) {
                case 0 -> spoiled.insert(at, odd);
                case 1 -> spoiled.setCharAt(at, odd);
                case 2 -> spoiled.insert(at, spoiled.charAt(at));
                default -> {
                    if (spoiled.length() > 1) {
                        spoiled.deleteCharAt(at);
                    }
                }
            }
        }
        return spoiled.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "010.0.0.1",
                "0x0a.0.0.1",
                "0xa000001",
                "10",
                "10.1",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1.2",
                "1.2.3.4/33",
                "1.2.3.4/08",
                "1.2.3.4/-1",
                "1.2.3.4/",
                "/8",
                "10.0.0.0/255.0.255.0",
                "10.0.0.0/0.255.255.255",
                "10.0.0.9-10.0.0.1",
                "10.0.0.1-",
                "-10.0.0.1",
                "10.0.0.1-::1",
                "1-9",
                "10.0.0.1-9",
                "fe80::1%eth0",
                "fe80::1%3",
                "::ffff:10.0.0.1",
                "::ffff:a00:1",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                ":::",
                "12345::",
                "::1/129",
                "::/ffff::",
                "10.0.0.*",
                "10.*",
                "10.0.0.0-255",
                "[::1]",
                "10.0.0.1:80",
                "dns",
                "DHCP",
                "wins",
                "DefaultGateway",
                "a b",
                "-host",
                "host-",
                "a..b",
                ".host",
                "host.",
                "xn--.",
                "höst",
                "host_1",
                "host;calc",
                "1.2.3.4.example.5"
            })
    void whatMeansNothingIsRefused(String text) {
        assertEquals(new AddressInput(Kind.NOTHING, Addresses.NONE), AddressInput.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/255.0.0.0, 10.0.0.0/8",
        "10.0.0.0-10.255.255.255, 10.0.0.0/8",
        "10.0.0.7/32, 10.0.0.7",
        "10.0.0.7-10.0.0.7, 10.0.0.7",
        "10.0.0.1 - 10.0.0.9, 10.0.0.1-10.0.0.9",
        "2001:DB8:0:0::1, 2001:db8::1",
        "2001:db8::/32, 2001:db8::/32",
        "0.0.0.0/0, 0.0.0.0-255.255.255.255",
        "localSUBNET, LocalSubnet"
    })
    void whatIsSaidHasOneSpelling(String said, String spelling) {
        AddressInput input = AddressInput.of(said);
        assertEquals(Kind.ADDRESSES, input.kind());
        assertEquals(List.of(spelling), input.addresses().forRule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "ANY", "*", " * "})
    void everybodyIsSaidByAWord(String text) {
        assertEquals(new AddressInput(Kind.ANY, Addresses.ANY), AddressInput.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin.example.org", "a-b.c", "3com.example", "xn--hst-sna.example"})
    void namesOfHostsAreToBeLookedUp(String text) {
        assertEquals(Kind.HOST_NAME, AddressInput.of(text).kind());
    }

    @Test
    void aSubnetThatDoesNotBeginAtItsFirstAddressIsNotGuessed() {
        for (String text : List.of("10.0.0.5/8", "10.0.0.5/255.0.0.0", "2001:db8::1/32")) {
            assertEquals(Kind.SUBNET_WITH_REST, AddressInput.of(text).kind(), text);
        }
    }

    @Test
    void aNameOfTheGreatestLengthIsOneAndALongerOneIsNot() {
        String part = "a".repeat(63);
        String longest = String.join(".", part, part, part, "a".repeat(61));
        assertEquals(Kind.HOST_NAME, AddressInput.of(longest).kind());
        assertEquals(Kind.NOTHING, AddressInput.of(longest + "a").kind());
        assertEquals(Kind.NOTHING, AddressInput.of("a" + part).kind());
        assertEquals(Kind.NOTHING, AddressInput.of("9".repeat(100_000)).kind());
        char[] dots = new char[100_000];
        Arrays.fill(dots, ':');
        assertEquals(Kind.NOTHING, AddressInput.of(new String(dots)).kind());
    }
}
