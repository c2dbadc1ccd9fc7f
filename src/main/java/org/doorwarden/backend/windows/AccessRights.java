package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;

/**
 * What the account of this process may do. Elevation is read from the token's integrity level, which needs no service
 * that hardening may have switched off.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/mandatory-integrity-control">Mandatory Integrity
 *     Control</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/services/service-security-and-access-rights">Service Security
 *     and Access Rights</a>
 */
final class AccessRights implements AutoCloseable {

    private static final int TOKEN_DUPLICATE = 0x2;
    private static final int TOKEN_QUERY = 0x8;
    private static final int SECURITY_IMPERSONATION = 2;
    private static final int TOKEN_USER = 1;
    private static final int TOKEN_INTEGRITY_LEVEL = 25;
    private static final int INFORMATION_SIZE = 256;
    private static final int HIGH_INTEGRITY = 0x3000;
    private static final int PRIVILEGE_SET_SIZE = 1024;
    /** What a change and its undoing need: to configure, start, stop and ask for the state. */
    private static final int NEEDED = ServiceManager.SERVICE_CHANGE_CONFIG
            | ServiceManager.SERVICE_QUERY_STATUS
            | ServiceManager.SERVICE_START
            | ServiceManager.SERVICE_STOP;

    private final Pointer impersonation;
    private final boolean elevated;
    private final Memory mapping = new Memory(16);
    private final Memory privileges = new Memory(PRIVILEGE_SET_SIZE);

    private AccessRights(Pointer impersonation, boolean elevated) {
        this.impersonation = impersonation;
        this.elevated = elevated;
        // GENERIC_MAPPING of service objects: read, write, execute, all.
        mapping.setInt(0, 0x2008D);
        mapping.setInt(4, 0x20002);
        mapping.setInt(8, 0x20170);
        mapping.setInt(12, 0xF01FF);
    }

    static AccessRights ofThisProcess() throws WindowsFailure {
        PointerByReference token = new PointerByReference();
        if (!Advapi.OpenProcessToken(Kernel.GetCurrentProcess(), TOKEN_DUPLICATE | TOKEN_QUERY, token)) {
            throw new WindowsFailure("OpenProcessToken", Native.getLastError());
        }
        try {
            PointerByReference duplicate = new PointerByReference();
            if (!Advapi.DuplicateToken(token.getValue(), SECURITY_IMPERSONATION, duplicate)) {
                throw new WindowsFailure("DuplicateToken", Native.getLastError());
            }
            return new AccessRights(duplicate.getValue(), integrityOf(token.getValue()) >= HIGH_INTEGRITY);
        } finally {
            Kernel.CloseHandle(token.getValue());
        }
    }

    /** Whether the process runs with an administrator's full rights. */
    boolean elevated() {
        return elevated;
    }

    /**
     * Whether a service may be configured, started and stopped.
     *
     * @param descriptor its security descriptor; empty for the default, which lets administrators do all that
     */
    boolean mayChange(Optional<byte[]> descriptor) throws WindowsFailure {
        if (descriptor.isEmpty()) {
            return elevated;
        }
        byte[] bytes = descriptor.get();
        Memory memory = new Memory(Math.max(bytes.length, 1));
        memory.write(0, bytes, 0, bytes.length);
        IntByReference size = new IntByReference(PRIVILEGE_SET_SIZE);
        IntByReference granted = new IntByReference();
        IntByReference allowed = new IntByReference();
        if (!Advapi.AccessCheck(memory, impersonation, NEEDED, mapping, privileges, size, granted, allowed)) {
            throw new WindowsFailure("AccessCheck", Native.getLastError());
        }
        return allowed.getValue() != 0;
    }

    @Override
    public void close() {
        Kernel.CloseHandle(impersonation);
    }

    /** The SID of the account the process runs as, in its text form. */
    static String accountSid() throws WindowsFailure {
        PointerByReference token = new PointerByReference();
        if (!Advapi.OpenProcessToken(Kernel.GetCurrentProcess(), TOKEN_QUERY, token)) {
            throw new WindowsFailure("OpenProcessToken", Native.getLastError());
        }
        try {
            Memory user = information(token.getValue(), TOKEN_USER);
            PointerByReference text = new PointerByReference();
            if (!Advapi.ConvertSidToStringSidW(user.getPointer(0), text)) {
                throw new WindowsFailure("ConvertSidToStringSid", Native.getLastError());
            }
            try {
                return WideText.terminated(text.getValue());
            } finally {
                Kernel.LocalFree(text.getValue());
            }
        } finally {
            Kernel.CloseHandle(token.getValue());
        }
    }

    /** The relative identifier that ends the SID of the token's TOKEN_MANDATORY_LABEL. */
    private static int integrityOf(Pointer token) throws WindowsFailure {
        Pointer sid = information(token, TOKEN_INTEGRITY_LEVEL).getPointer(0);
        int subAuthorities = sid.getByte(1) & 0xFF;
        return sid.getInt(8 + 4L * (subAuthorities - 1));
    }

    private static Memory information(Pointer token, int infoClass) throws WindowsFailure {
        Memory info = new Memory(INFORMATION_SIZE);
        if (!Advapi.GetTokenInformation(token, infoClass, info, INFORMATION_SIZE, new IntByReference())) {
            throw new WindowsFailure("GetTokenInformation", Native.getLastError());
        }
        return info;
    }
}
