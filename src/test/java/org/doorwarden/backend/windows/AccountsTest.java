package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final String ALICE = "S-1-5-21-1-2-3-1001";
    private static final String LONG_NAME = "Ж".repeat(300);

    private final RecordedAccounts known = new RecordedAccounts();
    private final Accounts accounts = new Accounts(known);

    AccountsTest() {
        known.bySid.put(ALICE, new RecordedAccounts.Known("WEB01", "alice", 1));
        known.bySid.put("S-1-1-0", new RecordedAccounts.Known("", "Jeder", 5));
        known.bySid.put("S-1-5-21-1-2-3", new RecordedAccounts.Known("WEB01", "WEB01", 3));
        known.bySid.put("S-1-5-21-1-2-3-500", new RecordedAccounts.Known("WEB01", "root", 1));
        known.bySid.put("S-1-5-21-7-7-7-7", new RecordedAccounts.Known(LONG_NAME, LONG_NAME, 2));
    }

    @Test
    void anAccountIsFoundByEveryWayToNameIt() throws Exception {
        for (String said : List.of("alice", "WEB01\\Alice", " alice ", ALICE, "s-1-5-21-1-2-3-1001")) {
            Account found = accounts.find(said).orElseThrow();
            assertEquals(ALICE, found.sid(), said);
            assertEquals("WEB01\\alice", found.name(), said);
        }
        assertEquals("Jeder", accounts.find("S-1-1-0").orElseThrow().name());
    }

    @Test
    void aNameThatNeedsMoreRoomIsReadWhole() throws Exception {
        assertEquals(
                LONG_NAME + "\\" + LONG_NAME,
                accounts.find("S-1-5-21-7-7-7-7").orElseThrow().name());
        assertEquals("S-1-5-21-7-7-7-7", accounts.find(LONG_NAME).orElseThrow().sid());
    }

    @Test
    void nobodyAndWhatIsNoAccountIsEmpty() throws Exception {
        for (String said : List.of("bob", "", " ", "S-1-5-21-1-2-3-9999", "S-1-5-21-1-2-3", "WEB01")) {
            assertEquals(Optional.empty(), accounts.find(said), said);
        }
    }

    @Test
    void aDomainThatDoesNotAnswerIsAFailureAndNoMissingAccount() {
        known.error = 1789;
        assertEquals(
                1789,
                assertThrows(WindowsFailure.class, () -> accounts.find("CORP\\bob"))
                        .code());
        known.error = WindowsError.ACCESS_DENIED;
        assertEquals(
                5,
                assertThrows(WindowsFailure.class, () -> accounts.find(ALICE)).code());
        assertEquals(List.of(), accounts.in(AccessList.of("D:(A;;KA;;;" + ALICE + ")")));
    }

    @Test
    void theAccountsOfAListAreAskedForOnce() {
        AccessList list =
                AccessList.of("D:P(A;;KA;;;" + ALICE + ")(A;;KR;;;LA)(D;;KW;;;" + ALICE + ")(A;;KR;;;DA)(A;;KR;;;LS)");
        assertEquals(List.of(new Account(ALICE, ""), new Account("LA", "")), accounts.in(list));
        assertEquals(
                "WEB01\\root",
                new AccessList(list.sddl(), accounts.in(list)).account("LA").name());
        assertEquals(1, known.calls.stream().filter(("sid " + ALICE)::equals).count());
        assertTrue(known.memory.isAllFreed());
    }
}
