package org.doorwarden.model.setting;

import java.util.Locale;
import java.util.Objects;

/**
 * A user or group. Two are the same if their SIDs are: names can be changed, and differ by language.
 *
 * @param sid its security identifier in text form
 * @param name what the server calls it, as {@code WEB01\alice}; empty if nobody could tell
 * @see <a href="https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers">Security
 *     identifiers</a>
 */
public record Account(String sid, String name) implements Comparable<Account> {

    public Account {
        sid = sid.toUpperCase(Locale.ROOT);
        Objects.requireNonNull(name, "name");
    }

    /** The name, or the SID where there is none. */
    public String shown() {
        return name.isBlank() ? sid : name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account account && account.sid.equals(sid);
    }

    @Override
    public int hashCode() {
        return sid.hashCode();
    }

    @Override
    public int compareTo(Account other) {
        return sid.compareTo(other.sid);
    }
}
