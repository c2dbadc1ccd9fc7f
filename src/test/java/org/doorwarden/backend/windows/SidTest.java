package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SidTest {

    @Test
    void textAndBytesAreTheSameSid() {
        assertSid("S-1-1-0", "010100000000000100000000");
        assertSid("S-1-5-32-544", "01020000000000052000000020020000");
        assertSid("S-1-5-21-4294967295-1-2-500", "010500000000000515000000ffffffff0100000002000000f4010000");
        assertSid("S-1-0x010000000000-7", "010101000000000007000000");
        assertSid("S-1-5", "0100000000000005");
    }

    @Test
    void otherTextsAreNoSids() {
        for (String text : List.of(
                "",
                "S-1",
                "S-1-",
                "S-2-5-32",
                "BA",
                "S-1-5-x",
                "S-1-5-4294967296",
                "S-1-5-32-544 ",
                "alice",
                "S-1-5--1")) {
            assertEquals(Optional.empty(), Sid.parse(text), text);
        }
        assertEquals(Optional.empty(), Sid.parse("S-1-5" + "-1".repeat(16)));
    }

    private static void assertSid(String text, String hex) {
        byte[] bytes = Sid.parse(text).orElseThrow();
        assertArrayEquals(HexFormat.of().parseHex(hex), bytes, text);
        assertEquals(text, Sid.at(Sid.copy(bytes)));
    }
}
