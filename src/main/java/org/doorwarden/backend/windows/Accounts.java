package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.model.setting.AccessEntry;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;

/**
 * The accounts that this computer knows, its own and those of its domain. Who asks twice during one reading is answered
 * from memory: a domain may be far away.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winnt/ne-winnt-sid_name_use">SID_NAME_USE</a>
 */
final class Accounts {

    /** ERROR_NONE_MAPPED: there is no such account. */
    private static final int NONE_MAPPED = 1332;
    /** ERROR_INVALID_PARAMETER and ERROR_INVALID_ACCOUNT_NAME: there cannot be such an account. */
    private static final Set<Integer> NO_NAME = Set.of(NONE_MAPPED, 87, 1315);

    private static final int INSUFFICIENT_BUFFER = 122;
    /** Users, groups, aliases, well-known groups and computers; not domains, nor what was deleted or is unknown. */
    private static final Set<Integer> MEMBERS = Set.of(1, 2, 4, 5, 9);

    private static final int LONGEST_NAME = 256;

    private final AccountFunctions functions;
    private final Map<String, Optional<Named>> known = new HashMap<>();

    Accounts(AccountFunctions functions) {
        this.functions = functions;
    }

    /** The two parts of an account's name. */
    private record Named(String domain, String name) {

        String full() {
            return domain.isEmpty() ? name : domain + "\\" + name;
        }
    }

    /** The account of a name or SID; empty if there is none. */
    Optional<Account> find(String said) throws WindowsFailure {
        String text = said.strip();
        Optional<byte[]> sid = Sid.parse(text);
        if (sid.isPresent()) {
            return named(text).map(named -> new Account(text, named.full()));
        }
        return text.isEmpty() ? Optional.empty() : byName(text);
    }

    /** What a local group with that SID is called here, without this computer's name; empty if there is none. */
    Optional<String> groupName(String sid) throws WindowsFailure {
        return named(sid).map(Named::name);
    }

    /** The accounts in an access list that have a name. What cannot be asked for has none: the SID speaks for itself. */
    List<Account> in(AccessList list) {
        List<Account> accounts = new ArrayList<>();
        for (AccessEntry entry : list.entries().orElse(List.of())) {
            try {
                named(entry.sid())
                        .map(named -> new Account(entry.sid(), named.full()))
                        .ifPresent(accounts::add);
            } catch (WindowsFailure unanswered) {
                known.put(entry.sid(), Optional.empty());
            }
        }
        return accounts.stream().distinct().toList();
    }

    private Optional<Named> named(String sid) throws WindowsFailure {
        Optional<Named> before = known.get(sid);
        if (before != null) {
            return before;
        }
        Optional<Named> found = ask(sid);
        known.put(sid, found);
        return found;
    }

    private Optional<Named> ask(String sid) throws WindowsFailure {
        Optional<byte[]> bytes = Sid.parse(sid);
        if (bytes.isPresent()) {
            return name(Sid.copy(bytes.get()));
        }
        PointerByReference converted = new PointerByReference();
        if (!functions.ConvertStringSidToSidW(new WString(sid), converted)) {
            return Optional.empty();
        }
        try {
            return name(converted.getValue());
        } finally {
            functions.LocalFree(converted.getValue());
        }
    }

    private Optional<Named> name(Pointer sid) throws WindowsFailure {
        IntByReference nameLength = new IntByReference(LONGEST_NAME);
        IntByReference domainLength = new IntByReference(LONGEST_NAME);
        IntByReference use = new IntByReference();
        while (true) {
            Memory name = new Memory(nameLength.getValue() * 2L);
            Memory domain = new Memory(domainLength.getValue() * 2L);
            if (functions.LookupAccountSidW(null, sid, name, nameLength, domain, domainLength, use)) {
                return MEMBERS.contains(use.getValue())
                        ? Optional.of(new Named(WideText.terminated(domain), WideText.terminated(name)))
                        : Optional.empty();
            }
            int error = Native.getLastError();
            if (error == NONE_MAPPED) {
                return Optional.empty();
            }
            boolean larger = nameLength.getValue() * 2L > name.size() || domainLength.getValue() * 2L > domain.size();
            if (error != INSUFFICIENT_BUFFER || !larger) {
                throw new WindowsFailure("LookupAccountSid", error);
            }
        }
    }

    private Optional<Account> byName(String said) throws WindowsFailure {
        Memory sid = new Memory(Sid.MOST_BYTES);
        IntByReference sidSize = new IntByReference(Sid.MOST_BYTES);
        IntByReference domainLength = new IntByReference(LONGEST_NAME);
        IntByReference use = new IntByReference();
        while (true) {
            Memory domain = new Memory(domainLength.getValue() * 2L);
            if (functions.LookupAccountNameW(null, new WString(said), sid, sidSize, domain, domainLength, use)) {
                if (!MEMBERS.contains(use.getValue())) {
                    return Optional.empty();
                }
                String found = Sid.at(sid);
                // The name as Windows spells it, with the domain that it was found in.
                return Optional.of(
                        new Account(found, named(found).map(Named::full).orElse(said)));
            }
            int error = Native.getLastError();
            if (NO_NAME.contains(error)) {
                return Optional.empty();
            }
            if (error != INSUFFICIENT_BUFFER || domainLength.getValue() * 2L <= domain.size()) {
                throw new WindowsFailure("LookupAccountName", error);
            }
        }
    }
}
