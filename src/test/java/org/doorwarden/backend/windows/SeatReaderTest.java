package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.Seat.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeatReaderTest {

    private static final int PROTOCOL = 16;
    private static final int ADDRESS = 14;
    private static final int NAME = 10;

    private final RecordedSessions sessions = new RecordedSessions();
    private final List<ReadProblem> problems = new ArrayList<>();
    private String sshConnection;

    /** wtsapi32.dll without Windows: what it answers, by the number of what it is asked for. */
    private static final class RecordedSessions implements SessionFunctions {

        final NativeMemory memory = new NativeMemory();
        final Map<Integer, byte[]> answers = new HashMap<>();
        int session = 1;
        int console = 1;

        @Override
        public boolean ProcessIdToSessionId(int process, IntByReference found) {
            assertEquals(ProcessHandle.current().pid(), process);
            found.setValue(session);
            return session >= 0 || fail(5);
        }

        @Override
        public int WTSGetActiveConsoleSessionId() {
            return console;
        }

        @Override
        public boolean WTSQuerySessionInformationW(
                Pointer server, int asked, int infoClass, PointerByReference buffer, IntByReference size) {
            assertEquals(null, server);
            assertEquals(-1, asked);
            byte[] answer = answers.get(infoClass);
            if (answer == null) {
                return fail(1722);
            }
            Memory copy = memory.room(answer.length);
            copy.write(0, answer, 0, answer.length);
            buffer.setValue(memory.handOut(copy));
            size.setValue(answer.length);
            return true;
        }

        private static boolean fail(int code) {
            Native.setLastError(code);
            return false;
        }

        @Override
        public void WTSFreeMemory(Pointer freed) {
            memory.free(freed);
        }
    }

    @AfterEach
    void nothingIsLeft() {
        assertTrue(sessions.memory.isAllFreed());
    }

    @Test
    void theConsoleIsTold() {
        sessions.answers.put(PROTOCOL, new byte[] {0, 0});
        assertEquals(new Seat(Kind.CONSOLE, ""), read());
        assertEquals(List.of(), problems);
    }

    @Test
    void remoteDesktopIsToldWithItsClient() {
        sessions.answers.put(PROTOCOL, new byte[] {2, 0});
        assertEquals(new Seat(Kind.REMOTE_DESKTOP, ""), read());
        sessions.answers.put(NAME, "ЗАЛ-7\0".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(new Seat(Kind.REMOTE_DESKTOP, "ЗАЛ-7"), read());
        sessions.answers.put(ADDRESS, address("02000000" + "0000c0a80107"));
        assertEquals(new Seat(Kind.REMOTE_DESKTOP, "192.168.1.7"), read());
    }

    @Test
    void anAddressIsReadAsMicrosoftWritesItEitherWay() {
        assertEquals(Optional.of("10.255.0.9"), SeatReader.address(address("02000000" + "00000aff0009")));
        String text = HexFormat.of().formatHex("203.0.113.10\0".getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.of("203.0.113.10"), SeatReader.address(address("02000000" + text)));
        for (String none : List.of("00000000", "17000000" + "fe80", "02000000", "02000000" + "41424300")) {
            assertEquals(Optional.empty(), SeatReader.address(address(none)), none);
        }
        assertEquals(Optional.empty(), SeatReader.address(new byte[] {2, 0, 0, 0}));
    }

    @Test
    void whereWindowsDoesNotTellTheConsoleSessionDecidesOrNobodyKnows() {
        assertEquals(new Seat(Kind.CONSOLE, ""), read());
        sessions.console = -1;
        assertEquals(Seat.UNKNOWN, read());
        assertEquals(List.of(new ReadProblem(Part.SEAT, "session 1", 1722)), problems);
    }

    @Test
    void whatCannotBeToldIsAProblem() {
        sessions.session = -1;
        assertEquals(Seat.UNKNOWN, read());
        assertEquals(List.of(new ReadProblem(Part.SEAT, "ProcessIdToSessionId", 5)), problems);
        problems.clear();
        sessions.session = 0;
        sessions.answers.put(PROTOCOL, new byte[] {0, 0});
        assertEquals(Seat.UNKNOWN, read());
        assertEquals(List.of(new ReadProblem(Part.SEAT, "session 0", 0)), problems);
    }

    @Test
    void theVariableOfSshTellsTheClient() {
        sessions.session = 0;
        sshConnection = "fe80::1%4 50022 192.0.2.1 22";
        assertEquals(new Seat(Kind.SSH, "fe80::1%4"), read());
        assertEquals(List.of(), problems);
    }

    @Test
    void theProgramsThatStartedThisOneTell() {
        sessions.answers.put(PROTOCOL, new byte[] {2, 0});
        ProcessHandle server = RecordedProcess.of("C:\\Windows\\System32\\OpenSSH\\sshd.exe", 5, null);
        ProcessHandle shell = RecordedProcess.of("", 7, server);
        assertEquals(new Seat(Kind.SSH, ""), read(RecordedProcess.of("C:\\x\\java.exe", 7, shell)));
    }

    /** The parent of what runs in a session has ended long ago, and its number is free for others. */
    @Test
    void whoeverStartedLaterStartedNothingEarlier() {
        sessions.answers.put(PROTOCOL, new byte[] {2, 0});
        ProcessHandle stranger = RecordedProcess.of("C:\\Windows\\System32\\OpenSSH\\sshd.exe", 9, null);
        ProcessHandle explorer = RecordedProcess.of("C:\\Windows\\explorer.exe", 5, stranger);
        assertEquals(new Seat(Kind.REMOTE_DESKTOP, ""), read(RecordedProcess.of("C:\\x\\java.exe", 10, explorer)));
    }

    private Seat read() {
        return read(ProcessHandle.current());
    }

    private Seat read(ProcessHandle process) {
        return new SeatReader(sessions, name -> name.equals("SSH_CONNECTION") ? sshConnection : null, process)
                .read(problems);
    }

    /** The four bytes of the family, and twenty of the address. */
    private static byte[] address(String hex) {
        return HexFormat.of().parseHex(hex + "0".repeat(48 - hex.length()));
    }
}
