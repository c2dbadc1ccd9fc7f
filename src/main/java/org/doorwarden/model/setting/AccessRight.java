package org.doorwarden.model.setting;

import java.util.Map;
import java.util.Optional;

/**
 * Rights to registry keys as access masks.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/sysinfo/registry-key-security-and-access-rights">Registry key
 *     security and access rights</a>
 */
public final class AccessRight {

    public static final int KEY_READ = 0x20019;
    public static final int KEY_ALL_ACCESS = 0xF003F;
    public static final int KEY_QUERY_VALUE = 0x1;
    public static final int KEY_SET_VALUE = 0x2;
    public static final int KEY_CREATE_SUB_KEY = 0x4;
    /** The generic rights, which Windows turns into those of a key when it checks them. */
    public static final int GENERIC_READ = 0x80000000;

    public static final int GENERIC_WRITE = 0x40000000;
    public static final int GENERIC_ALL = 0x10000000;

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("GA", GENERIC_ALL),
            Map.entry("GX", 0x20000000),
            Map.entry("GW", GENERIC_WRITE),
            Map.entry("GR", GENERIC_READ),
            Map.entry("KA", KEY_ALL_ACCESS),
            Map.entry("KR", KEY_READ),
            Map.entry("KX", KEY_READ),
            Map.entry("KW", 0x20006),
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
            Map.entry("CR", 0x100),
            Map.entry("FA", 0x1F01FF),
            Map.entry("FR", 0x120089),
            Map.entry("FW", 0x120116),
            Map.entry("FX", 0x1200A0));

    private static final int READS = GENERIC_ALL | GENERIC_READ | KEY_QUERY_VALUE | 0x8;
    private static final int WRITES = GENERIC_ALL | GENERIC_WRITE | KEY_SET_VALUE | KEY_CREATE_SUB_KEY | 0x10000;
    private static final int GIVES_AWAY = GENERIC_ALL | 0x40000 | 0x80000;

    private AccessRight() {}

    /** Whether somebody may see what is in a key. */
    public static boolean reads(int rights) {
        return (rights & READS) != 0;
    }

    /** Whether somebody may change what is in a key. */
    public static boolean writes(int rights) {
        return (rights & WRITES) != 0;
    }

    /** Whether somebody may decide who else may use a key. */
    public static boolean givesAway(int rights) {
        return (rights & GIVES_AWAY) != 0;
    }

    /** The mask of rights in their string form; empty if one of them is not known. */
    static Optional<Integer> mask(String text) {
        if (text.startsWith("0x")) {
            try {
                return Optional.of(Integer.parseUnsignedInt(text.substring(2), 16));
            } catch (NumberFormatException tooLarge) {
                return Optional.empty();
            }
        }
        int mask = 0;
        for (int i = 0; i < text.length(); i += 2) {
            Integer right = NAMES.get(text.substring(i, Math.min(i + 2, text.length())));
            if (right == null) {
                return Optional.empty();
            }
            mask |= right;
        }
        return Optional.of(mask);
    }
}
