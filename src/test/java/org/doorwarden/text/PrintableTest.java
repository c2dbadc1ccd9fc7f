package org.doorwarden.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void plainTextOfAnyScriptStaysAsItIs() {
        String text = "Spooler Диспетчер 列印 🖨";
        assertSame(text, Printable.of(text));
    }

    @Test
    void controlCharactersShowThemselves() {
        assertEquals("a\\u0000b\\u0007c\\u009bd\\u2028e", Printable.of("a\0b\u0007c\u009bd\u2028e"));
    }
}
