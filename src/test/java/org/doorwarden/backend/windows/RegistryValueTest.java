package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RegistryValueTest {

    private static final int REG_SZ = 1;
    private static final int REG_EXPAND_SZ = 2;
    private static final int REG_BINARY = 3;
    private static final int REG_DWORD = 4;
    private static final int REG_MULTI_SZ = 7;

    @Test
    void numbers() {
        assertEquals(OptionalInt.of(4), new RegistryValue(REG_DWORD, new byte[] {4, 0, 0, 0}).number());
        assertEquals(OptionalInt.of(-2), new RegistryValue(REG_DWORD, new byte[] {-2, -1, -1, -1}).number());
        assertEquals(OptionalInt.empty(), new RegistryValue(REG_DWORD, new byte[] {4, 0}).number(), "cut off");
        assertEquals(OptionalInt.empty(), value(REG_SZ, "4").number(), "a number written as a text is none");
    }

    @Test
    void texts() {
        assertEquals("LocalSystem", value(REG_SZ, "LocalSystem\0").text());
        assertEquals(
                "%SystemRoot%\\x.exe",
                value(REG_EXPAND_SZ, "%SystemRoot%\\x.exe\0").text(), "unexpanded");
        assertEquals("no end", value(REG_SZ, "no end").text());
        assertEquals("rubbish", value(REG_SZ, "rubbish\0after the end").text());
        assertEquals("", value(REG_BINARY, "abc\0").text());
        assertEquals("", new RegistryValue(REG_SZ, new byte[0]).text());
        assertEquals("a", new RegistryValue(REG_SZ, new byte[] {'a', 0, 'b'}).text(), "half a character");
    }

    @Test
    void lists() {
        assertEquals(
                List.of("RPCSS", "+TDI"), value(REG_MULTI_SZ, "RPCSS\0+TDI\0\0").texts());
        assertEquals(List.of("RPCSS"), value(REG_MULTI_SZ, "RPCSS").texts(), "no end at all");
        assertEquals(List.of("one"), value(REG_MULTI_SZ, "one\0\0hidden\0\0").texts(), "nothing after the end");
        assertEquals(List.of(), value(REG_MULTI_SZ, "\0\0").texts());
        assertEquals(List.of("RpcSs"), value(REG_SZ, "RpcSs\0").texts(), "a single text counts as a list of one");
    }

    private static RegistryValue value(int type, String characters) {
        return new RegistryValue(type, characters.getBytes(StandardCharsets.UTF_16LE));
    }
}
