package org.doorwarden.restrict;

import java.util.List;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.Members;

/** Who is meant by the names in a limit. */
final class AccountsSaid {

    private static final String NOBODY = "none";

    private AccountsSaid() {}

    /** The accounts; what the server did not know of is among the problems. */
    static Members members(List<String> said, Lookups lookups, StepList list) {
        List<String> names = isNone(said) ? List.of() : said;
        names.stream()
                .filter(name -> lookups.account(name).isEmpty())
                .forEach(name -> list.problem(LimitProblem.Kind.UNKNOWN_ACCOUNT, name));
        return Members.of(
                names.stream().flatMap(name -> lookups.account(name).stream()).toList());
    }

    /** The members of a group as they would be said. */
    static List<String> said(Members members) {
        return members.accounts().isEmpty()
                ? List.of(NOBODY)
                : members.accounts().stream().map(Account::shown).toList();
    }

    /** Whether nobody and nothing is meant. */
    static boolean isNone(List<String> said) {
        return said.isEmpty() || (said.size() == 1 && said.get(0).equalsIgnoreCase(NOBODY));
    }
}
