package org.doorwarden.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.lab.LabAnswer.Barrier;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.FtpSite.AddressRule;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.access.Share;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.network.AddressRange;
import org.junit.jupiter.api.Test;

class LabAuthorisationTest {

    private static final Account ADMIN = new Account("S-1-5-21-1-500", "WEB\\admin");
    private static final Account ALICE = new Account("S-1-5-21-1-1001", "WEB\\alice");
    private static final Account BOB = new Account("S-1-5-21-1-1002", "WEB\\bob");
    private static final Account EDITORS = new Account("S-1-5-21-1-1010", "WEB\\RemoteRegistryEditors");

    private final Map<Setting, SettingValue> values =
            new LinkedHashMap<>(Map.of(KnownSettings.ADMINISTRATORS, new Members(List.of(ADMIN))));
    private Optional<List<FtpSite>> sites = Optional.empty();
    private String from = "10.0.0.7";

    private Optional<Barrier> barrier(String service, Account account) {
        return authorisation(account).barrier(new ServiceName(service), 21);
    }

    private LabAuthorisation authorisation(Account account) {
        ServerAccess access = new ServerAccess(
                ServerAccess.UNKNOWN.seat(),
                values,
                Optional.empty(),
                Optional.of(List.of(
                        new Share("C$", "C:\\", "", true, List.of()), new Share("pub", "D:\\", "", false, List.of()))),
                List.of(),
                List.of(),
                sites);
        return new LabAuthorisation(access, AddressRange.address(from).orElseThrow(), Optional.ofNullable(account));
    }

    @Test
    void remoteDesktopIsForItsUsersAndAdministratorsWhileItIsOn() {
        assertEquals(Optional.empty(), barrier("TermService", null));
        assertEquals(Optional.empty(), barrier("TermService", BOB));
        values.put(KnownSettings.REMOTE_DESKTOP_USERS, new Members(List.of(ALICE)));
        values.put(KnownSettings.USER_AUTHENTICATION, RegistryData.number(1));
        assertEquals(Optional.of(Barrier.ACCOUNT_NEEDED), barrier("TermService", null));
        assertEquals(Optional.empty(), barrier("termservice", ALICE));
        assertEquals(Optional.empty(), barrier("TermService", ADMIN));
        assertEquals(Optional.of(Barrier.NOT_IN_REMOTE_DESKTOP_USERS), barrier("TermService", BOB));
        values.put(KnownSettings.DENY_CONNECTIONS, RegistryData.number(0));
        assertEquals(Optional.empty(), barrier("TermService", ADMIN));
        values.put(KnownSettings.policy(KnownSettings.DENY_CONNECTIONS), RegistryData.number(1));
        assertEquals(Optional.of(Barrier.CONNECTIONS_OFF), barrier("TermService", ADMIN));
    }

    @Test
    void telnetIsForItsClientsOnceTheGroupIsThere() {
        values.put(KnownSettings.members(KnownSettings.TELNET_CLIENTS), Absent.ITSELF);
        assertEquals(Optional.empty(), barrier("TlntSvr", BOB));
        assertEquals(Optional.of(Barrier.ACCOUNT_NEEDED), barrier("TlntSvr", null));
        values.put(KnownSettings.members(KnownSettings.TELNET_CLIENTS), new Members(List.of(ALICE)));
        assertEquals(Optional.empty(), barrier("TlntSvr", ALICE));
        assertEquals(Optional.empty(), barrier("TlntSvr", ADMIN));
        assertEquals(Optional.of(Barrier.NOT_IN_TELNET_CLIENTS), barrier("TlntSvr", BOB));
    }

    @Test
    void theRegistryIsForWhomWinregNames() {
        assertEquals(Optional.empty(), barrier("RemoteRegistry", BOB));
        values.put(KnownSettings.WINREG, Absent.ITSELF);
        assertEquals(Optional.empty(), barrier("RemoteRegistry", BOB));
        values.put(
                KnownSettings.WINREG,
                new AccessList(
                        "D:P(A;;0x20019;;;LS)(A;;KA;;;BA)(A;CIIO;KA;;;WD)(A;;KR;;;" + EDITORS.sid() + ")",
                        List.of(EDITORS)));
        assertEquals(Optional.of(Barrier.ACCOUNT_NEEDED), barrier("RemoteRegistry", null));
        assertEquals(Optional.empty(), barrier("RemoteRegistry", ADMIN));
        assertEquals(Optional.of(Barrier.NOT_IN_WINREG), barrier("RemoteRegistry", ALICE));
        values.put(KnownSettings.members(KnownSettings.REGISTRY_EDITORS), new Members(List.of(ALICE)));
        assertEquals(Optional.empty(), barrier("RemoteRegistry", ALICE));
        values.put(KnownSettings.WINREG, AccessList.of("D:P(D;;KR;;;" + ALICE.sid() + ")(A;;KR;;;AU)"));
        assertEquals(Optional.of(Barrier.NOT_IN_WINREG), barrier("RemoteRegistry", ALICE));
        assertEquals(Optional.empty(), barrier("RemoteRegistry", BOB));
    }

    @Test
    void ftpAsksForTheAddressAndForAnAccountUnlessAnybodyMayCome() {
        sites = Optional.of(List.of(site(false, true, List.of(new AddressRule("10.0.0.0", "255.255.255.0", false)))));
        assertEquals(Optional.of(Barrier.FTP_ADDRESS), barrier("FTPSVC", ALICE));
        from = "10.0.1.7";
        assertEquals(Optional.empty(), barrier("FTPSVC", ALICE));
        assertEquals(Optional.of(Barrier.ACCOUNT_NEEDED), barrier("FTPSVC", null));
        sites = Optional.of(List.of(site(true, false, List.of(new AddressRule("10.0.1.7", "", true)))));
        assertEquals(Optional.empty(), barrier("FTPSVC", null));
        from = "10.0.1.8";
        assertEquals(Optional.of(Barrier.FTP_ADDRESS), barrier("FTPSVC", null));
        sites = Optional.empty();
        assertEquals(Optional.empty(), barrier("FTPSVC", null));
    }

    private static FtpSite site(boolean anonymous, boolean allowUnlisted, List<AddressRule> rules) {
        return new FtpSite(
                "ftp",
                List.of("*:21:"),
                anonymous,
                true,
                "SslAllow",
                "SslAllow",
                false,
                allowUnlisted,
                rules,
                Optional.empty());
    }

    @Test
    void administrativeSharesAreForAdministrators() {
        assertEquals(List.of("C$", "pub"), authorisation(ADMIN).shares());
        assertEquals(List.of("pub"), authorisation(ALICE).shares());
        assertEquals(List.of(), authorisation(null).shares());
    }
}
