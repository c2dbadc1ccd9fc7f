package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.testing.RandomServer;
import org.doorwarden.testing.RandomSettings;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;

/**
 * For thousands of random servers, plans and faults: a run is applied exactly as planned or leaves nothing behind, and
 * undoing brings back exactly what was there.
 */
class ApplyThenUndoPropertyTest {

    private static final int SERVERS = 2000;
    private static final List<Fault.Kind> OF_SERVICES = Arrays.stream(Fault.Kind.values())
            .filter(kind -> !kind.isOfSettings())
            .toList();

    private static final List<Fault.Kind> OF_SETTINGS = List.of(
            Fault.Kind.SETTING_DENIED,
            Fault.Kind.SETTING_IGNORED,
            Fault.Kind.COMPONENT_FAILS,
            Fault.Kind.COMPONENT_SOURCE_MISSING);

    @Test
    void undoingBringsBackExactlyWhatWasThere() throws Exception {
        int applied = 0;
        for (int seed = 0; seed < SERVERS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Workbench bench = new Workbench(RandomServer.makeWithSettings(random));
            Plan plan = randomPlan(random, bench);
            String before = bench.picture();
            String planned = asPlanned(bench, plan);
            RunReport report = bench.apply(plan);
            assertEquals(RunOutcome.APPLIED, report.outcome(), () -> describe(report));
            assertEquals(planned, bench.picture(), "seed " + seed);
            if (report.run().isPresent()) {
                applied++;
                RunReport undone = bench.undo(report.run().get());
                assertEquals(RunOutcome.UNDONE, undone.outcome(), "seed " + seed + describe(undone));
            }
            assertEquals(before, bench.picture(), "seed " + seed);
        }
        assertTrue(applied > SERVERS / 2, "only " + applied + " servers had anything to change");
    }

    @Test
    void whateverGoesWrongNothingOfAFailedRunStays() throws Exception {
        Set<RunOutcome> seen = EnumSet.noneOf(RunOutcome.class);
        for (int seed = 0; seed < SERVERS; seed++) {
            SplittableRandom random = new SplittableRandom(1_000_000 + seed);
            Workbench bench = new Workbench(RandomServer.makeWithSettings(random));
            Plan plan = randomPlan(random, bench);
            String before = bench.picture();
            String planned = asPlanned(bench, plan);
            bench.lab.setFaults(randomFaults(random, plan));
            RunReport report = bench.apply(plan);
            bench.lab.setFaults(List.of());
            seen.add(report.outcome());
            String message = "seed " + seed + describe(report);
            switch (report.outcome()) {
                case APPLIED -> assertEquals(planned, settled(bench), message);
                case UNDONE -> assertEquals(before, settled(bench), message);
                case PARTLY_UNDONE -> {
                    // The fault kept something from coming back, or somebody else started what was paused; without
                    // the fault, and told to overwrite, the same run can still be undone.
                    assertTrue(
                            report.changes().stream()
                                    .anyMatch(each -> each.problem().isPresent()),
                            message);
                    RunReport again = bench.runs()
                            .undo(bench.find(report.run().orElseThrow()), Set.of(), all -> true, RunListener.NONE);
                    assertEquals(RunOutcome.UNDONE, again.outcome(), message + describe(again));
                    assertEquals(before, settled(bench), message);
                }
                default -> throw new AssertionError(message);
            }
        }
        assertTrue(
                seen.containsAll(EnumSet.of(RunOutcome.APPLIED, RunOutcome.UNDONE, RunOutcome.PARTLY_UNDONE)),
                seen.toString());
    }

    @Test
    void undoingSomeChangesAndThenTheOthersBringsBackEverything() throws Exception {
        for (int seed = 0; seed < SERVERS / 3; seed++) {
            SplittableRandom random = new SplittableRandom(2_000_000 + seed);
            Workbench bench = new Workbench(RandomServer.makeWithSettings(random));
            Plan plan = randomPlan(random, bench);
            String before = bench.picture();
            RunReport report = bench.apply(plan);
            if (report.run().isEmpty()) {
                continue;
            }
            String[] some = plan.changes().stream()
                    .filter(change -> random.nextBoolean())
                    .map(Change::id)
                    .toArray(String[]::new);
            if (some.length > 0) {
                bench.undo(report.run().get(), some);
            }
            RunReport rest = bench.undo(report.run().get());
            assertEquals(RunOutcome.UNDONE, rest.outcome(), "seed " + seed + describe(rest));
            assertEquals(before, bench.picture(), "seed " + seed);
        }
    }

