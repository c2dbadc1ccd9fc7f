package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.doorwarden.apply.RunReport.ChangeReport;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.journal.RunLock;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceBuilder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.UndoCause;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Plan;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerRunsTest {

    private static final ServiceName A = new ServiceName("A");
    private static final ServiceName B = new ServiceName("B");

    @TempDir
    Path folder;

    @Test
    void reportsWhatWasReadBack() throws Exception {
        Workbench bench = bench(running("A"), running("B").dependsOn("A"));
        RunReport report = bench.apply(bench.plan(List.of(Choice.of(A, Action.DISABLE))));
        assertEquals(RunOutcome.APPLIED, report.outcome());
        assertEquals(
                List.of("B running>stopped:stopped", "A running>stopped:stopped", "A automatic>disabled:disabled"),
                values(report));
    }

    @Test
    void undoesInReverseWhenTheThirdChangeFails() throws Exception {
        Workbench bench = bench(running("A"), running("B").dependsOn("A"));
        Plan plan = bench.plan(List.of(Choice.of(A, Action.DISABLE)));
        String before = bench.picture();
        bench.lab.setFaults(List.of(new Fault(Fault.Kind.CONFIG_DENIED, A, Fault.ALWAYS)));
        List<String> heard = new ArrayList<>();
        RunReport report = bench.runs().apply(plan, Set.of(), CancelToken.NEVER, event -> {
            if (event instanceof RunEvent.ChangeDone done) {
                heard.add(done.direction().id() + " " + done.change().id());
            }
        });
        assertEquals(RunOutcome.UNDONE, report.outcome());
        assertEquals(before, bench.picture());
        assertEquals(List.of("apply c1", "apply c2", "undo c3", "undo c2", "undo c1"), heard);
        assertEquals(
                "backend.failed.set-start-type", report.failure().orElseThrow().key());
    }

    @Test
    void doesNotBelieveWindowsWhenNothingChanged() throws Exception {
        Workbench bench = bench(running("A"));
        Plan plan = bench.plan(List.of(Choice.of(A, Action.MANUAL)));
        bench.lab.setFaults(List.of(new Fault(Fault.Kind.CONFIG_IGNORED, A, Fault.ALWAYS)));
        RunReport report = bench.apply(plan);
        assertEquals(RunOutcome.UNDONE, report.outcome());
        assertEquals("change.no.effect", report.failure().orElseThrow().key());
    }

    @Test
    void givesUpOnAServiceThatHangsAndSaysSo() throws Exception {
        Workbench bench = bench(running("A"));
        Plan plan = bench.plan(List.of(Choice.of(A, Action.STOP)));
        bench.lab.setFaults(List.of(new Fault(Fault.Kind.STOP_HANGS, A, Fault.ALWAYS)));
        Instant begun = bench.pace.now();
        RunReport report = bench.apply(plan);
        assertEquals("change.stuck", report.failure().orElseThrow().key());
        assertEquals(RunOutcome.PARTLY_UNDONE, report.outcome());
        assertTrue(Duration.between(begun, bench.pace.now()).compareTo(Duration.ofMinutes(3)) < 0);
    }

    @Test
    void stopsBetweenTwoChangesWhenCancelledAndUndoes() throws Exception {
        for (int after = 0; after <= 3; after++) {
            Workbench bench = bench(running("A"), running("B").dependsOn("A"));
            String before = bench.picture();
            int limit = after;
            int[] done = {0};
            List<UndoCause> causes = new ArrayList<>();
            RunReport report = bench.runs()
                    .apply(
                            bench.plan(List.of(Choice.of(A, Action.DISABLE))),
                            Set.of(),
                            () -> done[0] >= limit,
                            event -> {
                                done[0] += event instanceof RunEvent.ChangeDone ? 1 : 0;
                                if (event instanceof RunEvent.UndoBegun undo) {
                                    causes.add(undo.cause());
                                }
                            });
            assertEquals(RunOutcome.UNDONE, report.outcome());
            assertEquals(List.of(UndoCause.CANCELLED), causes);
            assertEquals(before, bench.picture());
        }
    }

    @Test
    void undoesWhenSomethingNeededDoesNotRunAnyMore() throws Exception {
        Workbench bench = bench(running("A"), running("Web"));
        Plan plan = bench.plan(Workbench.needing(List.of(new ServiceName("Web"))), List.of(Choice.of(A, Action.STOP)));
        RunReport report = bench.runs().apply(plan, Set.of(), CancelToken.NEVER, event -> {
            if (event instanceof RunEvent.ChangeDone) {
                stopBehindOurBack(bench, new ServiceName("Web"));
            }
        });
        assertEquals("verify.needed.stopped", report.failure().orElseThrow().key());
        assertEquals(RunOutcome.UNDONE, report.outcome());
        assertEquals(ServiceState.RUNNING, bench.lab.condition(A).state());
    }

    @Test
    void saysWhatElseChangedMeanwhile() throws Exception {
        Workbench bench = bench(running("A"), running("Other"));
        RunReport report = bench.runs()
                .apply(bench.plan(List.of(Choice.of(A, Action.STOP))), Set.of(), CancelToken.NEVER, event -> {
                    if (event instanceof RunEvent.ChangeDone) {
                        stopBehindOurBack(bench, new ServiceName("Other"));
                    }
                });
        assertEquals(RunOutcome.APPLIED, report.outcome());
        assertEquals("verify.other.difference", report.observations().get(0).key());
    }

    @Test
    void refusesAPlanThatNoLongerFits() throws Exception {
        Workbench bench = bench(running("A"), service("B").dependsOn("A"));
        Plan plan = bench.plan(List.of(Choice.of(A, Action.DISABLE)));
        bench.lab.requestStart(B);
        bench.pace.pause(Duration.ofSeconds(1));
        String before = bench.picture();
        assertRefused("plan.drift.dependent", bench.apply(plan));
        bench.lab.requestStop(B);
        bench.pace.pause(Duration.ofSeconds(1));
        bench.lab.setStartType(A, StartType.MANUAL);
        assertRefused("plan.drift.value", bench.apply(plan));
        assertEquals(
                before.replace("A=automatic", "A=manual").replace("B=manual running", "B=manual stopped"),
                bench.picture());
        assertEquals(List.of(), bench.store.readAll().runs());
    }

    @Test
    void refusesAPlanForAnotherServer() throws Exception {
        Workbench bench = bench(running("A"));
        Plan plan = bench.plan(List.of(Choice.of(A, Action.STOP)));
        Plan foreign = new Plan(
                "lab:other",
                "OTHER",
                plan.createdAt(),
                plan.roles(),
                plan.products(),
                plan.choices(),
                plan.changes(),
                plan.refusals(),
                plan.impact(),
                plan.keepsRunning());
        assertRefused("apply.other.server", bench.apply(foreign));
    }

    @Test
    void refusesWhatSomebodyAskedForAndCannotBeDone() throws Exception {
        Workbench bench = bench(running("A").accepts(false, false), running("B"));
        Plan plan = bench.plan(List.of(Choice.of(A, Action.STOP), Choice.of(B, Action.STOP)));
        assertRefused("apply.refusals", bench.apply(plan));
        assertEquals(ServiceState.RUNNING, bench.lab.condition(B).state());
    }

    @Test
    void letsOneAtATimeChangeAServerAndNamesTheOther() throws Exception {
        Workbench bench = bench(running("A"));
        Path file = folder.resolve("server.lock");
        ServerRuns runs =
                new ServerRuns(bench.lab, bench.store, file, bench.pace, new ServerRuns.Operator("tester", "tester"));
        try (RunLock other = RunLock.take(file, "alice, process 4711")) {
            RunReport report = runs.apply(
                    bench.plan(List.of(Choice.of(A, Action.STOP))), Set.of(), CancelToken.NEVER, RunListener.NONE);
            assertRefused("apply.locked", report);
            assertEquals(
                    "alice, process 4711",
                    report.failure().orElseThrow().arguments().get(0));
            assertTrue(Files.exists(file) && other != null);
        }
        assertEquals(
                RunOutcome.APPLIED,
                runs.apply(
                                bench.plan(List.of(Choice.of(A, Action.STOP))),
                                Set.of(),
                                CancelToken.NEVER,
                                RunListener.NONE)
                        .outcome());
    }

    @Test
    void neverOverwritesWhatSomebodyElseChangedUnlessTold() throws Exception {
        Workbench bench = bench(running("A"));
        String run = bench.apply(bench.plan(List.of(Choice.of(A, Action.DISABLE))))
                .run()
                .orElseThrow();
        bench.lab.setStartType(A, StartType.MANUAL);
        RunReport kept = bench.undo(run);
        assertEquals(RunOutcome.PARTLY_UNDONE, kept.outcome());
        assertEquals(StartType.MANUAL, bench.lab.condition(A).startType());
        assertEquals(ServiceState.RUNNING, bench.lab.condition(A).state());
        RunReport told = bench.runs().undo(bench.find(run), Set.of(), conflict -> true, RunListener.NONE);
        assertEquals(RunOutcome.UNDONE, told.outcome());
        assertEquals(StartType.AUTOMATIC, bench.lab.condition(A).startType());
    }

    @Test
    void undoesOnlyWhatWasNamed() throws Exception {
        Workbench bench = bench(running("A"), running("B"));
        String run = bench.apply(bench.plan(List.of(Choice.of(A, Action.DISABLE), Choice.of(B, Action.DISABLE))))
                .run()
                .orElseThrow();
        RunReport some = bench.undo(run, "c3", "c4");
        assertEquals(RunOutcome.PARTLY_UNDONE, some.outcome());
        assertEquals(ServiceState.RUNNING, bench.lab.condition(B).state());
        assertEquals(StartType.DISABLED, bench.lab.condition(A).startType());
        assertEquals(
                List.of(ChangeState.APPLIED, ChangeState.APPLIED, ChangeState.UNDONE, ChangeState.UNDONE),
                some.changes().stream().map(ChangeReport::state).toList());
        assertEquals("undo.nothing", bench.undo(run, "c3").observations().get(0).key());
    }

    @Test
    void aSecondRunLeavesTheFirstOnesUndoAlone() throws Exception {
        Workbench bench = bench(running("A"), running("B"));
        String before = bench.picture();
        String first = bench.apply(bench.plan(List.of(Choice.of(A, Action.DISABLE))))
                .run()
                .orElseThrow();
        String second = bench.apply(bench.plan(List.of(Choice.of(A, Action.DISABLE), Choice.of(B, Action.DISABLE))))
                .run()
                .orElseThrow();
        assertEquals(
                List.of(first, second),
                bench.store.readAll().runs().stream().map(run -> run.id()).toList());
        bench.undo(first);
        bench.undo(second);
        assertEquals(before, bench.picture());
    }

    @Test
    void aServiceThatRanThoughDisabledRunsAgainAndIsDisabledAgain() throws Exception {
        Workbench bench = bench(running("A").startType(StartType.DISABLED));
        String before = bench.picture();
        String run = bench.apply(bench.plan(List.of(Choice.of(A, Action.DISABLE))))
                .run()
                .orElseThrow();
        assertEquals("{A=disabled stopped}", bench.picture());
        bench.undo(run);
        assertEquals(before, bench.picture());
    }

    private static void stopBehindOurBack(Workbench bench, ServiceName name) {
        try {
            if (bench.lab.condition(name).state() == ServiceState.RUNNING) {
                bench.lab.requestStop(name);
                bench.pace.pause(Duration.ofSeconds(1));
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void assertRefused(String key, RunReport report) {
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(key, report.failure().orElseThrow().key());
    }

    private static List<String> values(RunReport report) {
        return report.changes().stream()
                .map(each -> each.change().service() + " " + each.before().text() + ">"
                        + each.set().text() + ":" + each.now().orElseThrow().text())
                .toList();
    }

    private static Workbench bench(ServiceBuilder... services) {
        return new Workbench(TrainingServers.definition(Arrays.stream(services)
                .map(service -> TrainingServers.service(service.build()))
                .toList()));
    }

    private static ServiceBuilder running(String name) {
        return service(name).startType(StartType.AUTOMATIC).state(ServiceState.RUNNING);
    }

    private static ServiceBuilder service(String name) {
        return Service.named(name).accepts(true, true);
    }
}
