package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.Seat.Kind;
import org.junit.jupiter.api.Test;

class SeatEvidenceTest {

    private static final String CLIENT = "10.0.0.7";
    private static final String SSH = "192.0.2.5 50022 192.0.2.1 22";
    private static final List<OptionalInt> SESSIONS =
            List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(2));
    private static final List<OptionalInt> CONSOLES = List.of(OptionalInt.empty(), OptionalInt.of(1));
    private static final List<OptionalInt> PROTOCOLS =
            List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(2));
    private static final List<List<String>> ANCESTORS = List.of(
            List.of(),
            List.of("cmd.exe", "explorer.exe"),
            List.of("", "powershell.exe"),
            List.of("cmd.exe", "sshd.exe", "sshd.exe", "services.exe"),
            List.of("SSHD-SESSION.EXE"),
            List.of("wsmprovhost.exe", "svchost.exe"),
            List.of("cmd.exe", "WinRsHost.exe"),
            List.of("wsmprovhost.exe", "sshd.exe"),
            List.of("sshd.exe", "wsmprovhost.exe"));

    /** Every combination, against the same decisions written as a table of rules. */
    @Test
    void everyCombinationIsDecided() {
        int combinations = 0;
        for (SeatEvidence evidence : all()) {
            assertEquals(expected(evidence), evidence.seat(), evidence.toString());
            combinations++;
        }
        assertEquals(4 * 2 * 4 * 9 * 2, combinations);
    }

    private static Seat expected(SeatEvidence evidence) {
        int ancestors = ANCESTORS.indexOf(evidence.ancestors());
        String sshClient = evidence.sshConnection().isEmpty() ? "" : "192.0.2.5";
        if (ancestors == 3 || ancestors == 4 || ancestors == 8) {
            return new Seat(Kind.SSH, sshClient);
        }
        if (ancestors >= 5) {
            return new Seat(Kind.WINRM, "");
        }
        int session = evidence.session().orElse(0);
        if (session == 0) {
            return sshClient.isEmpty() ? Seat.UNKNOWN : new Seat(Kind.SSH, sshClient);
        }
        return switch (evidence.protocol().orElse(-1)) {
            case 0 -> new Seat(Kind.CONSOLE, "");
            case 1, 2 -> new Seat(Kind.REMOTE_DESKTOP, CLIENT);
            default ->
                session == 1 && evidence.consoleSession().isPresent() ? new Seat(Kind.CONSOLE, "") : Seat.UNKNOWN;
        };
    }

    private static List<SeatEvidence> all() {
        List<SeatEvidence> all = new ArrayList<>();
        for (OptionalInt session : SESSIONS) {
            for (OptionalInt console : CONSOLES) {
                for (OptionalInt protocol : PROTOCOLS) {
                    for (List<String> ancestors : ANCESTORS) {
                        for (String ssh : List.of("", SSH)) {
                            all.add(new SeatEvidence(session, console, protocol, CLIENT, ancestors, ssh));
                        }
                    }
                }
            }
        }
        return all;
    }
}
