package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Planner;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.testing.Workbench;
import org.doorwarden.ui.BackendWith;
import org.junit.jupiter.api.Test;

/** Who gets in, before, during and after a run and its undo, on the training servers. */
class RestrictedAccessTest {

    private static final List<Choice> CHOICES = List.of(
            restrict(
                    "RemoteRegistry",
                    Limits.NONE.with(Limit.MEMBERS, List.of("CORP\\alice")).with(Limit.PATHS, List.of("none"))),
            restrict(
                    "TermService",
                    Limits.NONE.with(Limit.MEMBERS, List.of("CORP\\alice")).with(Limit.NLA, List.of("on"))),
            restrict(
                    "LanmanServer",
                    Limits.NONE.with(Limit.ADMIN_SHARES, List.of("off")).with(Limit.SIGNING, List.of("required"))));

    @Test
    void appliedReadBackAndUndoneToTheLastLetter() throws Exception {
        for (String name : List.of("iis10-2022", "messy")) {
            Workbench bench = bench(name);
            ServerAccess before = bench.read().access();
            RunReport report = bench.apply(plan(bench));
            assertEquals(RunOutcome.APPLIED, report.outcome(), () -> name + report.failure());
            AccessList list = (AccessList) value(bench, KnownSettings.WINREG);
            assertEquals(List.of(), list.groupsByName(), name);
            Account group = bench.lab.account("RemoteRegistryEditors").orElseThrow();
            assertTrue(list.sddl().contains(group.sid()), name);
            bench.undo(report.run().orElseThrow());
            assertEquals(
                    before.values().toString(), bench.read().access().values().toString(), name);
        }
    }

    @Test
    void whatSomebodyChangedSinceStays() throws Exception {
        Members others = Members.of(List.of(new Account("S-1-5-32-545", "BUILTIN\\Users")));
        Map<Setting, SettingValue> changes = Map.of(
                KnownSettings.WINREG,
                AccessList.of("D:P(A;;KA;;;BA)(A;;KR;;;AU)"),
                KnownSettings.members(KnownSettings.REGISTRY_EDITORS),
                others,
                KnownSettings.REMOTE_DESKTOP_USERS,
                others,
                KnownSettings.REQUIRE_SIGNING,
                RegistryData.number(7));
        for (Map.Entry<Setting, SettingValue> change : changes.entrySet()) {
            Workbench bench = bench("iis10-2022");
            RunReport report = bench.apply(plan(bench));
            bench.lab.set(change.getKey(), change.getValue(), percent -> {});
            RunReport undone = bench.undo(report.run().orElseThrow());
            assertEquals(
                    RunOutcome.PARTLY_UNDONE, undone.outcome(), change.getKey().address());
            assertEquals(
                    change.getValue(),
                    value(bench, change.getKey()),
                    change.getKey().address());
        }
    }

    @Test
    void aDeniedChangeBringsEverythingBack() throws Exception {
        for (Setting denied : List.of(
                KnownSettings.ALLOWED_PATHS,
                KnownSettings.REGISTRY_EDITORS,
                KnownSettings.members(KnownSettings.REGISTRY_EDITORS),
                KnownSettings.WINREG,
                KnownSettings.REMOTE_DESKTOP_USERS,
                KnownSettings.USER_AUTHENTICATION,
                KnownSettings.AUTO_SHARE_SERVER)) {
            Workbench bench = bench("iis10-2022");
            ServerAccess before = bench.read().access();
            ServerRuns runs = bench.runs(new Denying(bench, denied));
            RunReport report = runs.apply(plan(bench), Set.of(), CancelToken.NEVER, RunListener.NONE);
            assertEquals(RunOutcome.UNDONE, report.outcome(), denied.address());
            assertEquals(
                    before.values().toString(), bench.read().access().values().toString(), denied.address());
        }
    }

    @Test
    void anAccessListForAGroupThatWasTakenAwayIsNotSet() throws Exception {
        Workbench bench = bench("iis10-2022");
        Plan plan = plan(bench);
        BackendWith forgetful = new BackendWith(bench.lab) {
            @Override
            public Optional<Account> account(String name) {
                return Optional.empty();
            }
        };
        RunReport report = bench.runs(forgetful).apply(plan, Set.of(), CancelToken.NEVER, RunListener.NONE);
        assertEquals("change.group.missing", report.failure().orElseThrow().key());
        assertEquals(RunOutcome.UNDONE, report.outcome());
    }

    @Test
    void administrativeSharesVanishWhenTheServiceStartsAgain() throws Exception {
        Workbench bench = bench("iis6-2003");
        ServiceName server = new ServiceName("lanmanserver");
        bench.lab.set(KnownSettings.AUTO_SHARE_SERVER, RegistryData.number(0), percent -> {});
        assertEquals(List.of("ADMIN$", "C$", "D$", "IPC$", "customers"), shares(bench));
        restart(bench, server);
        assertEquals(List.of("IPC$", "customers"), shares(bench));
        bench.lab.set(KnownSettings.AUTO_SHARE_SERVER, RegistryData.number(1), percent -> {});
        assertEquals(List.of("IPC$", "customers"), shares(bench));
        restart(bench, server);
        assertEquals(List.of("ADMIN$", "C$", "D$", "IPC$", "customers"), shares(bench));
    }

    private static void restart(Workbench bench, ServiceName name) throws Exception {
        DependencyGraph graph = DependencyGraph.of(bench.read().services().values());
        for (ServiceName each : graph.stopsWith(List.of(name))) {
            bench.lab.requestStop(each);
            bench.pace.pause(Duration.ofSeconds(5));
        }
        bench.lab.requestStop(name);
        bench.pace.pause(Duration.ofSeconds(5));
        assertEquals(List.of(), shares(bench));
        bench.lab.requestStart(name);
        bench.pace.pause(Duration.ofSeconds(5));
    }

    private static List<String> shares(Workbench bench) throws Exception {
        return bench.read().access().shares().orElseThrow().stream()
                .map(share -> share.name())
                .toList();
    }

    /** A server that denies one change. */
    private static final class Denying extends BackendWith {

        private final Setting denied;

        Denying(Workbench bench, Setting denied) {
            super(bench.lab);
            this.denied = denied;
        }

        @Override
        public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
            if (setting.equals(denied)) {
                throw new BackendException(Operation.SET_SETTING, setting.address(), WindowsError.ACCESS_DENIED);
            }
            super.set(setting, value, progress);
        }
    }

    private static SettingValue value(Workbench bench, Setting setting) throws Exception {
        return bench.lab.setting(setting);
    }

    private static Workbench bench(String name) {
        return new Workbench(new LabDefinitions().find(name).orElseThrow());
    }

    private static Choice restrict(String service, Limits limits) {
        return Choice.restrict(new ServiceName(service), limits);
    }

    private static Plan plan(Workbench bench) throws Exception {
        Catalogue catalogue = Workbench.needing(List.of());
        Inventory inventory = bench.read();
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        Purpose purpose = new Purpose(List.copyOf(catalogue.roles().values()), true, List.of());
        Assessment assessment = Assessor.assess(catalogue, inventory, graph, purpose);
        Lookups lookups = new Lookups(
                Map.of("CORP\\alice", bench.lab.account("CORP\\alice").orElseThrow()), Map.of(), Map.of());
        Plan plan = Planner.plan(
                catalogue, inventory, graph, assessment, CHOICES, Restrictions.shipped(), lookups, bench.pace.now());
        assertTrue(plan.changes().stream().allMatch(SetSetting.class::isInstance));
        return plan;
    }
}
