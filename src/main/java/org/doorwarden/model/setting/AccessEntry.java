package org.doorwarden.model.setting;

import java.util.Locale;
import java.util.Objects;

/**
 * One entry of an access list.
 *
 * @param allows whether it grants, otherwise it denies
 * @param flags how it is passed on to keys below, in the letters of the string form, as {@code CIIO}
 * @param rights the access mask
 * @param sid whom it is for
 */
public record AccessEntry(boolean allows, String flags, int rights, String sid) {

    public AccessEntry {
        Objects.requireNonNull(flags, "flags");
        sid = sid.toUpperCase(Locale.ROOT);
    }

    /** Whether it counts for the key itself, and not only for keys below. */
    public boolean countsHere() {
        for (int i = 0; i + 2 <= flags.length(); i += 2) {
            if (flags.startsWith("IO", i)) {
                return false;
            }
        }
        return true;
    }

    String sddl() {
        return "(" + (allows ? "A" : "D") + ";" + flags + ";0x" + Integer.toHexString(rights) + ";;;" + sid + ")";
    }
}
