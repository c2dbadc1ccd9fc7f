package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.doorwarden.backend.windows.OwnerTable.Layout;
import org.doorwarden.backend.windows.OwnerTable.Row;
import org.doorwarden.model.Protocol;
import org.junit.jupiter.api.Test;

/** Tables written byte by byte after the documented structures. */
class OwnerTableTest {

    @Test
    void tcpOverIpv4() {
        byte[] table = bytes(
                "02000000",
                // state, local address, local port, remote address, remote port, process
                "02000000 00000000 00500000 00000000 00000000 04000000",
                "02000000 7f000001 c0010000 00000000 00000000 ffffffff");

        assertEquals(
                List.of(
                        new Row(Protocol.TCP, "0.0.0.0", 80, 4),
                        new Row(Protocol.TCP, "127.0.0.1", 49153, 4294967295L)),
                OwnerTable.parse(table, Layout.TCP4));
    }

    @Test
    void tcpOverIpv6() {
        byte[] table = bytes(
                "03000000",
                // local address, scope, port, remote address, scope, port, state, process
                "00000000000000000000000000000000 00000000 01bb0000",
                "00000000000000000000000000000000 00000000 00000000 02000000 d2040000",
                "00000000000000000000000000000001 00000000 0d3d0000",
                "00000000000000000000000000000000 00000000 00000000 02000000 d3040000",
                "fe800000000000000000000000000042 05000000 00870000",
                "00000000000000000000000000000000 00000000 00000000 02000000 d4040000");

        assertEquals(
                List.of(
                        new Row(Protocol.TCP, "::", 443, 1234),
                        new Row(Protocol.TCP, "::1", 3389, 1235),
                        new Row(Protocol.TCP, "fe80::42", 135, 1236)),
                OwnerTable.parse(table, Layout.TCP6));
    }

    @Test
    void udpOverBoth() {
        assertEquals(
                List.of(new Row(Protocol.UDP, "192.168.1.9", 137, 8)),
                OwnerTable.parse(bytes("01000000", "c0a80109 00890000 08000000"), Layout.UDP4));
        assertEquals(
                List.of(new Row(Protocol.UDP, "::", 500, 9)),
                OwnerTable.parse(
                        bytes("01000000", "00000000000000000000000000000000 00000000 01f40000 09000000"), Layout.UDP6));
    }

    @Test
    void aCountLargerThanTheMemoryReadsNoFurther() {
        assertEquals(List.of(), OwnerTable.parse(bytes("ff000000"), Layout.TCP4));
    }

    private static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
    }
}
