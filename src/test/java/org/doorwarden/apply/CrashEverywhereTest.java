package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.doorwarden.apply.ServerRuns.Recovery;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.journal.Run;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Plan;
import org.doorwarden.testing.Crash;
import org.doorwarden.testing.RandomServer;
import org.doorwarden.testing.RandomSettings;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;

/**
 * Every write to the disk and every request to the server can be the last one before the process dies, or can fail. For
 * each of them, in applying and in undoing, the server ends exactly as before or exactly as planned, and the history
 * says which.
 */
class CrashEverywhereTest {

    private static final int SERVERS = 40;

    @Test
    void aCrashAtAnyWriteIsRecovered() throws Exception {
        int crashes = 0;
        for (int seed = 0; seed < SERVERS; seed++) {
            for (int operation = 0; ; operation++) {
                Scene scene = new Scene(seed);
                scene.bench.storage.crashAt(operation);
                if (!crashes(scene::apply)) {
                    break;
                }
                crashes++;
                scene.bench.storage.heal();
                scene.recover(seed % 2 == 0 ? Recovery.UNDO : Recovery.FINISH);
            }
        }
        assertTrue(crashes > SERVERS * 5, "crashed " + crashes + " times");
    }

    @Test
    void aCrashAroundAnyRequestIsRecovered() throws Exception {
        int crashes = 0;
        for (int seed = 0; seed < SERVERS; seed++) {
            for (int request = 0; ; request++) {
                Scene scene = new Scene(seed);
                CrashingBackend backend = new CrashingBackend(scene.bench.lab, request);
                if (!crashes(() -> scene.apply(backend))) {
                    break;
                }
                crashes++;
                scene.recover(seed % 2 == 0 ? Recovery.UNDO : Recovery.FINISH);
            }
        }
        assertTrue(crashes > SERVERS * 3, "crashed " + crashes + " times");
    }

    @Test
    void aCrashInUndoingIsRecovered() throws Exception {
        int crashes = 0;
        for (int seed = 0; seed < SERVERS; seed++) {
            for (int request = 0; ; request++) {
                Scene scene = new Scene(seed);
                scene.apply();
                CrashingBackend backend = new CrashingBackend(scene.bench.lab, request);
                if (!crashes(() -> scene.undo(backend))) {
                    break;
                }
                crashes++;
                // However the interrupted undo is to be brought to an end, its end is the state before the run.
                scene.recover(seed % 2 == 0 ? Recovery.UNDO : Recovery.FINISH, RunOutcome.UNDONE);
            }
            for (int operation = 0; ; operation++) {
                Scene scene = new Scene(seed);
                scene.apply();
                scene.bench.storage.crashAt(operation);
                if (!crashes(() -> scene.undo(scene.bench.lab))) {
                    break;
                }
                crashes++;
                scene.bench.storage.heal();
                scene.recover(Recovery.UNDO);
            }
        }
        assertTrue(crashes > SERVERS * 5, "crashed " + crashes + " times");
    }

    @Test
    void aCrashInRecoveringIsRecovered() throws Exception {
        for (int seed = 0; seed < SERVERS; seed++) {
            for (int request = 0; request < 6; request++) {
                Scene scene = new Scene(seed);
                CrashingBackend first = new CrashingBackend(scene.bench.lab, 2 + request);
                if (!crashes(() -> scene.apply(first))) {
                    break;
                }
                for (int again = 0; again < 4; again++) {
                    CrashingBackend next = new CrashingBackend(scene.bench.lab, again);
                    crashes(() -> scene.bench.runs(next).recover(Recovery.UNDO, RunListener.NONE));
                }
                scene.recover(Recovery.UNDO);
            }
        }
    }

    @Test
    void anyWriteThatFailsLeavesTheServerAsItWasOrAsPlanned() throws Exception {
        Set<RunOutcome> seen = EnumSet.noneOf(RunOutcome.class);
        for (int seed = 0; seed < SERVERS; seed++) {
            for (int operation = 0; ; operation++) {
                Scene scene = new Scene(seed);
                int operations = scene.bench.storage.operations();
                scene.bench.storage.failAt(operation);
                RunReport report = scene.apply();
                boolean failed = scene.bench.storage.operations() - operations > operation;
                scene.bench.storage.heal();
                seen.add(report.outcome());
                String message = "seed " + seed + " operation " + operation + " " + report;
                switch (report.outcome()) {
                    case REFUSED, UNDONE -> assertEquals(scene.before, scene.bench.picture(), message);
                    case APPLIED -> assertEquals(scene.planned(), scene.bench.picture(), message);
                    case NEEDS_RECOVERY -> {
                        // The server is brought back all the same; only the journal does not say so yet.
                        assertEquals(scene.before, scene.bench.picture(), message);
                        scene.recover(Recovery.UNDO);
                    }
                    default -> throw new AssertionError(message);
                }
                if (!failed) {
                    break;
                }
            }
        }
        assertTrue(seen.containsAll(EnumSet.of(RunOutcome.REFUSED, RunOutcome.UNDONE, RunOutcome.APPLIED)), "" + seen);
    }

