package org.doorwarden.apply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.WellKnownSid;
import org.doorwarden.text.Message;

/** Users and groups in words. Those that every Windows has are named in our words: theirs differ by language. */
public final class AccountWords {

    private static final int MOST = 20;

    /** With a text of their own. */
    private static final Set<String> KNOWN = Set.of(
            WellKnownSid.EVERYONE,
            WellKnownSid.ANONYMOUS,
            WellKnownSid.AUTHENTICATED_USERS,
            WellKnownSid.SYSTEM,
            WellKnownSid.LOCAL_SERVICE,
            WellKnownSid.NETWORK_SERVICE,
            WellKnownSid.ADMINISTRATORS,
            WellKnownSid.USERS,
            WellKnownSid.BACKUP_OPERATORS,
            WellKnownSid.REMOTE_DESKTOP_USERS,
            "S-1-3-0",
            "S-1-5-2",
            "S-1-5-4",
            "S-1-5-32-546",
            "S-1-5-32-547",
            "S-1-5-32-549",
            "S-1-5-32-550");

    private AccountWords() {}

    /** One account: in our words, by its name, or by its SID where nobody knows the name. */
    public static Message of(Account account) {
        if (KNOWN.contains(account.sid())) {
            return Message.of("account." + account.sid().toLowerCase(Locale.ROOT));
        }
        return account.name().isBlank()
                ? Message.of("account.unknown", account.sid())
                : Message.of("account.named", account.name());
    }

    /** Several; of very many the first ones and how many more. */
    public static Message of(List<Account> accounts) {
        if (accounts.isEmpty()) {
            return Message.of("account.nobody");
        }
        Message all = of(accounts.get(0));
        for (Account account : accounts.subList(1, Math.min(MOST, accounts.size()))) {
            all = Message.of("account.and", all, of(account));
        }
        return accounts.size() > MOST ? Message.of("account.more", all, accounts.size() - MOST) : all;
    }
}
