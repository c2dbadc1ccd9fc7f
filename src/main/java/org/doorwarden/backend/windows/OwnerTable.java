package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.doorwarden.model.Protocol;

/**
 * Listening sockets with the process that owns them.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcprow_owner_pid">
 *     MIB_TCPROW_OWNER_PID</a>, and its kin for TCP over IPv6 and for UDP
 */
final class OwnerTable {

    private static final int INSUFFICIENT_BUFFER = 122;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 23;
    private static final int TCP_TABLE_OWNER_PID_LISTENER = 3;
    private static final int UDP_TABLE_OWNER_PID = 1;
    /** Enough for most servers: asking for the size costs Windows as much as the table itself. */
    private static final int FIRST_SIZE = 64 * 1024;

    private static final int SPARE = 4096;
    /** What the short form of an IPv6 address leaves out. */
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private OwnerTable() {}

    /** One row of a table. */
    record Row(Protocol protocol, String address, int port, long pid) {}

    /** Where the fields of a row are, in bytes. */
    enum Layout {
        TCP4(Protocol.TCP, 24, 4, 4, 8, 20),
        TCP6(Protocol.TCP, 56, 0, 16, 20, 52),
        UDP4(Protocol.UDP, 12, 0, 4, 4, 8),
        UDP6(Protocol.UDP, 28, 0, 16, 20, 24);

        private final Protocol protocol;
        private final int size;
        private final int address;
        private final int addressLength;
        private final int port;
        private final int pid;

        Layout(Protocol protocol, int size, int address, int addressLength, int port, int pid) {
            this.protocol = protocol;
            this.size = size;
            this.address = address;
            this.addressLength = addressLength;
            this.port = port;
            this.pid = pid;
        }
    }

    /** All listening TCP sockets. */
    static List<Row> tcp() throws WindowsFailure {
        List<Row> rows = new ArrayList<>(parse(
                fetch(
                        "GetExtendedTcpTable",
                        (memory, size) -> IpHelper.GetExtendedTcpTable(
                                memory, size, false, AF_INET, TCP_TABLE_OWNER_PID_LISTENER, 0)),
                Layout.TCP4));
        rows.addAll(parse(
                fetch(
                        "GetExtendedTcpTable",
                        (memory, size) -> IpHelper.GetExtendedTcpTable(
                                memory, size, false, AF_INET6, TCP_TABLE_OWNER_PID_LISTENER, 0)),
                Layout.TCP6));
        return rows;
    }

    /** All bound UDP sockets. */
    static List<Row> udp() throws WindowsFailure {
        List<Row> rows = new ArrayList<>(parse(
                fetch(
                        "GetExtendedUdpTable",
                        (memory, size) ->
                                IpHelper.GetExtendedUdpTable(memory, size, false, AF_INET, UDP_TABLE_OWNER_PID, 0)),
                Layout.UDP4));
        rows.addAll(parse(
                fetch(
                        "GetExtendedUdpTable",
                        (memory, size) ->
                                IpHelper.GetExtendedUdpTable(memory, size, false, AF_INET6, UDP_TABLE_OWNER_PID, 0)),
                Layout.UDP6));
        return rows;
    }

    /** Reads a table: a number of rows, then the rows. */
    static List<Row> parse(byte[] table, Layout layout) {
        ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int count = Math.min(bytes.getInt(0), (table.length - 4) / layout.size);
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = 4 + i * layout.size;
            byte[] address = Arrays.copyOfRange(table, at + layout.address, at + layout.address + layout.addressLength);
            // The port is the one field in network order.
            int port = (table[at + layout.port] & 0xFF) << 8 | (table[at + layout.port + 1] & 0xFF);
            rows.add(new Row(
                    layout.protocol, text(address), port, Integer.toUnsignedLong(bytes.getInt(at + layout.pid))));
        }
        return rows;
    }

    private static String text(byte[] address) {
        try {
            return ZEROS.matcher(InetAddress.getByAddress(address).getHostAddress())
                    .replaceFirst("::");
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of 4 or 16 bytes", impossible);
        }
    }

    @FunctionalInterface
    private interface Fetch {
        int into(Pointer memory, IntByReference size);
    }

    /** Asks for the table, with more room as long as it does not fit; it may grow in between. */
    private static byte[] fetch(String function, Fetch fetch) throws WindowsFailure {
        Memory memory = new Memory(FIRST_SIZE);
        IntByReference size = new IntByReference(FIRST_SIZE);
        int error = fetch.into(memory, size);
        while (error == INSUFFICIENT_BUFFER) {
            memory = new Memory(size.getValue() + (long) SPARE);
            size.setValue((int) memory.size());
            error = fetch.into(memory, size);
        }
        if (error != 0) {
            throw new WindowsFailure(function, error);
        }
        return memory.getByteArray(0, (int) memory.size());
    }
}
