package org.doorwarden.model.setting;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of an access list.
 *
 * @param allows whether it grants, otherwise it denies
 * @param flags how it is passed on to keys below, in the letters of the string form, as {@code CIIO}
 * @param rights the access mask
 * @param sid whom it is for: a SID, or {@code GROUP:} and the name of a local group whose SID is not known yet, because
 *     the group is made by the same plan
 */
public record AccessEntry(boolean allows, String flags, int rights, String sid) {

    static final String GROUP = "GROUP:";

    public AccessEntry {
        Objects.requireNonNull(flags, "flags");
        sid = sid.startsWith(GROUP) ? sid : sid.toUpperCase(Locale.ROOT);
    }

    /** An entry for a local group by its name. */
    public static AccessEntry forGroup(String flags, int rights, LocalGroup group) {
        return new AccessEntry(true, flags, rights, GROUP + group.name());
    }

    /** The name of the group whose SID is not known yet; empty if this is a SID. */
    public Optional<String> groupByName() {
        return sid.startsWith(GROUP) ? Optional.of(sid.substring(GROUP.length())) : Optional.empty();
    }

    /** The same for somebody else. */
    AccessEntry as(String other) {
        return new AccessEntry(allows, flags, rights, other);
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
