package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.Share;

/**
 * What the Server service offers, and who uses it now. Each share tells how many use it; who they are is asked only of
 * those that somebody uses.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmshare/nf-lmshare-netshareenum">NetShareEnum</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmshare/ns-lmshare-share_info_2">SHARE_INFO_2</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmshare/nf-lmshare-netconnectionenum">NetConnectionEnum</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmshare/ns-lmshare-connection_info_1">CONNECTION_INFO_1</a>
 */
final class Shares {

    /** STYPE_SPECIAL: made by Windows for administration. */
    private static final int SPECIAL = 0x80000000;
    /** The structures as 64-bit Windows lays them out. */
    private static final int SHARE_SIZE = 56;

    private static final int SHARE_TYPE = 8;
    private static final int SHARE_REMARK = 16;
    private static final int SHARE_USES = 32;
    private static final int SHARE_PATH = 40;
    private static final int CONNECTION_SIZE = 40;
    private static final int CONNECTION_USER = 24;
    private static final int CONNECTION_CLIENT = 32;

    private final NetworkManagement functions;

    Shares(NetworkManagement functions) {
        this.functions = functions;
    }

    private record Entry(String name, int type, String remark, int uses, String path) {}

    /** Empty if they could not be read; while the Server service does not run there are none. */
    Optional<List<Share>> read(List<ReadProblem> problems) {
        try {
            List<Share> shares = new ArrayList<>();
            for (Entry entry : entries()) {
                List<String> users = entry.uses() == 0 ? List.of() : users(entry.name(), problems);
                shares.add(new Share(entry.name(), entry.path(), entry.remark(), (entry.type() & SPECIAL) != 0, users));
            }
            return Optional.of(shares);
        } catch (WindowsFailure failed) {
            if (failed.code() == WindowsError.SERVER_NOT_STARTED) {
                return Optional.of(List.of());
            }
            problems.add(new ReadProblem(Part.SHARES, "NetShareEnum", failed.code()));
            return Optional.empty();
        }
    }

    private List<Entry> entries() throws WindowsFailure {
        IntByReference resume = new IntByReference();
        return new Enumeration(functions)
                .all(
                        "NetShareEnum",
                        SHARE_SIZE,
                        (buffer, read, total) ->
                                functions.NetShareEnum(null, 2, buffer, NetworkManagement.ALL, read, total, resume),
                        share -> new Entry(
                                WideText.terminated(share.getPointer(0)),
                                share.getInt(SHARE_TYPE),
                                WideText.terminated(share.getPointer(SHARE_REMARK)),
                                share.getInt(SHARE_USES),
                                WideText.terminated(share.getPointer(SHARE_PATH))));
    }

    private List<String> users(String share, List<ReadProblem> problems) {
        IntByReference resume = new IntByReference();
        WString name = new WString(share);
        try {
            return new Enumeration(functions)
                            .all(
                                    "NetConnectionEnum",
                                    CONNECTION_SIZE,
                                    (buffer, read, total) -> functions.NetConnectionEnum(
                                            null, name, 1, buffer, NetworkManagement.ALL, read, total, resume),
                                    Shares::user)
                            .stream()
                            .distinct()
                            .toList();
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.SHARES, share, failed.code()));
            return List.of();
        }
    }

    /** Of a connection that somebody has opened to a share, the client stands where the share would otherwise. */
    private static String user(Pointer connection) {
        String user = WideText.terminated(connection.getPointer(CONNECTION_USER));
        String client = WideText.terminated(connection.getPointer(CONNECTION_CLIENT));
        String from = client.startsWith("\\\\") ? client.substring(2) : client;
        return from.isEmpty() ? user : user.isEmpty() ? from : user + " from " + from;
    }
}
