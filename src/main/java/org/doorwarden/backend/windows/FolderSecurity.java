package org.doorwarden.backend.windows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a security descriptor whether anybody but administrators could change what is in a folder.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format">Security
 *     descriptor string format</a>
 */
final class FolderSecurity {

    /** Full control for the system and administrators, nothing for anybody else, nothing inherited from above. */
    static final String ADMINISTRATORS_ONLY = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

    private static final String TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

    /** System, administrators, the built-in administrator, and the stand-ins for an owner who is one of them. */
    private static final Set<String> TRUSTED =
            Set.of("SY", "BA", "LA", "CO", "OW", "S-1-5-18", "S-1-5-32-544", "S-1-3-0", "S-1-3-4", TRUSTED_INSTALLER);

    /** To write, append, delete, or change attributes, permissions or the owner. */
    private static final int CHANGES = 0x2 | 0x4 | 0x10 | 0x40 | 0x100 | 0xD0000 | 0x50000000;

    private static final Map<String, Integer> RIGHTS = Map.ofEntries(
            Map.entry("GA", 0x10000000),
            Map.entry("GX", 0x20000000),
            Map.entry("GW", 0x40000000),
            Map.entry("GR", 0x80000000),
            Map.entry("FA", 0x1F01FF),
            Map.entry("FR", 0x120089),
            Map.entry("FW", 0x120116),
            Map.entry("FX", 0x1200A0),
            Map.entry("SD", 0x10000),
            Map.entry("RC", 0x20000),
            Map.entry("WD", 0x40000),
            Map.entry("WO", 0x80000),
            Map.entry("CC", 0x1),
            Map.entry("DC", 0x2),
            Map.entry("LC", 0x4),
            Map.entry("SW", 0x8),
            Map.entry("RP", 0x10),
            Map.entry("WP", 0x20),
            Map.entry("DT", 0x40),
            Map.entry("LO", 0x80),
            Map.entry("CR", 0x100));

    private static final Pattern OWNER = Pattern.compile("O:(S-[0-9-]+|[A-Z]{2})");
    private static final Pattern ENTRY =
            Pattern.compile("\\(([^;)]*);([^;)]*);([^;)]*);([^;)]*);([^;)]*);([^;)]*)[^)]*\\)");

    private FolderSecurity() {}

    /**
     * Who could change the folder besides administrators, as a SID; empty if nobody.
     *
     * @param descriptor owner and access list in string form
     * @param accountSid the account that works, trusted as well
     */
    static Optional<String> stranger(String descriptor, String accountSid) {
        Matcher owner = OWNER.matcher(descriptor);
        if (!owner.find()) {
            return Optional.of("?");
        }
        if (!isTrusted(owner.group(1), accountSid)) {
            return Optional.of(owner.group(1));
        }
        int list = descriptor.indexOf("D:");
        if (list < 0 || descriptor.startsWith("D:NO_ACCESS_CONTROL", list)) {
            // No list at all lets everybody in.
            return Optional.of("WD");
        }
        Map<String, Integer> granted = new HashMap<>();
        Matcher entry = ENTRY.matcher(descriptor.substring(list));
        while (entry.find()) {
            boolean allows = entry.group(1).equals("A") || entry.group(1).equals("XA");
            if (allows && !isTrusted(entry.group(6), accountSid)) {
                granted.merge(entry.group(6), rights(entry.group(3)), (a, b) -> a | b);
            }
        }
        return granted.entrySet().stream()
                .filter(each -> (each.getValue() & CHANGES) != 0)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static boolean isTrusted(String sid, String accountSid) {
        return TRUSTED.contains(sid) || sid.equals(accountSid);
    }

    private static int rights(String text) {
        if (text.startsWith("0x")) {
            return Integer.parseUnsignedInt(text.substring(2), 16);
        }
        int rights = 0;
        for (int i = 0; i + 2 <= text.length(); i += 2) {
            // A right we do not know is taken for one that changes things.
            rights |= RIGHTS.getOrDefault(text.substring(i, i + 2), CHANGES);
        }
        return rights;
    }
}
