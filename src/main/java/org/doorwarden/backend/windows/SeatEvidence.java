package org.doorwarden.backend.windows;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.Seat.Kind;

/**
 * What speaks for where the person sits. The programs that this one was started by tell of WinRM and SSH, whose shells
 * run in the session of the services; the session itself tells console and Remote Desktop apart. Whoever looks over the
 * console's shoulder by VNC or the like seems to sit at it.
 *
 * @param session the session of this process; empty if that could not be told
 * @param consoleSession the session that screen and keyboard of the machine belong to; empty for none
 * @param protocol what carries the session: 0 the console itself, 2 Remote Desktop; empty if Windows did not tell
 * @param client where Windows says that the session comes from, empty for nowhere
 * @param ancestors the names of the programs that started this one, the nearest first, as far as they still ran
 * @param sshConnection the variable SSH_CONNECTION, empty if there is none: address and port of the client, then those
 *     of the server
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ne-wtsapi32-wts_info_class">WTS_INFO_CLASS,
 *     WTSClientProtocolType</a>
 * @see <a href="https://man.openbsd.org/ssh#ENVIRONMENT">ssh(1), SSH_CONNECTION</a>
 */
record SeatEvidence(
        OptionalInt session,
        OptionalInt consoleSession,
        OptionalInt protocol,
        String client,
        List<String> ancestors,
        String sshConnection) {

    private static final Set<String> SSH = Set.of("sshd.exe", "sshd-session.exe");
    /** The hosts of PowerShell remoting and of winrs. */
    private static final Set<String> WINRM = Set.of("wsmprovhost.exe", "winrshost.exe");

    /** Services run in session 0 since Windows Vista, and nobody can sit there. */
    private static final int SERVICES = 0;

    private static final int CONSOLE_PROTOCOL = 0;

    /** The seat; {@link Kind#UNKNOWN} where the evidence does not suffice. */
    Seat seat() {
        for (String ancestor : ancestors) {
            String name = ancestor.toLowerCase(Locale.ROOT);
            if (SSH.contains(name)) {
                return new Seat(Kind.SSH, sshClient());
            }
            if (WINRM.contains(name)) {
                return new Seat(Kind.WINRM, "");
            }
        }
        boolean withServices = session.isEmpty() || session.getAsInt() == SERVICES;
        if (withServices) {
            // The SSH server that set the variable may have gone since.
            return sshConnection.isBlank() ? Seat.UNKNOWN : new Seat(Kind.SSH, sshClient());
        }
        if (protocol.isPresent()) {
            return protocol.getAsInt() == CONSOLE_PROTOCOL
                    ? new Seat(Kind.CONSOLE, "")
                    : new Seat(Kind.REMOTE_DESKTOP, client);
        }
        return consoleSession.equals(session) ? new Seat(Kind.CONSOLE, "") : Seat.UNKNOWN;
    }

    private String sshClient() {
        return sshConnection.strip().split("\\s+", 2)[0];
    }
}
