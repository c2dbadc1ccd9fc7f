package org.doorwarden.model.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may do what with a registry key: a discretionary access control list in Windows' own string form, kept as it was
 * read so that it can be put back as it was.
 *
 * @param sddl the part that begins with {@code D:}
 * @param accounts the accounts in it whose names are known; for people, and no part of what is compared
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format">Security descriptor
 *     string format</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/ace-strings">ACE strings</a>
 */
public record AccessList(String sddl, List<Account> accounts) implements SettingValue {

    private static final Pattern FLAGS = Pattern.compile("D:([A-Z_]*)");
    private static final Pattern FORM = Pattern.compile("D:([A-Z_]*)((?:\\([^()]*\\))*)");
    private static final Pattern ENTRY =
            Pattern.compile("\\((A|D);([A-Z]*);([^;()]*);;;(S-[0-9-]+|[A-Z]{2}|GROUP:[^;()]+)\\)");

    public AccessList {
        if (!sddl.startsWith("D:")) {
            throw new IllegalArgumentException("an access list begins with D:, not as " + sddl);
        }
        accounts = List.copyOf(accounts);
    }

    public static AccessList of(String sddl) {
        return new AccessList(sddl, List.of());
    }

    /** Builds a list that inherits nothing from the key above. */
    public static AccessList of(List<AccessEntry> entries, List<Account> accounts) {
        StringBuilder sddl = new StringBuilder("D:P");
        entries.forEach(entry -> sddl.append(entry.sddl()));
        return new AccessList(sddl.toString(), accounts);
    }

    /** Whether the key above passes nothing on to this one. */
    public boolean isProtected() {
        Matcher flags = FLAGS.matcher(sddl);
        return flags.lookingAt()
                && flags.group(1).replace("AI", "").replace("AR", "").contains("P");
    }

    /** The entries in their order; empty if there is one whose meaning we do not know. */
    public Optional<List<AccessEntry>> entries() {
        Matcher form = FORM.matcher(sddl);
        if (!form.matches() || form.group(1).contains("NO_ACCESS_CONTROL")) {
            return Optional.empty();
        }
        List<AccessEntry> entries = new ArrayList<>();
        Matcher entry = ENTRY.matcher(form.group(2));
        int end = 0;
        while (entry.find()) {
            Optional<Integer> rights = AccessRight.mask(entry.group(3));
            if (entry.start() != end || rights.isEmpty()) {
                return Optional.empty();
            }
            entries.add(new AccessEntry(
                    entry.group(1).equals("A"), entry.group(2), rights.get(), WellKnownSid.resolve(entry.group(4))));
            end = entry.end();
        }
        return end == form.group(2).length() ? Optional.of(entries) : Optional.empty();
    }

    /** The groups in it that are named because their SID is not known yet. */
    public List<String> groupsByName() {
        return entries().orElse(List.of()).stream()
                .flatMap(entry -> entry.groupByName().stream())
                .distinct()
                .toList();
    }

    /** The same with that account in the place of the group of that name. */
    public AccessList with(String groupByName, Account account) {
        List<AccessEntry> resolved = entries().orElseThrow().stream()
                .map(entry -> entry.groupByName()
                                .filter(groupByName::equalsIgnoreCase)
                                .isPresent()
                        ? entry.as(account.sid())
                        : entry)
                .toList();
        List<Account> known = new ArrayList<>(accounts);
        known.add(account);
        return of(resolved, known);
    }

    /** Whether an entry is for that account. */
    public boolean names(Account account) {
        return entries()
                .map(entries -> entries.stream().anyMatch(entry -> entry.sid().equals(account.sid())))
                .orElse(sddl.contains(account.sid()));
    }

    /** The account of that SID, by name where the name is known. */
    public Account account(String sid) {
        if (sid.startsWith(AccessEntry.GROUP)) {
            return new Account(sid, sid.substring(AccessEntry.GROUP.length()));
        }
        return accounts.stream()
                .filter(account -> account.sid().equalsIgnoreCase(sid))
                .findFirst()
                .orElse(new Account(sid, ""));
    }

    /**
     * The same entries in the same order count, however Windows chooses to spell them. A group that one side only names
     * is the group that the other side knows by that name.
     */
    @Override
    public boolean matches(SettingValue wanted) {
        return wanted instanceof AccessList other && text().equals(other.text());
    }

    /** What Windows may spell in several ways is spelled in one; a list that we cannot read is left as it is. */
    @Override
    public String text() {
        Optional<List<AccessEntry>> entries = entries();
        if (entries.isEmpty()) {
            return sddl;
        }
        StringBuilder text = new StringBuilder(isProtected() ? "D:P" : "D:");
        entries.get()
                .forEach(entry -> text.append(entry.as(spelled(entry.sid())).sddl()));
        return text.toString();
    }

    /** The one group that Doorwarden names before it is there is always named. */
    private String spelled(String sid) {
        String name = account(sid).name();
        String own = KnownSettings.REGISTRY_EDITORS.name();
        return name.substring(name.lastIndexOf('\\') + 1).equalsIgnoreCase(own) ? AccessEntry.GROUP + own : sid;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessList list && list.sddl.equals(sddl);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sddl);
    }
}
