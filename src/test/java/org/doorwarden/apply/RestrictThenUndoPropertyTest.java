package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.document.JsonText;
import org.doorwarden.document.PlanDocument;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.testing.RandomLimits;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;

/**
 * On each training server that ships: whatever is limited, uninstalled and closed by random choices holds as planned, and
 * comes back exactly, in one go or in parts, and after faults.
 */
class RestrictThenUndoPropertyTest {

    private static final int SEEDS = 12;

    private static final List<Fault.Kind> FAULTS = List.of(
            Fault.Kind.SETTING_DENIED,
            Fault.Kind.SETTING_IGNORED,
            Fault.Kind.COMPONENT_FAILS,
            Fault.Kind.COMPONENT_SOURCE_MISSING);

    private static List<LabDefinition> servers() {
        LabDefinitions shipped = new LabDefinitions();
        return Stream.of("iis5-2001", "iis6-2003", "iis10-2022", "messy")
                .map(name -> shipped.find(name).orElseThrow())
                .toList();
    }

    @Test
    void whatIsLimitedAndUninstalledComesBackExactly() throws Exception {
        Set<Change.Kind> seen = EnumSet.noneOf(Change.Kind.class);
        for (LabDefinition server : servers()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Scene scene = new Scene(server, seed);
                RunReport applied = scene.bench.apply(scene.plan);
                assertEquals(RunOutcome.APPLIED, applied.outcome(), () -> scene.words(applied));
                scene.requirePlanned(applied);
                scene.plan.changes().forEach(change -> seen.add(change.kind()));
                if (applied.run().isEmpty()) {
                    continue;
                }
                if (seed % 2 == 1) {
                    scene.undoSome(applied);
                }
                RunReport undone = scene.bench.undo(applied.run().get());
                assertEquals(RunOutcome.UNDONE, undone.outcome(), () -> scene.words(undone));
                assertEquals(scene.before, scene.picture(), () -> scene.words(undone));
            }
        }
        assertEquals(EnumSet.allOf(Change.Kind.class), seen);
    }

    @Test
    void whateverGoesWrongNothingOfAFailedRunStays() throws Exception {
        Set<RunOutcome> seen = EnumSet.noneOf(RunOutcome.class);
        for (LabDefinition server : servers()) {
            for (int seed = 0; seed < SEEDS / 2; seed++) {
                Scene scene = new Scene(server, 1_000 + seed);
                scene.bench.lab.setFaults(scene.faults());
                RunReport report = scene.bench.apply(scene.plan);
                scene.bench.lab.setFaults(List.of());
                seen.add(report.outcome());
                if (report.outcome() == RunOutcome.APPLIED && report.run().isPresent()) {
                    scene.requirePlanned(report);
                    scene.bench.lab.setFaults(scene.faults());
                    seen.add(scene.bench.undo(report.run().get()).outcome());
                    scene.bench.lab.setFaults(List.of());
                }
                if (report.run().isPresent()) {
                    RunReport undone = scene.bench.undo(report.run().get());
                    assertEquals(RunOutcome.UNDONE, undone.outcome(), () -> scene.words(undone));
                }
                assertEquals(scene.before, scene.picture(), () -> scene.words(report));
            }
        }
        assertEquals(EnumSet.of(RunOutcome.APPLIED, RunOutcome.UNDONE, RunOutcome.PARTLY_UNDONE), seen);
    }

    /** A server that ships, with a plan from random choices. */
    private static final class Scene {

        private final String what;
        private final SplittableRandom random;
        private final Workbench bench;
        private final Plan plan;
        private final String before;

        Scene(LabDefinition server, int seed) throws Exception {
            what = server.name() + " " + seed + " ";
            random = new SplittableRandom(seed);
            bench = new Workbench(server);
            bench.lab.setFaults(List.of());
            Inventory inventory = bench.read();
            List<Choice> choices = new ArrayList<>(Workbench.randomChoices(random, inventory));
            choices.removeIf(choice -> random.nextInt(8) != 0);
            choices.addAll(new RandomLimits(random).choices(inventory, bench.lab));
            Plan made = bench.plan(Workbench.needing(List.of()), choices, Restrictions.shipped(), RandomLimits.hosts());
            byte[] file = JsonText.pretty(PlanDocument.write(made)).getBytes(StandardCharsets.UTF_8);
            plan = PlanDocument.read("plan.json", file);
            assertEquals(made, plan);
            before = picture();
        }

        /** Every setting, start type and state, and the configuration of IIS byte for byte. */
        String picture() throws Exception {
            String settled = bench.picture();
            for (int i = 0; settled.contains("pending") && i < 100; i++) {
                bench.pace.pause(Duration.ofSeconds(1));
                settled = bench.picture();
            }
            String iis = bench.lab
                    .iisConfiguration()
                    .map(FileImage::bytes)
                    .map(HexFormat.of()::formatHex)
                    .orElse("");
            return settled + iis;
        }

        /** What each change wants is found on the server. */
        void requirePlanned(RunReport applied) throws Exception {
            ChangeExecutor executor = new ChangeExecutor(bench.lab, bench.pace);
            Inventory now = bench.read();
            for (Change change : plan.changes()) {
                if (change instanceof Change.SetSetting set) {
                    assertTrue(
                            bench.lab.setting(set.setting()).matches(set.after()), () -> what + set + words(applied));
                } else if (now.find(change.service()).isPresent()) {
                    assertEquals(
                            ChangeValue.after(change).text(),
                            executor.now(change).text(),
                            () -> what + change + words(applied));
                }
            }
        }

        void undoSome(RunReport applied) throws Exception {
            String[] some = plan.changes().stream()
                    .map(Change::id)
                    .filter(id -> random.nextBoolean())
                    .toArray(String[]::new);
            if (some.length > 0) {
                bench.undo(applied.run().orElseThrow(), some);
            }
        }

        List<Fault> faults() {
            List<Fault> faults = new ArrayList<>();
            for (Change change : plan.changes()) {
                if (change instanceof Change.SetSetting set && random.nextInt(6) == 0) {
                    Fault.Kind kind = FAULTS.get(random.nextInt(FAULTS.size()));
                    faults.add(new Fault(kind, set.setting().identity(), random.nextBoolean() ? Fault.ALWAYS : 1));
                }
            }
            return faults;
        }

        String words(RunReport report) {
            return what + report.outcome() + " " + report.failure() + " "
                    + report.changes().stream()
                            .filter(each -> each.problem().isPresent())
                            .toList();
        }
    }
}
