package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalGroupsTest {

    private static final LocalGroup GROUP = KnownSettings.REGISTRY_EDITORS;
    private static final String GROUP_SID = "S-1-5-21-1-2-3-1010";
    private static final String ALICE = "S-1-5-21-1-2-3-1001";
    private static final String BOB = "S-1-5-21-1-2-3-1002";
    private static final String GONE = "S-1-5-21-1-2-3-1003";

    private final RecordedNetwork network = new RecordedNetwork();
    private final RecordedAccounts accounts = new RecordedAccounts();

    @AfterEach
    void nothingIsLeft() {
        assertTrue(network.memory.isAllFreed(), "all memory is given back");
    }

    @Test
    void aGroupThatIsNotThereIsAbsentAndHasNoMembers() throws Exception {
        assertEquals(Absent.ITSELF, read(GROUP));
        assertEquals(Absent.ITSELF, read(KnownSettings.members(GROUP)));
    }

    @Test
    void aGroupIsMadeWithItsCommentAndTakenAwayAgain() throws Exception {
        accounts.bySid.put(GROUP_SID, new RecordedAccounts.Known("WEB01", GROUP.name(), 4));
        write(GROUP, new GroupComment("Prüft \uD83D\uDD12"));
        assertEquals(new GroupComment("Prüft \uD83D\uDD12"), read(GROUP));
        assertEquals(new Members(List.of()), read(KnownSettings.members(GROUP)));
        write(GROUP, Absent.ITSELF);
        assertEquals(Absent.ITSELF, read(GROUP));
        assertEquals(
                List.of(
                        "NetLocalGroupAdd 1 RemoteRegistryEditors Prüft \uD83D\uDD12",
                        "NetLocalGroupDel RemoteRegistryEditors"),
                network.calls.stream().filter(call -> !call.contains("Get")).toList());
    }

    /** As Wine does: making a group succeeds, asking for it succeeds, and no such name is known. */
    @Test
    void aGroupWithoutASidIsNotThere() throws Exception {
        write(GROUP, new GroupComment(""));
        assertEquals(Absent.ITSELF, read(GROUP));
    }

    @Test
    void aGroupThatIsThereAlreadyIsNotMadeAgain() {
        network.errors.put("NetLocalGroupAdd", 1379);
        assertEquals(1379, code(() -> write(GROUP, new GroupComment(""))));
    }

    @Test
    void membersAreSetBySidAndReadWithTheirNames() throws Exception {
        network.group(GROUP.name(), "", new String[] {GONE, "6", GONE});
        assertEquals(new Members(List.of(new Account(GONE, ""))), read(KnownSettings.members(GROUP)));
        write(KnownSettings.members(GROUP), new Members(List.of(new Account(BOB, ""), new Account(ALICE, "x"))));
        Members now = (Members) read(KnownSettings.members(GROUP));
        assertEquals(
                List.of(ALICE, BOB), now.accounts().stream().map(Account::sid).toList());
        assertEquals("WEB01\\user0", now.accounts().get(0).name());
        assertTrue(
                network.calls.contains("NetLocalGroupSetMembers RemoteRegistryEditors 0 [" + ALICE + ", " + BOB + "]"));
        write(KnownSettings.members(GROUP), new Members(List.of()));
        assertEquals(new Members(List.of()), read(KnownSettings.members(GROUP)));
    }

    @Test
    void manyMembersComeInPieces() throws Exception {
        String[][] many = new String[25][];
        for (int i = 0; i < many.length; i++) {
            many[i] = new String[] {"S-1-5-21-1-2-3-" + (2000 + i), "1", i % 2 == 0 ? "CORP\\u" + i : null};
        }
        network.group(GROUP.name(), "", many);
        network.atATime = 4;
        Members members = (Members) read(KnownSettings.members(GROUP));
        assertEquals(25, members.accounts().size());
        assertEquals("CORP\\u24", members.accounts().get(24).name());
        assertEquals("", members.accounts().get(23).name());
    }

    @Test
    void piecesWithoutEndAreAFailure() {
        network.group(GROUP.name(), "", new String[] {ALICE, "1", "WEB01\\alice"});
        network.atATime = 0;
        assertEquals(WindowsError.MORE_DATA, code(() -> read(KnownSettings.members(GROUP))));
    }

    @Test
    void groupsOfWindowsAreCalledAsThisLanguageCallsThem() throws Exception {
        accounts.bySid.put(
                KnownSettings.REMOTE_DESKTOP_USERS.group(),
                new RecordedAccounts.Known("VORDEFINIERT", "Remotedesktopbenutzer", 4));
        network.group("Remotedesktopbenutzer", "", new String[] {ALICE, "1", "WEB01\\alice"});
        assertEquals(
                new Members(List.of(new Account(ALICE, "WEB01\\alice"))), read(KnownSettings.REMOTE_DESKTOP_USERS));
        write(KnownSettings.REMOTE_DESKTOP_USERS, new Members(List.of(new Account(BOB, ""))));
        assertEquals(new Members(List.of(new Account(BOB, ""))), read(KnownSettings.REMOTE_DESKTOP_USERS));
        assertEquals(Absent.ITSELF, read(KnownSettings.BACKUP_OPERATORS));
    }

    @Test
    void whatWindowsRefusesIsSaidWithItsCodeAndNothingIsChanged() throws Exception {
        accounts.bySid.put(GROUP_SID, new RecordedAccounts.Known("WEB01", GROUP.name(), 4));
        network.group(GROUP.name(), "as it was", new String[] {ALICE, "1", "WEB01\\alice"});
        for (String function : List.of(
                "NetLocalGroupGetInfo", "NetLocalGroupGetMembers", "NetLocalGroupDel", "NetLocalGroupSetMembers")) {
            network.errors.put(function, WindowsError.ACCESS_DENIED);
        }
        Setting members = KnownSettings.members(GROUP);
        assertEquals(WindowsError.ACCESS_DENIED, code(() -> read(GROUP)));
        assertEquals(WindowsError.ACCESS_DENIED, code(() -> read(members)));
        assertEquals(WindowsError.ACCESS_DENIED, code(() -> write(GROUP, Absent.ITSELF)));
        assertEquals(WindowsError.ACCESS_DENIED, code(() -> write(members, new Members(List.of()))));
        network.errors.clear();
        assertEquals(new GroupComment("as it was"), read(GROUP));
        assertEquals(new Members(List.of(new Account(ALICE, ""))), read(members));
    }

    @Test
    void whoIsNoAccountIsNotHandedToWindows() {
        network.group(GROUP.name(), "");
        assertEquals(
                WindowsError.NO_SUCH_MEMBER,
                code(() ->
                        write(KnownSettings.members(GROUP), new Members(List.of(new Account("not a SID", "alice"))))));
        assertEquals(List.of(), network.calls);
    }

    @Test
    void theMembersOfNoGroupCannotBeSet() {
        assertEquals(
                WindowsError.GROUP_NOT_FOUND, code(() -> write(KnownSettings.members(GROUP), new Members(List.of()))));
        assertEquals(
                WindowsError.GROUP_NOT_FOUND,
                code(() -> write(KnownSettings.BACKUP_OPERATORS, new Members(List.of()))));
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        assertEquals(WindowsError.INVALID_DATA, code(() -> write(GROUP, new Members(List.of()))));
        assertEquals(List.of(), network.calls);
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws WindowsFailure;
    }

    private static int code(Attempt attempt) {
        return assertThrows(WindowsFailure.class, attempt::make).code();
    }

    private SettingValue read(Setting setting) throws WindowsFailure {
        return settings().read(setting);
    }

    private void write(Setting setting, SettingValue value) throws WindowsFailure {
        settings().write(setting, value);
    }

    private WindowsSettings settings() {
        return new WindowsSettings(network, new Accounts(accounts));
    }
}
