package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.Seat.Kind;

/**
 * Finds out where the person sits who runs this program.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wts_client_address">
 *     WTS_CLIENT_ADDRESS</a>, which the client says of itself
 */
final class SeatReader {

    /** WTS_CURRENT_SESSION. */
    private static final int CURRENT_SESSION = -1;

    private static final int CLIENT_NAME = 10;
    private static final int CLIENT_ADDRESS = 14;
    private static final int CLIENT_PROTOCOL_TYPE = 16;
    private static final int NO_SESSION = -1;
    private static final int INTERNET = 2;
    /** The family, and twenty bytes of address. */
    private static final int ADDRESS_SIZE = 24;
    /** A machine that is confused about who started whom must not keep us. */
    private static final int MOST_ANCESTORS = 64;

    private final SessionFunctions functions;
    private final UnaryOperator<String> environment;
    private final ProcessHandle process;
    private final List<String> ancestors;

    /**
     * Who started the process never changes, and is asked once: Windows goes through all processes for each of them.
     *
     * @param environment gives the value of a variable, or null
     * @param process this one
     */
    SeatReader(SessionFunctions functions, UnaryOperator<String> environment, ProcessHandle process) {
        this.functions = functions;
        this.environment = environment;
        this.process = process;
        this.ancestors = ancestors(process);
    }

    /** The session may move from one seat to another, and is asked about each time. */
    Seat read(List<ReadProblem> problems) {
        IntByReference id = new IntByReference();
        OptionalInt session = functions.ProcessIdToSessionId((int) process.pid(), id)
                ? OptionalInt.of(id.getValue())
                : OptionalInt.empty();
        int error = session.isPresent() ? 0 : Native.getLastError();
        OptionalInt protocol = OptionalInt.empty();
        if (session.isPresent()) {
            protocol = protocol();
            error = protocol.isPresent() ? 0 : Native.getLastError();
        }
        int console = functions.WTSGetActiveConsoleSessionId();
        Seat seat = new SeatEvidence(
                        session,
                        console == NO_SESSION ? OptionalInt.empty() : OptionalInt.of(console),
                        protocol,
                        protocol.orElse(0) == 0 ? "" : client(),
                        ancestors,
                        Optional.ofNullable(environment.apply("SSH_CONNECTION")).orElse(""))
                .seat();
        if (seat.kind() == Kind.UNKNOWN) {
            String target = session.isPresent() ? "session " + session.getAsInt() : "ProcessIdToSessionId";
            problems.add(new ReadProblem(Part.SEAT, target, error));
        }
        return seat;
    }

    /**
     * Windows keeps the number of the parent, not the parent: once that has ended, a later program may have its number.
     *
     * @see <a href="https://git.iain.cx/?p=nssm.git;a=commit;h=9884e231415258809dfb1ef117b6bc9a5b011514">NSSM, which was bitten
     *     by that</a>
     */
    private static List<String> ancestors(ProcessHandle process) {
        List<String> names = new ArrayList<>();
        Instant born = process.info().startInstant().orElse(Instant.MAX);
        Optional<ProcessHandle> parent = process.parent();
        while (parent.isPresent() && names.size() < MOST_ANCESTORS) {
            // What this account may not ask about has neither name nor start; it is still one on the way.
            ProcessHandle.Info info = parent.get().info();
            Instant started = info.startInstant().orElse(born);
            if (started.isAfter(born)) {
                break;
            }
            String command = info.command().orElse("");
            names.add(command.substring(command.lastIndexOf('\\') + 1));
            born = started;
            parent = parent.get().parent();
        }
        return List.copyOf(names);
    }

    private OptionalInt protocol() {
        return ask(CLIENT_PROTOCOL_TYPE)
                .filter(bytes -> bytes.length >= 2)
                .map(bytes -> OptionalInt.of(number(bytes, 0)))
                .orElse(OptionalInt.empty());
    }

    private String client() {
        Optional<String> address = ask(CLIENT_ADDRESS).flatMap(SeatReader::address);
        return address.or(() -> ask(CLIENT_NAME).map(SeatReader::text)).orElse("");
    }

    /**
     * The address of an IPv4 client: its four bytes begin two bytes into the address, or it is written as a text.
     * Microsoft documents both. Where the bytes of an IPv6 client begin is told in two ways as well, and those cannot be
     * told apart.
     */
    static Optional<String> address(byte[] structure) {
        if (structure.length < ADDRESS_SIZE || number(structure, 0) != INTERNET) {
            return Optional.empty();
        }
        if (structure[4] != 0) {
            String text = new String(structure, 4, ADDRESS_SIZE - 4, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
            return text.matches("\\d{1,3}(\\.\\d{1,3}){3}") ? Optional.of(text) : Optional.empty();
        }
        String text = (structure[6] & 0xFF)
                + "."
                + (structure[7] & 0xFF)
                + "."
                + (structure[8] & 0xFF)
                + "."
                + (structure[9] & 0xFF);
        return text.equals("0.0.0.0") ? Optional.empty() : Optional.of(text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE).split("\0", 2)[0];
    }

    private static int number(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8;
    }

    private Optional<byte[]> ask(int infoClass) {
        PointerByReference buffer = new PointerByReference();
        IntByReference size = new IntByReference();
        if (!functions.WTSQuerySessionInformationW(null, CURRENT_SESSION, infoClass, buffer, size)) {
            return Optional.empty();
        }
        Pointer memory = buffer.getValue();
        if (memory == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(memory.getByteArray(0, size.getValue()));
        } finally {
            functions.WTSFreeMemory(memory);
        }
    }
}
