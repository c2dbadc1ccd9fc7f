package org.doorwarden.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.testing.VirtualPace;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Which changes touch a session, from every seat. */
class SessionRiskTest {

    private static final ServiceName OTHER = new ServiceName("Spooler");
    private static final Cause CAUSE = new Cause(Cause.Kind.CHOSEN, OTHER, "");
    private static final Members TWO =
            Members.of(List.of(new Account("S-1-5-21-1-2-3-1000", "a"), new Account("S-1-5-21-1-2-3-1001", "b")));
    private static final Members ONE = Members.of(List.of(new Account("S-1-5-21-1-2-3-1000", "a")));

    private static List<String> risks(Seat.Kind seat, String client, Change... changes) throws Exception {
        VirtualPace pace = new VirtualPace();
        LabBackend lab =
                TrainingServers.of(pace, new LabDefinitions().find("iis10-2022").orElseThrow());
        lab.setSeat(new Seat(seat, client));
        Inventory inventory = lab.read();
        Plan empty = new Workbench(new LabDefinitions().find("iis10-2022").orElseThrow()).plan(List.of());
        Plan plan = new Plan(
                empty.serverId(),
                empty.serverName(),
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                Arrays.asList(changes),
                List.of(),
                empty.impact(),
                List.of());
        return SessionRisk.of(plan, inventory).stream().map(Change::id).toList();
    }

    private static Change stop(String id, String service) {
        return new Change.StopService(id, new ServiceName(service), ServiceState.RUNNING, CAUSE);
    }

    private static Change set(String id, Setting setting, SettingValue before, SettingValue after) {
        return new Change.SetSetting(id, OTHER, setting, before, after, TakesEffect.NOW, CAUSE);
    }

    private static FirewallRule rule(boolean allows, String port, String service, String... from) {
        return new FirewallRule(
                "R",
                "",
                "",
                true,
                true,
                allows,
                6,
                port.isEmpty() ? List.of() : List.of(port),
                List.of(),
                List.of(),
                List.of(from),
                EnumSet.allOf(FirewallProfile.class),
                "",
                service);
    }

    @Test
    void eachSeatHasItsOwnServices() throws Exception {
        Change[] stops = {
            stop("c1", "TermService"),
            stop("c2", "UmRdpService"),
            stop("c3", "WinRM"),
            stop("c4", "HTTP"),
            stop("c5", "Dhcp"),
            stop("c6", "mpssvc"),
            stop("c7", "RpcSs"),
            stop("c8", "FTPSVC"),
            stop("c9", "sshd")
        };
        assertEquals(List.of(), risks(Seat.Kind.CONSOLE, "", stops));
        assertEquals(List.of("c1", "c2", "c5", "c6", "c7"), risks(Seat.Kind.REMOTE_DESKTOP, "", stops));
        assertEquals(List.of("c3", "c4", "c5", "c6", "c7"), risks(Seat.Kind.WINRM, "", stops));
        assertEquals(List.of("c5", "c6", "c7", "c9"), risks(Seat.Kind.SSH, "", stops));
        assertEquals(List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c9"), risks(Seat.Kind.UNKNOWN, "", stops));
    }

    @Test
    void membersThatAreTakenOutMayBeYou() throws Exception {
        Change[] changes = {
            set("c1", KnownSettings.REMOTE_DESKTOP_USERS, TWO, ONE),
            set("c2", KnownSettings.REMOTE_DESKTOP_USERS, ONE, TWO),
            set("c3", KnownSettings.ADMINISTRATORS, TWO, ONE),
            set("c4", KnownSettings.BACKUP_OPERATORS, TWO, ONE)
        };
        assertEquals(List.of("c1", "c3"), risks(Seat.Kind.REMOTE_DESKTOP, "", changes));
        assertEquals(List.of("c3"), risks(Seat.Kind.SSH, "", changes));
        assertEquals(List.of(), risks(Seat.Kind.CONSOLE, "", changes));
    }

    @Test
    void settingsOfRemoteDesktopConcernOnlyWhoUsesIt() throws Exception {
        Change[] changes = {
            set("c1", KnownSettings.DENY_CONNECTIONS, RegistryData.number(0), RegistryData.number(1)),
            set("c2", KnownSettings.SMB1, Absent.ITSELF, RegistryData.number(0))
        };
        assertEquals(List.of("c1"), risks(Seat.Kind.REMOTE_DESKTOP, "", changes));
        assertEquals(List.of(), risks(Seat.Kind.WINRM, "", changes));
    }

    @Test
    void rulesThatMayLetYouInNoLongerAreMarked() throws Exception {
        FirewallRuleName name = new FirewallRuleName("R");
        FirewallRule open = rule(true, "3389", "");
        String me = "10.1.1.7";
        List<Change> changes = new ArrayList<>(List.of(
                set("c1", name, open, rule(true, "3389", "", "10.9.0.0/16")),
                set("c2", name, open, rule(true, "3389", "", "10.9.0.0/16", me)),
                set("c3", name, open, Absent.ITSELF),
                set("c4", name, Absent.ITSELF, open),
                set("c5", name, Absent.ITSELF, rule(false, "3000-4000", "")),
                set("c6", name, rule(true, "21", ""), Absent.ITSELF),
                set("c7", name, rule(true, "", ""), Absent.ITSELF),
                set("c8", name, rule(true, "", "FTPSVC"), Absent.ITSELF)));
        Change[] all = changes.toArray(Change[]::new);
        assertEquals(List.of("c1", "c3", "c5", "c7"), risks(Seat.Kind.REMOTE_DESKTOP, me, all));
        assertEquals(List.of("c1", "c2", "c3", "c5", "c7"), risks(Seat.Kind.REMOTE_DESKTOP, "", all));
        assertEquals(List.of("c7"), risks(Seat.Kind.SSH, me, all));
        assertEquals(Set.of(), Set.copyOf(risks(Seat.Kind.CONSOLE, me, all)));
    }
}
