package org.doorwarden.apply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.lab.LabComponent;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.iis.FtpElements;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail.Restart;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KeySecurity;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Offer;
import org.doorwarden.restrict.Restriction;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.restrict.Step;
import org.doorwarden.restrict.Steps;
import org.doorwarden.testing.Workbench;

/** A training server on which every kind of change can be made, with one more change before it that is never in doubt. */
final class ContractServer {

    static final ServiceName TARGET = new ServiceName("DwTarget");
    static final ServiceName IN_COMPONENT = new ServiceName("FTPSVC");
    static final Members MALLORY = Members.of(List.of(new Account("S-1-5-21-1-2-3-1666", "TEST\\mallory")));

    private static final ServiceName NOTED = new ServiceName("DwNoted");
    private static final RegistrySetting NOTE = new RegistrySetting("SOFTWARE\\DoorwardenTest", "Note");
    private static final String SITE = "Dateien & mehr";
    private static final WindowsFeature COMPONENT = new WindowsFeature("IIS-FTPServer");
    private static final String CONFIGURATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- ours, nobody else’s -->
            <configuration>
            \t<system.applicationHost>
            \t\t<sites>
            \t\t\t<site name="Dateien &amp; mehr" id="2">
            \t\t\t\t<bindings><binding protocol='ftp' bindingInformation="*:21:" /></bindings>
            \t\t\t</site>
            \t\t</sites>
            \t</system.applicationHost>
            \t<location path="Dateien &amp; mehr">
            \t\t<system.ftpServer>
            \t\t\t<security> <!-- here --> </security>
            \t\t</system.ftpServer>
            \t</location>
            </configuration>
            """.replace("\n", "\r\n");

    final Workbench bench = new Workbench(definition());
    final ChangeFixture fixture;

    ContractServer(ChangeFixture fixture, ChangeFixture.Found found) throws BackendException {
        this.fixture = fixture;
        fixture.arrange(bench, found);
    }

    /** The compiler asks for each new kind. */
    static ChangeFixture fixture(Change.Kind kind) {
        return switch (kind) {
            case STOP_SERVICE, SET_START_TYPE -> new ServiceFixture(kind);
            case SET_REGISTRY_VALUE ->
                new SettingFixture(
                        new RegistrySetting("SOFTWARE\\Контракт", "Wert"),
                        RegistryData.of(1, new byte[] {'x', 0, 'y'}),
                        RegistryData.number(2),
                        RegistryData.texts(List.of("theirs")));
            case SET_KEY_SECURITY ->
                new SettingFixture(
                        new KeySecurity("SOFTWARE\\Контракт"),
                        AccessList.of("D:PAI(A;CI;KA;;;BA)(A;CIIO;GA;;;SY)(D;;KW;;;BG)"),
                        AccessList.of("D:P(A;CI;0xf003f;;;S-1-5-32-544)"),
                        AccessList.of("D:P(A;;KA;;;BA)(A;;KR;;;AU)"));
            case SET_LOCAL_GROUP ->
                new SettingFixture(
                        new LocalGroup("Herausgeber"),
                        new GroupComment("somebody’s"),
                        new GroupComment("ours"),
                        new GroupComment("theirs"));
            case SET_GROUP_MEMBERS ->
                new SettingFixture(new GroupMembers("Mitglieder"), members(1001), members(1002, 1003), MALLORY);
            case SET_FIREWALL_RULE ->
                new SettingFixture(
                        new FirewallRuleName("Doorwarden: FTP (tcp)"), rule("any"), rule("10.0.0.0/8"), rule("::1"));
            case SET_IIS_CONFIGURATION ->
                new SettingFixture(
                        FtpElements.ipSecurity(SITE),
                        new XmlText("<ipSecurity\r\n  allowUnlisted='true' ><!-- ? --></ipSecurity>"),
                        new XmlText("<ipSecurity allowUnlisted=\"false\" />"),
                        new XmlText("<ipSecurity enableReverseDns=\"true\" />"));
            case SET_WINDOWS_FEATURE ->
                new SettingFixture(COMPONENT, FeatureState.INSTALLED, FeatureState.UNINSTALLED, FeatureState.INSTALLED);
        };
    }

    private static Members members(int... numbers) {
        List<Account> accounts = new ArrayList<>();
        for (int number : numbers) {
            accounts.add(new Account("S-1-5-21-1-2-3-" + number, ""));
        }
        return Members.of(accounts);
    }

    private static FirewallRule rule(String from) {
        return new FirewallRule(
                "Doorwarden: FTP (tcp)",
                "for the contract",
                "Doorwarden",
                true,
                true,
                true,
                6,
                List.of("21", "990-991"),
                List.of(),
                List.of(),
                from.equals("any") ? List.of() : List.of(from),
                Set.of(FirewallProfile.values()),
                "",
                "");
    }

    private static LabDefinition definition() {
        LabDefinition services = TrainingServers.definition(List.of(
                TrainingServers.service(Service.named(TARGET.value())
                        .startType(StartType.AUTOMATIC)
                        .state(ServiceState.RUNNING)
                        .accepts(true, true)
                        .build()),
                TrainingServers.service(Service.named(NOTED.value()).build()),
                TrainingServers.service(Service.named(IN_COMPONENT.value())
                        .startType(StartType.DISABLED)
                        .build())));
        Map<Setting, SettingValue> values = new LinkedHashMap<>();
        for (Change.Kind kind : Change.Kind.values()) {
            if (fixture(kind) instanceof SettingFixture each && kind != Change.Kind.SET_WINDOWS_FEATURE) {
                values.put(each.setting(), Absent.ITSELF);
            }
        }
        values.keySet().removeIf(each -> each instanceof FirewallRuleName);
        values.put(NOTE, Absent.WITH_ITS_KEY);
        ServerAccess access = new ServerAccess(
                new Seat(Seat.Kind.CONSOLE, ""),
                values,
                Optional.of(new Firewall(
                        EnumSet.of(FirewallProfile.PUBLIC),
                        Map.of(FirewallProfile.PUBLIC, new Firewall.ProfileState(true, true, false)),
                        List.of(),
                        false)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        LabComponent component = new LabComponent(
                COMPONENT.name(),
                "FTP",
                OptionalLong.empty(),
                Restart.NO,
                List.of(),
                Map.of(IN_COMPONENT, StartType.AUTOMATIC),
                true,
                true,
                List.of("Web-Ftp-Server"),
                Duration.ofSeconds(1));
        return TrainingServers.withIis(
                TrainingServers.with(services, access, List.of(component)),
                CONFIGURATION.getBytes(StandardCharsets.UTF_8));
    }

    /** The plan of the fixture’s change, with the note before it. */
    Plan plan(ChangeFixture.Found found) throws Exception {
        List<Choice> choices = List.of(Choice.restrict(NOTED, SettingFixture.ANY), fixture.choice(found));
        List<Step> note = List.of(new Step(NOTE, bench.lab.setting(NOTE), RegistryData.number(1), TakesEffect.NOW));
        List<Step> steps = fixture.steps(bench.lab);
        Restrictions restrictions = new Restrictions(List.of(new Wanting(Map.of(NOTED, note, TARGET, steps))));
        return bench.plan(Workbench.needing(List.of()), choices, restrictions, HostNames.NONE);
    }

    SettingValue note() throws BackendException {
        return bench.lab.setting(NOTE);
    }

    boolean isNote(Setting setting) {
        return setting.equals(NOTE);
    }

    /** Everything that a run may change, the configuration of IIS byte for byte. */
    String picture() throws Exception {
        for (int i = 0; bench.picture().contains("pending") && i < 100; i++) {
            bench.pace.pause(Duration.ofSeconds(1));
        }
        return bench.picture()
                + note()
                + new String(bench.lab.iisConfiguration().orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    /** Restricts each service by the steps it is told. */
    private record Wanting(Map<ServiceName, List<Step>> steps) implements Restriction {

        @Override
        public List<Offer> offers(Inventory inventory, Service service) {
            return SettingFixture.ANY.values().keySet().stream()
                    .map(limit -> new Offer(limit, List.of(), List.of(), TakesEffect.NOW))
                    .toList();
        }

        @Override
        public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
            return new Steps(steps.get(service.name()), List.of());
        }
    }
}
