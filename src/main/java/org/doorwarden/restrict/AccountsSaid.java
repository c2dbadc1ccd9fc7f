package org.doorwarden.restrict;

import java.util.List;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.Members;

/** Who is meant by the names in a limit. */
final class AccountsSaid {

    private static final String NOBODY = "none";
    /** The domain of the groups that every Windows has, as Administrators and Users. */
    private static final String BUILT_IN = "S-1-5-32-";

    private AccountsSaid() {}

    /** The accounts; what the server did not know of is among the problems. */
    static Members members(List<String> said, Lookups lookups, StepList list) {
        List<String> names = isNone(said) ? List.of() : said;
        names.stream()
                .filter(name -> lookups.account(name).isEmpty())
                .forEach(name -> list.problem(LimitProblem.Kind.UNKNOWN_ACCOUNT, name));
        names.stream()
                .filter(name -> lookups.account(name)
                        .filter(AccountsSaid::isBuiltInGroup)
                        .isPresent())
                .forEach(name -> list.problem(LimitProblem.Kind.GROUP_IN_GROUP, name));
        return Members.of(
                names.stream().flatMap(name -> lookups.account(name).stream()).toList());
    }

    /**
     * Whether it is a local group of Windows itself, which cannot be a member of another local group: 1388.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/lmaccess/nf-lmaccess-netlocalgroupsetmembers">
     *     NetLocalGroupSetMembers, on ERROR_INVALID_MEMBER</a>
     */
    static boolean isBuiltInGroup(Account account) {
        return account.sid().startsWith(BUILT_IN);
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