    @Test
    void noPlanEverStopsWhatTheServerNeeds() throws Exception {
        for (int seed = 0; seed < SERVERS; seed++) {
            SplittableRandom random = new SplittableRandom(3_000_000 + seed);
            Workbench bench = new Workbench(RandomServer.make(random));
            Inventory inventory = bench.read();
            List<ServiceName> needs = Workbench.randomNeeds(random, inventory);
            Catalogue catalogue = Workbench.needing(needs);
            Plan plan = bench.plan(catalogue, Workbench.randomChoices(random, inventory));
            Set<ServiceName> changed =
                    plan.changes().stream().map(Change::service).collect(Collectors.toSet());
            DependencyGraph graph = DependencyGraph.of(inventory.services().values());
            for (ServiceName needed : needs) {
                assertFalse(changed.contains(needed), "seed " + seed + " changes " + needed);
                for (ServiceName below :
                        graph.everythingNeededBy(List.of(needed)).keySet()) {
                    assertFalse(changed.contains(below), "seed " + seed + " changes " + below);
                }
            }
        }
    }

    private static Plan randomPlan(SplittableRandom random, Workbench bench) throws Exception {
        Inventory inventory = bench.read();
        Catalogue catalogue = Workbench.needing(Workbench.randomNeeds(random, inventory));
        Plan plan = bench.plan(catalogue, Workbench.randomChoices(random, inventory));
        List<String> components = inventory.traits().features().stream()
                .map(listed -> listed.substring("Listed-".length()))
                .toList();
        return new RandomSettings(random).with(plan, inventory, bench.lab, components);
    }

    private static List<Fault> randomFaults(SplittableRandom random, Plan plan) {
        List<Fault> faults = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.SetSetting set) {
                if (random.nextInt(8) == 0) {
                    Fault.Kind kind = OF_SETTINGS.get(random.nextInt(OF_SETTINGS.size()));
                    faults.add(new Fault(kind, set.setting().identity(), random.nextBoolean() ? Fault.ALWAYS : 1));
                }
            } else if (random.nextInt(4) == 0) {
                Fault.Kind kind = OF_SERVICES.get(random.nextInt(OF_SERVICES.size()));
                faults.add(new Fault(kind, change.service(), random.nextBoolean() ? Fault.ALWAYS : 1));
            }
        }
        return faults;
    }

    /** The server as the plan says it will be, worked out without any of the code that applies it. */
    private static String asPlanned(Workbench bench, Plan plan) throws Exception {
        Inventory now = bench.read();
        Map<ServiceName, Service> services = new TreeMap<>(now.services());
        List<String> features = new ArrayList<>(now.traits().features());
        Map<Setting, SettingValue> values = new LinkedHashMap<>();
        Map<String, FirewallRule> rules = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        now.access().firewall().orElseThrow().rules().forEach(rule -> rules.put(rule.name(), rule));
        for (Change change : plan.changes()) {
            if (change instanceof Change.SetStartType set) {
                services.computeIfPresent(
                        set.service(),
                        (name, service) -> service.but().startType(set.after()).build());
            } else if (change instanceof Change.StopService stop) {
                services.computeIfPresent(
                        stop.service(),
                        (name, service) ->
                                service.but().state(ServiceState.STOPPED).build());
            } else {
                Change.SetSetting set = (Change.SetSetting) change;
                if (set.setting() instanceof WindowsFeature feature) {
                    FeatureDetail detail = bench.lab.feature(feature).orElseThrow();
                    features.remove("Listed-" + feature.name());
                    if (detail.restart() == FeatureDetail.Restart.NO) {
                        services.keySet().removeAll(detail.services());
                    }
                } else if (set.setting() instanceof FirewallRuleName name) {
                    rules.remove(name.name());
                    if (set.after() instanceof FirewallRule rule) {
                        rules.put(name.name(), rule);
                    }
                } else {
                    values.put(set.setting(), set.after());
                    if (set.setting() instanceof LocalGroup group && set.before() instanceof Absent) {
                        values.put(new GroupMembers(group.name()), Members.of(List.of()));
                    }
                }
            }
        }
        ServerAccess before = now.access().with(values);
        Firewall firewall = before.firewall().orElseThrow();
        ServerAccess access = new ServerAccess(
                before.seat(),
                before.values(),
                Optional.of(new Firewall(
                        firewall.active(), firewall.profiles(), List.copyOf(rules.values()), firewall.policyWins())),
                before.shares(),
                before.indexedScopes(),
                before.smtpServers(),
                before.ftpSites());
        return TrainingServers.picture(new Inventory(
                now.server(),
                now.takenAt(),
                services,
                now.unownedListeners(),
                now.products(),
                new ServerTraits(Map.of(), features, List.of()),
                access,
                now.problems()));
    }

    /** The server once nothing is pending any more. */
    private static String settled(Workbench bench) throws Exception {
        for (int i = 0; bench.picture().contains("pending") && i < 100; i++) {
            bench.pace.pause(java.time.Duration.ofSeconds(1));
        }
        return bench.picture();
    }

    private static String describe(RunReport report) {
        return " " + report.outcome() + " " + report.failure() + " " + report.changes();
    }
}
