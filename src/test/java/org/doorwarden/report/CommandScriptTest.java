package org.doorwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.KeySecurity;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Impact;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandScriptTest {

    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void writesEachChangeAsACommandInOrder() {
        assertEquals(
                List.of(
                        "sc.exe stop \"Spooler\"",
                        "sc.exe config \"Spooler\" start= disabled",
                        "sc.exe config \"A\" start= demand",
                        "sc.exe config \"B\" start= auto",
                        "sc.exe config \"C\" start= delayed-auto"),
                script(
                        stop("Spooler"),
                        set("Spooler", StartType.DISABLED),
                        set("A", StartType.MANUAL),
                        set("B", StartType.AUTOMATIC),
                        set("C", StartType.AUTOMATIC_DELAYED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSSQL$SQLEXPRESS", "clr_optimization_v4.0.30319_64", "Два слова", "a b-c"})
    void keepsNamesThatRealServicesHave(String name) {
        assertEquals(Optional.of('"' + name + '"'), CommandScript.quoted(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\" & calc & \"",
                "%COMSPEC%",
                "!COMSPEC!",
                "a\r\ncalc",
                "a\ncalc",
                "a\u0000b",
                "a\\",
                "\\\\other\\server",
                "a^",
                "a|calc",
                "a>b",
                "a&calc",
                "a`b",
                "$(calc)",
                "a\uFF02b",
                "a\u201Db",
                "evil\u202ename",
                "a\u00a0b"
            })
    void leavesOutANameThatCouldMeanSomethingElse(String name) {
        List<String> script = script(stop("Spooler"), stop(name), set(name, StartType.DISABLED));
        assertEquals("sc.exe stop \"Spooler\"", script.get(0));
        assertEquals(
                List.of("rem ", "rem "),
                List.of(script.get(1).substring(0, 4), script.get(2).substring(0, 4)));
        script.forEach(line -> assertFalse(line.contains(name), line));
    }

    @Test
    void leavesOutANameLongerThanAnyService() {
        assertEquals(Optional.empty(), CommandScript.quoted("a".repeat(257)));
    }

    @Test
    void writesSettingsThatOneCommandSets() {
        RegistrySetting number = new RegistrySetting("SYSTEM\\Terminal Server", "SecurityLayer");
        assertEquals(
                List.of(
                        "reg.exe add \"HKLM\\SYSTEM\\Terminal Server\" /v \"SecurityLayer\" /t REG_DWORD /d 2 /f",
                        "reg.exe delete \"HKLM\\SYSTEM\\Terminal Server\" /v \"SecurityLayer\" /f",
                        "reg.exe add \"HKLM\\K\" /v \"Machine\" /t REG_MULTI_SZ /d \"A b\\0C:\\d\" /f",
                        "reg.exe add \"HKLM\\K\" /v \"Machine\" /t REG_SZ /d \"A b\" /f",
                        "dism.exe /Online /Disable-Feature /FeatureName:TelnetServer /NoRestart",
                        "netsh.exe advfirewall firewall add rule name=\"Doorwarden: FTP\" dir=in action=allow enable=yes"
                                + " profile=domain,private service=FTPSVC protocol=TCP localport=21"
                                + " remoteip=10.0.0.0/8,2001:db8::1-2001:db8::9",
                        "netsh.exe advfirewall firewall delete rule name=\"Doorwarden: FTP\" dir=in"),
                script(
                        set(number, Absent.ITSELF, RegistryData.number(2)),
                        set(number, RegistryData.number(2), Absent.ITSELF),
                        set(
                                new RegistrySetting("K", "Machine"),
                                Absent.ITSELF,
                                RegistryData.texts(List.of("A b", "C:\\d"))),
                        set(new RegistrySetting("K", "Machine"), Absent.ITSELF, RegistryData.text("A b")),
                        set(new WindowsFeature("TelnetServer"), FeatureState.INSTALLED, FeatureState.UNINSTALLED),
                        set(
                                new FirewallRuleName("Doorwarden: FTP"),
                                Absent.ITSELF,
                                rule("Doorwarden", "Doorwarden: FTP")),
                        set(
                                new FirewallRuleName("Doorwarden: FTP"),
                                rule("Doorwarden", "Doorwarden: FTP"),
                                Absent.ITSELF)));
    }

    @Test
    void leavesToDoorwardenWhatNoCommandSetsJustSo() {
        RegistrySetting value = new RegistrySetting("K", "V");
        List<String> script = script(
                set(new RegistrySetting("K\" & calc & \"", "V"), Absent.ITSELF, RegistryData.number(2)),
                set(new RegistrySetting("K", "%COMSPEC%"), Absent.ITSELF, RegistryData.number(2)),
                set(value, Absent.ITSELF, RegistryData.text("ends with\\")),
                set(value, Absent.ITSELF, RegistryData.text("a\" & calc & \"")),
                set(value, Absent.ITSELF, RegistryData.texts(List.of("a\\0b"))),
                set(value, Absent.ITSELF, RegistryData.of(2, new byte[] {65, 0, 0, 0})),
                set(value, Absent.ITSELF, RegistryData.of(4, new byte[] {1, 0, 0, 0, 9})),
                set(new KeySecurity("K"), new AccessList("D:", List.of()), new AccessList("D:P", List.of())),
                set(new WindowsFeature("a & calc"), FeatureState.INSTALLED, FeatureState.UNINSTALLED),
                set(new FirewallRuleName("Others"), Absent.ITSELF, rule("World Wide Web", "Others")),
                set(new FirewallRuleName("a\" & calc"), Absent.ITSELF, rule("Doorwarden", "a\" & calc")));
        for (int i = 0; i < script.size(); i++) {
            assertEquals(
                    "rem Change " + (i + 1) + " is left out: no command does just that. Doorwarden does, or do it in"
                            + " Windows’ own windows.",
                    script.get(i));
        }
    }

    private static Change set(Setting setting, SettingValue before, SettingValue after) {
        return new Change.SetSetting("c1", new ServiceName("A"), setting, before, after, TakesEffect.NOW, chosen("A"));
    }

    private static FirewallRule rule(String group, String name) {
        return new FirewallRule(
                name,
                "",
                group,
                true,
                true,
                true,
                6,
                List.of("21"),
                List.of(),
                List.of(),
                List.of("10.0.0.0/8", "2001:db8::1-2001:db8::9"),
                Set.of(FirewallProfile.DOMAIN, FirewallProfile.PRIVATE),
                "",
                "FTPSVC");
    }

    private List<String> script(Change... changes) {
        Impact none = new Impact(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        Plan plan = new Plan(
                "lab:x",
                "X",
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(changes),
                List.of(),
                none,
                List.of());
        return CommandScript.lines(plan, messages);
    }

    private static Change stop(String name) {
        return new Change.StopService("c1", new ServiceName(name), ServiceState.RUNNING, chosen(name));
    }

    private static Change set(String name, StartType after) {
        return new Change.SetStartType("c1", new ServiceName(name), StartType.BOOT, after, chosen(name));
    }

    private static Cause chosen(String name) {
        return new Cause(Cause.Kind.CHOSEN, new ServiceName(name), "");
    }
}
