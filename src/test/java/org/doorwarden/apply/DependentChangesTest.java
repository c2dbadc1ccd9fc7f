package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessEntry;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.AccessRight;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.plan.Change.SetStartType;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.testing.RandomSettings;
import org.doorwarden.testing.Workbench;
import org.doorwarden.text.Message;
import org.doorwarden.ui.BackendWith;
import org.junit.jupiter.api.Test;

/** Changes of one run that hold only together, and what becomes of them when they are torn apart. */
class DependentChangesTest {

    private static final ServiceName FTP = new ServiceName("FTPSVC");
    private static final ServiceName OTHER = new ServiceName("Spooler");
    private static final WindowsFeature WHOLE = new WindowsFeature("IIS-FTPServer");
    private static final WindowsFeature PART = new WindowsFeature("IIS-FTPSvc");

    private final Workbench bench =
            new Workbench(new LabDefinitions().find("iis10-2022").orElseThrow());

    private static Change set(
            String id, ServiceName service, Setting setting, SettingValue before, SettingValue after) {
        Cause cause = new Cause(Cause.Kind.CHOSEN, service, "");
        return new SetSetting(id, service, setting, before, after, TakesEffect.NOW, cause);
    }

    private Plan plan(List<Change> changes) throws Exception {
        return RandomSettings.changed(bench.plan(List.of()), changes);
    }

