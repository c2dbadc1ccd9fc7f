package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionResourceTest {

    private static final List<String> USUAL = List.of("040904b0", "040904e4", "04090000");

    @Test
    void theLanguagesOfTheResourceComeFirst() {
        byte[] germanAndNeutral = {0x07, 0x04, (byte) 0xB0, 0x04, 0, 0, (byte) 0xE4, 0x04, 0x09};
        assertEquals(
                List.of("040704b0", "000004e4", "040904b0", "040904e4", "04090000"),
                VersionResource.languages(germanAndNeutral));
        assertEquals(USUAL, VersionResource.languages(new byte[0]));
        assertEquals(USUAL, VersionResource.languages(new byte[] {1, 2, 3}));
    }

    @Test
    void aTextEndsWhereItEnds() {
        assertEquals("Acme Ω", VersionResource.text(utf16(" Acme Ω \0rubbish")));
        assertEquals("Acme", VersionResource.text(utf16("Acme")));
        assertEquals("", VersionResource.text(utf16("\0")));
        assertEquals("", VersionResource.text(new byte[] {65}));
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
