package org.doorwarden.model.setting;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The members of a group, each once, sorted by SID. */
public record Members(List<Account> accounts) implements SettingValue {

    public Members {
        accounts = List.copyOf(new TreeSet<>(accounts));
    }

    public static Members of(Collection<Account> accounts) {
        return new Members(List.copyOf(accounts));
    }

    @Override
    public String text() {
        return accounts.stream().map(Account::sid).collect(Collectors.joining(",", "members:", ""));
    }
}