    /** A random server with a plan that changes something. */
    private static final class Scene {

        private final LabDefinition definition;
        private final Workbench bench;
        private final Plan plan;
        private final String before;

        Scene(int seed) throws Exception {
            SplittableRandom random = new SplittableRandom(seed);
            LabDefinition begun;
            Workbench made;
            Plan planned;
            do {
                begun = RandomServer.makeWithSettings(random);
                made = new Workbench(begun);
                Inventory inventory = made.read();
                planned = new RandomSettings(random)
                        .with(
                                made.plan(Workbench.randomChoices(random, inventory)),
                                inventory,
                                made.lab,
                                List.copyOf(begun.components().keySet()));
            } while (planned.changes().isEmpty() || planned.changes().size() > 8);
            definition = begun;
            bench = made;
            plan = planned;
            before = bench.picture();
        }

        RunReport apply() throws Exception {
            return apply(bench.lab);
        }

        RunReport apply(ServerBackend backend) throws Exception {
            return bench.runs(backend).apply(plan, EnumSet.allOf(Agreement.class), CancelToken.NEVER, RunListener.NONE);
        }

        RunReport undo(ServerBackend backend) throws Exception {
            Run run = bench.onlyRun().orElseThrow();
            return bench.runs(backend).undo(run, Set.of(), Conflict.Decider.KEEP, RunListener.NONE);
        }

        /** The picture after a run that nothing disturbs, from a twin of this server. */
        String planned() throws Exception {
            Workbench twin = new Workbench(definition);
            twin.apply(plan);
            return twin.picture();
        }

        void recover(Recovery recovery) throws Exception {
            recover(recovery, null);
        }

        void recover(Recovery recovery, RunOutcome expected) throws Exception {
            List<RunReport> reports = bench.runs().recover(recovery, RunListener.NONE);
            Optional<Run> run = bench.onlyRun();
            if (run.isEmpty()) {
                assertEquals(List.of(), reports);
                assertEquals(before, bench.picture(), "nothing was begun");
                return;
            }
            RunOutcome outcome = run.get().outcome();
            assertTrue(outcome == RunOutcome.UNDONE || outcome == RunOutcome.APPLIED, () -> "" + reports);
            if (expected != null) {
                assertEquals(expected, outcome);
            }
            assertEquals(outcome == RunOutcome.UNDONE ? before : planned(), bench.picture(), () -> "" + reports);
            assertTrue(bench.runs().recover(recovery, RunListener.NONE).isEmpty(), "recovered for good");
        }
    }

    @FunctionalInterface
    private interface Work {
        Object run() throws Exception;
    }

    /** Whether the work met its crash. */
    private static boolean crashes(Work work) throws Exception {
        try {
            work.run();
            return false;
        } catch (Crash crash) {
            return true;
        }
    }

    @Test
    void theCrashIsOne() {
        assertThrows(Crash.class, () -> new CrashingBackend(null, 0).request(() -> {}));
    }

    /** Crashes just before its n-th request, or just after it took effect. */
    private static final class CrashingBackend implements ServerBackend {

        private final ServerBackend server;
        private int left;

        CrashingBackend(ServerBackend server, int left) {
            this.server = server;
            this.left = left;
        }

        @FunctionalInterface
        private interface Request {
            void make() throws BackendException;
        }

        private void request(Request request) throws BackendException {
            if (left-- == 0) {
                throw new Crash();
            }
            request.make();
            if (left-- == 0) {
                throw new Crash();
            }
        }

        @Override
        public ServerIdentity identity() throws BackendException {
            return server.identity();
        }

        @Override
        public Inventory read() throws BackendException {
            return server.read();
        }

        @Override
        public Optional<ReadOnly> readOnly() throws BackendException {
            return server.readOnly();
        }

        @Override
        public ServiceCondition condition(ServiceName service) throws BackendException {
            return server.condition(service);
        }

        @Override
        public void setStartType(ServiceName service, StartType startType) throws BackendException {
            request(() -> server.setStartType(service, startType));
        }

        @Override
        public void requestStop(ServiceName service) throws BackendException {
            request(() -> server.requestStop(service));
        }

        @Override
        public void requestStart(ServiceName service) throws BackendException {
            request(() -> server.requestStart(service));
        }

        @Override
        public void requestPause(ServiceName service) throws BackendException {
            request(() -> server.requestPause(service));
        }

        @Override
        public SettingValue setting(Setting setting) throws BackendException {
            return server.setting(setting);
        }

        @Override
        public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
            request(() -> server.set(setting, value, progress));
        }

        @Override
        public Optional<Account> account(String name) throws BackendException {
            return server.account(name);
        }

        @Override
        public Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
            return server.feature(feature);
        }

        @Override
        public Optional<FileImage> iisConfiguration() throws BackendException {
            return server.iisConfiguration();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