    /** Stops the service, and uninstalls the component on account of another one. */
    private Plan uninstall(ServiceName chosen) throws Exception {
        List<Change> changes = new ArrayList<>(
                bench.plan(List.of(Choice.of(FTP, Choice.Action.DISABLE))).changes());
        changes.add(set("c8", chosen, PART, FeatureState.INSTALLED, FeatureState.UNINSTALLED));
        changes.add(set("c9", chosen, WHOLE, FeatureState.INSTALLED, FeatureState.UNINSTALLED));
        return plan(changes);
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::key).toList();
    }

    @Test
    void whatAComponentTakesAlongIsClosedHoweverItWasChosen() throws Exception {
        String before = bench.picture();
        Plan plan = uninstall(OTHER);
        assertTrue(plan.changes().stream().anyMatch(SetStartType.class::isInstance));
        RunReport report = bench.apply(plan);
        assertEquals(RunOutcome.APPLIED, report.outcome(), () -> "" + report.failure());
        assertTrue(bench.read().find(FTP).isEmpty());
        assertEquals(RunOutcome.UNDONE, bench.undo(report.run().orElseThrow()).outcome());
        assertEquals(before, bench.picture());
    }

    @Test
    void aPartOrAServiceDoesNotComeBackWithoutItsComponent() throws Exception {
        RunReport report = bench.apply(uninstall(FTP));
        String run = report.run().orElseThrow();
        for (String alone : List.of("c1", "c8")) {
            RunReport refused = bench.undo(run, alone);
            assertEquals("undo.not.alone", refused.failure().orElseThrow().key(), alone);
        }
        assertEquals(FeatureState.UNINSTALLED, bench.lab.setting(PART));
        assertEquals(RunOutcome.PARTLY_UNDONE, bench.undo(run, "c8", "c9").outcome());
        assertEquals(FeatureState.INSTALLED, bench.lab.setting(PART));
        assertEquals(StartType.DISABLED, bench.lab.condition(FTP).startType());
        assertEquals(RunOutcome.UNDONE, bench.undo(run).outcome());
    }

    @Test
    void aComponentThatHasGrownSinceFitsThePlanNoLonger() throws Exception {
        Plan plan = uninstall(FTP);
        ServerBackend grown = new BackendWith(bench.lab) {
            @Override
            public Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
                return super.feature(feature)
                        .map(detail -> new FeatureDetail(
                                detail.name(),
                                detail.displayName(),
                                detail.state(),
                                detail.size(),
                                detail.restart(),
                                feature.equals(WHOLE) ? List.of("iis-ftpsvc", "IIS-FTPExtensibility") : List.of(),
                                detail.services(),
                                detail.sourcePresent()));
            }
        };
        RunReport report =
                bench.runs(grown).apply(plan, EnumSet.allOf(Agreement.class), CancelToken.NEVER, RunListener.NONE);
        assertEquals("plan.drift.part", report.failure().orElseThrow().key());
    }

    @Test
    void aGroupThatIsStillNamedStays() throws Exception {
        AccessList before = (AccessList) bench.lab.setting(KnownSettings.WINREG);
        AccessList after = AccessList.of(
                List.of(AccessEntry.forGroup("", AccessRight.KEY_ALL_ACCESS, KnownSettings.REGISTRY_EDITORS)),
                List.of());
        RunReport report = bench.apply(plan(List.of(
                set("c1", OTHER, KnownSettings.REGISTRY_EDITORS, Absent.ITSELF, new GroupComment("")),
                set("c2", OTHER, KnownSettings.WINREG, before, after))));
        assertEquals(RunOutcome.APPLIED, report.outcome(), () -> "" + report.failure());
        RunReport alone = bench.undo(report.run().orElseThrow(), "c1");
        assertEquals(
                "change.group.named",
                alone.changes().get(0).problem().orElseThrow().key());
        assertTrue(bench.lab.account("RemoteRegistryEditors").isPresent());
        assertEquals(RunOutcome.UNDONE, bench.undo(report.run().orElseThrow()).outcome());
        assertTrue(bench.lab.account("RemoteRegistryEditors").isEmpty());
    }

    private static FirewallRule rule(String description, String from) {
        return new FirewallRule(
                "Doorwarden: test",
                description,
                "Doorwarden",
                true,
                true,
                true,
                6,
                List.of("4711"),
                List.of(),
                List.of(),
                List.of(from),
                Set.of(),
                "",
                "");
    }

    @Test
    void ruleByRuleTheLimitOfAServiceIsNeitherNor() throws Exception {
        FirewallRuleName first = new FirewallRuleName("Doorwarden: test");
        FirewallRule other = bench.read().access().firewall().orElseThrow().rules().stream()
                .filter(rule -> rule.name().equals("RDP admins"))
                .findFirst()
                .orElseThrow();
        FirewallRuleName second = new FirewallRuleName(other.name());
        RunReport report = bench.apply(plan(List.of(
                set("c1", OTHER, first, Absent.ITSELF, rule("", "10.0.0.1")),
                set("c2", OTHER, second, other, other.from(List.of("10.0.0.1"))))));
        assertEquals(RunOutcome.APPLIED, report.outcome(), () -> "" + report.failure());
        String run = report.run().orElseThrow();
        assertTrue(keys(bench.undo(run, "c2").observations()).contains("undo.firewall.partly"));
        RunReport whole = bench.undo(run);
        assertEquals(RunOutcome.UNDONE, whole.outcome());
        assertEquals(List.of(), keys(whole.observations()));
    }

    @Test
    void aRuleLeftHalfWayIsOurOwn() throws Exception {
        FirewallRuleName name = new FirewallRuleName("Doorwarden: test");
        FirewallRule before = rule("old", "10.0.0.1");
        FirewallRule after = rule("new", "10.0.0.2");
        bench.lab.set(name, before, SettingProgress.NONE);
        for (boolean ours : List.of(true, false)) {
            FirewallRule between = rule("new", ours ? "10.0.0.1" : "10.0.0.3");
            ServerBackend torn = new BackendWith(bench.lab) {
                @Override
                public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
                    super.set(setting, value.equals(after) ? between : value, progress);
                    if (value.equals(after)) {
                        throw new BackendException(Operation.SET_SETTING, name.name(), WindowsError.ACCESS_DENIED);
                    }
                }
            };
            RunReport report = bench.runs(torn)
                    .apply(
                            plan(List.of(set("c1", OTHER, name, before, after))),
                            EnumSet.allOf(Agreement.class),
                            CancelToken.NEVER,
                            RunListener.NONE);
            assertEquals(ours ? RunOutcome.UNDONE : RunOutcome.PARTLY_UNDONE, report.outcome());
            assertEquals(ours ? before : between, bench.lab.setting(name));
        }
    }
}
