package org.doorwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorwarden.apply.AccountWords;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.restrict.Steps;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.Test;

/** Who gets in, as people read it. */
class AccessTextTest {

    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void theArticlesServerOfIndexingShowsWhatIsNotPublic() throws Exception {
        List<String> lines = now("iis5-2001", "cisvc");
        assertEquals("C:\\: indexed, AND NOT PUBLIC as far as we can tell", lines.get(0));
        assertTrue(lines.contains("C:\\Inetpub\\wwwroot: indexed"), lines::toString);
    }

    @Test
    void noneOfItIsForMachines() throws Exception {
        for (String lab : List.of("iis5-2001", "iis6-2003", "iis10-2022", "messy")) {
            for (String service : List.of("RemoteRegistry", "TermService", "LanmanServer")) {
                List<String> lines = now(lab, service);
                assertFalse(lines.isEmpty(), lab + service);
                String text = String.join("\n", lines);
                Stream.of("D:P", ";;;", "CIIO", "0x", "fDeny", "UserAuthentication", "AutoShare", "S-1-5-32-")
                        .forEach(code -> assertFalse(text.contains(code), text));
            }
        }
    }

    @Test
    void denialsUnknownAccountsAndEverybodyAreSaid() throws Exception {
        List<String> lines = now("messy", "RemoteRegistry");
        assertEquals("CORP\\former.admin: is kept out (everything denied)", lines.get(0));
        assertTrue(lines.contains("everybody: may use the registry from other machines (read)"), lines::toString);
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("S-1-5-21-2025429265-764733703-1343024091-1613 (an")),
                lines::toString);
    }

    @Test
    void afterwardsAdministratorsAreOutOfTheRegistryAndThatIsSaid() throws Exception {
        Inventory inventory = server("iis10-2022");
        Account alice = new Account("S-1-5-21-1-2-3-4", "CORP\\alice");
        List<String> lines =
                after(inventory, "RemoteRegistry", Limits.NONE.with(Limit.MEMBERS, List.of("a")), Map.of("a", alice));
        assertTrue(lines.contains("RemoteRegistryEditors are: CORP\\alice"), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("Administrators: may")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("Administrators do not get at")), lines::toString);
        assertEquals("Counts once Windows is started again.", lines.get(lines.size() - 1));
    }

    @Test
    void afterwardsTheDriveSharesAreGoneAndWhatWasLostIsSaid() throws Exception {
        Inventory inventory = server("iis10-2022");
        List<String> lines =
                after(inventory, "LanmanServer", Limits.NONE.with(Limit.ADMIN_SHARES, List.of("off")), Map.of());
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("Hidden share C$")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("Hidden share IPC$")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("PsExec")), lines::toString);
    }

    @Test
    void afterwardsAnFtpSiteIsAsItsConfigurationWouldBe() throws Exception {
        Limits limits = Limits.NONE
                .with(Limit.ANONYMOUS, List.of("off"))
                .with(Limit.TLS, List.of("required"))
                .with(Limit.FROM, List.of("10.0.0.0/8", "192.0.2.7"));
        List<String> lines = after(server("iis10-2022"), "FTPSVC", limits, Map.of());
        assertEquals(
                "Partner FTP: from 10.0.0.0/8, 192.0.2.7 only; sign-in with name and password; encrypted (TLS)",
                lines.get(0));
        List<String> itself = after(server("iis10-2022"), "FTPSVC", Limits.NONE.with(Limit.FROM, List.of()), Map.of());
        assertTrue(itself.get(0).startsWith("Partner FTP: from this server itself only; nobody"), itself::toString);
    }

    @Test
    void afterwardsOnlyTheSiteIsIndexed() throws Exception {
        List<String> lines = after(
                server("iis5-2001"),
                "cisvc",
                Limits.NONE.with(Limit.FOLDERS, List.of("C:\\Inetpub\\wwwroot")),
                Map.of());
        assertTrue(lines.stream().noneMatch(line -> line.contains("NOT PUBLIC")), lines::toString);
    }

    @Test
    void ofVeryManyMembersTheFirstAreNamed() {
        List<Account> many = IntStream.range(0, 50_000)
                .mapToObj(i -> new Account("S-1-5-21-1-2-3-" + i, "CORP\\user" + i))
                .toList();
        String said = messages.say(AccountWords.of(many));
        assertTrue(said.endsWith("CORP\\user19 and 49,980 more"), said);
    }

    @Test
    void knownSettingsHaveWordsAndOthersTheirAddress() {
        assertEquals("network level authentication", say(SettingWords.subject(KnownSettings.USER_AUTHENTICATION)));
        assertEquals("required", say(SettingWords.value(KnownSettings.USER_AUTHENTICATION, RegistryData.number(1))));
        assertEquals("9", say(SettingWords.value(KnownSettings.USER_AUTHENTICATION, RegistryData.number(9))));
        assertEquals("not set", say(SettingWords.value(KnownSettings.SMB1, Absent.ITSELF)));
        assertEquals(
                "the members of Remote Desktop Users", say(SettingWords.subject(KnownSettings.REMOTE_DESKTOP_USERS)));
        assertTrue(say(SettingWords.subject(KnownSettings.RDP_PORT)).contains("HKLM\\SYSTEM"));
    }

    private String say(Message message) {
        return messages.say(message);
    }

    private List<String> now(String lab, String name) throws Exception {
        Inventory inventory = server(lab);
        return AccessText.now(inventory, service(inventory, name)).stream()
                .map(this::say)
                .toList();
    }

    private List<String> after(Inventory inventory, String name, Limits limits, Map<String, Account> accounts) {
        Service service = service(inventory, name);
        Steps steps =
                Restrictions.shipped().steps(inventory, service, limits, new Lookups(accounts, Map.of(), Map.of()));
        assertEquals(List.of(), steps.problems());
        return AccessText.after(inventory, service, steps.steps()).stream()
                .map(this::say)
                .toList();
    }

    private static Service service(Inventory inventory, String name) {
        return inventory.find(new ServiceName(name)).orElseThrow();
    }

    private static Inventory server(String name) throws Exception {
        return TrainingServers.of(
                        () -> Instant.EPOCH, new LabDefinitions().find(name).orElseThrow())
                .read();
    }
}
