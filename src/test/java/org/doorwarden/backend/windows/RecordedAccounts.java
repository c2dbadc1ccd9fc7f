package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts of a computer without Windows. */
final class RecordedAccounts implements AccountFunctions {

    private static final int NONE_MAPPED = 1332;
    private static final int INSUFFICIENT_BUFFER = 122;

    /** Domain, name and SID_NAME_USE. */
    record Known(String domain, String name, int use) {}

    final NativeMemory memory = new NativeMemory();
    final Map<String, Known> bySid = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    /** What it answers instead; 0 for nothing. */
    int error;

    @Override
    public boolean LookupAccountNameW(
            WString server,
            WString account,
            Pointer sid,
            IntByReference sidSize,
            Pointer domain,
            IntByReference domainLength,
            IntByReference use) {
        calls.add("name " + account);
        if (error != 0) {
            return fail(error);
        }
        for (Map.Entry<String, Known> entry : bySid.entrySet()) {
            Known known = entry.getValue();
            if (account.toString().equalsIgnoreCase(known.name())
                    || account.toString().equalsIgnoreCase(known.domain() + "\\" + known.name())) {
                byte[] bytes = Sid.parse(entry.getKey()).orElseThrow();
                if (domainLength.getValue() <= known.domain().length()) {
                    domainLength.setValue(known.domain().length() + 1);
                    return fail(INSUFFICIENT_BUFFER);
                }
                sid.write(0, bytes, 0, bytes.length);
                write(domain, known.domain());
                use.setValue(known.use());
                return true;
            }
        }
        return fail(NONE_MAPPED);
    }

    @Override
    public boolean LookupAccountSidW(
            WString server,
            Pointer sid,
            Pointer name,
            IntByReference nameLength,
            Pointer domain,
            IntByReference domainLength,
            IntByReference use) {
        calls.add("sid " + Sid.at(sid));
        if (error != 0) {
            return fail(error);
        }
        Known known = bySid.get(Sid.at(sid));
        if (known == null) {
            return fail(NONE_MAPPED);
        }
        if (nameLength.getValue() <= known.name().length()
                || domainLength.getValue() <= known.domain().length()) {
            nameLength.setValue(known.name().length() + 1);
            domainLength.setValue(known.domain().length() + 1);
            return fail(INSUFFICIENT_BUFFER);
        }
        write(name, known.name());
        write(domain, known.domain());
        use.setValue(known.use());
        return true;
    }

    /** Knows the local administrator of this computer by his letters. */
    @Override
    public boolean ConvertStringSidToSidW(WString text, PointerByReference sid) {
        calls.add("convert " + text);
        if (!text.toString().equals("LA")) {
            return fail(1337);
        }
        byte[] bytes = Sid.parse("S-1-5-21-1-2-3-500").orElseThrow();
        var copy = memory.room(bytes.length);
        copy.write(0, bytes, 0, bytes.length);
        sid.setValue(memory.handOut(copy));
        return true;
    }

    @Override
    public Pointer LocalFree(Pointer freed) {
        memory.free(freed);
        return null;
    }

    private static boolean fail(int code) {
        Native.setLastError(code);
        return false;
    }

    private static void write(Pointer to, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        to.write(0, bytes, 0, bytes.length);
    }
}
