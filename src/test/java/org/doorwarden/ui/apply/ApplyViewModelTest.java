package org.doorwarden.ui.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.text.Message;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.RunWalk;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.task.Tasks;
import org.junit.jupiter.api.Test;

class ApplyViewModelTest {

    @Test
    void changesTheServerAndLeadsToTheResult() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Messenger").toReview().applyPlan();
        assertEquals(StartType.DISABLED, walk.service("Messenger").startType());
        assertEquals(ServiceState.STOPPED, walk.service("Messenger").state());
        assertEquals(List.of(StepId.REVIEW, StepId.APPLY, StepId.RESULT), walk.steps);
        assertEquals(RunOutcome.APPLIED, walk.session.reportProperty().get().outcome());
        assertEquals(
                ServiceState.STOPPED,
                walk.session
                        .readingAfterProperty()
                        .get()
                        .inventory()
                        .find(new ServiceName("Messenger"))
                        .orElseThrow()
                        .state());
        assertFalse(walk.apply.busyProperty().get());
        assertEquals(1.0, walk.apply.progressProperty().get());
    }

    @Test
    void closesEverythingThatIsRecommended() throws Exception {
        RunWalk walk = new RunWalk().chooseRecommended().toReview().applyPlan();
        assertEquals(RunOutcome.APPLIED, walk.session.reportProperty().get().outcome());
        walk.session
                .choices()
                .keySet()
                .forEach(name -> assertTrue(
                        walk.session
                                .readingAfterProperty()
                                .get()
                                .inventory()
                                .find(name)
                                .orElseThrow()
                                .isClosed(),
                        name.value()));
        long done = walk.apply.log().stream()
                .filter(line -> line.kind() == LogLine.Kind.DONE)
                .count();
        assertEquals(walk.session.planProperty().get().changes().size(), done);
    }

    @Test
    void saysThatTheCatalogueOfTheRunCouldNotBeKept() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        walk.workplace.notKept = Optional.of(Message.of("catalogue.not.kept", "/state", "the disk is full"));
        walk.applyPlan();
        assertEquals(RunOutcome.APPLIED, walk.session.reportProperty().get().outcome());
        assertEquals(StepId.RESULT, walk.steps.get(2));
        walk.result.enter();
        assertEquals(
                List.of("The run is done, but its catalogue could not be kept to compare the next one with: "
                        + "/state: the disk is full"),
                walk.result.observations());
        assertEquals(
                "/state",
                walk.session
                        .reportProperty()
                        .get()
                        .observations()
                        .get(0)
                        .arguments()
                        .get(0));
    }

    @Test
    void appliesAnAgreedPlanOnce() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Messenger").toReview().applyPlan();
        RunReport first = walk.session.reportProperty().get();
        walk.apply.enter();
        assertSame(first, walk.session.reportProperty().get());
        assertEquals(1, walk.workplace.history().runs().size());
    }

    @Test
    void bringsEverythingBackWhenAChangeFails() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Alerter", "Messenger").toReview();
        String before = walk.picture();
        walk.fault(Fault.Kind.STOP_TIMES_OUT, "Messenger");
        walk.applyPlan();
        assertEquals(before, walk.picture());
        assertEquals(RunOutcome.UNDONE, walk.session.reportProperty().get().outcome());
        assertEquals("APPLY-4", walk.apply.failureProperty().get().orElseThrow().code());
        assertEquals(List.of(StepId.REVIEW, StepId.APPLY), walk.steps, "the failure is read before the result");
        assertTrue(walk.apply.log().stream().anyMatch(line -> line.kind() == LogLine.Kind.FAILED));
        RunWalk.press(walk.apply, "to-result");
        assertEquals(StepId.RESULT, walk.steps.get(2));
    }

    @Test
    void bringsEverythingBackWhenCancelledInTheMiddle() throws Exception {
        Interrupting tasks = new Interrupting(4);
        RunWalk walk = new RunWalk(new LabWorkplace(), tasks).choose(Action.DISABLE, "Alerter", "Messenger");
        walk.toReview();
        String before = walk.picture();
        List<String> midway = new ArrayList<>();
        tasks.then = () -> {
            midway.add(walk.picture());
            RunWalk.press(walk.apply, "cancel-run");
            assertTrue(walk.apply.secondary().get(0).disabledProperty().get());
            return null;
        };
        walk.applyPlan();
        assertNotEquals(before, midway.get(0), "something was changed already");
        assertEquals(1, midway.size());
        assertEquals(before, walk.picture());
        assertEquals(RunOutcome.UNDONE, walk.session.reportProperty().get().outcome());
        assertEquals(
                "apply.cancelled",
                walk.session.reportProperty().get().failure().orElseThrow().key());
    }

    @Test
    void isBusyFromTheFirstEventToTheLast() throws Exception {
        Interrupting tasks = new Interrupting(1);
        RunWalk walk = new RunWalk(new LabWorkplace(), tasks).choose(Action.DISABLE, "Messenger");
        walk.toReview();
        boolean[] busy = new boolean[1];
        tasks.then = () -> {
            busy[0] = walk.apply.busyProperty().get();
            return null;
        };
        walk.applyPlan();
        assertTrue(busy[0]);
        assertFalse(walk.apply.busyProperty().get());
    }

    @Test
    void refusesAServerThatChangedSinceThePlanAndLeadsBackToAFreshOne() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        walk.workplace.lab().setStartType(new ServiceName("Messenger"), StartType.MANUAL);
        String before = walk.picture();
        walk.applyPlan();
        assertEquals(before, walk.picture());
        assertNull(walk.session.reportProperty().get(), "nothing was begun, so there is no result");
        assertEquals(
                "plan.drift.value",
                walk.apply.failureProperty().get().orElseThrow().what().key());
        assertFalse(walk.apply.busyProperty().get());
        RunWalk.press(walk.apply, "review-again");
        assertEquals(StepId.REVIEW, walk.steps.get(2));
        assertEquals("manual", walk.review.rows().get(0).values().get(1).before());
        walk.applyPlan();
        assertEquals(RunOutcome.APPLIED, walk.session.reportProperty().get().outcome());
        assertEquals(StartType.DISABLED, walk.service("Messenger").startType());
    }

    @Test
    void sendsToTheServerStepWhenAnEarlierRunIsStillOpen() throws Exception {
        RunWalk walk = new RunWalk().choose(Action.DISABLE, "Messenger").toReview();
        walk.workplace
                .workbench
                .store
                .create(
                        walk.session.planProperty().get(),
                        walk.workplace.lab().read(),
                        Optional.empty(),
                        "somebody",
                        walk.workplace.workbench.pace.now())
                .close();
        walk.applyPlan();
        assertNull(walk.session.reportProperty().get());
        assertEquals("APPLY-2", walk.apply.failureProperty().get().orElseThrow().code());
        RunWalk.press(walk.apply, "to-server");
        assertEquals(StepId.SERVER, walk.steps.get(2));
    }

    @Test
    void cannotBeCancelledOnceItIsOver() throws Exception {
        RunWalk walk =
                new RunWalk().choose(Action.DISABLE, "Messenger").toReview().applyPlan();
        String after = walk.picture();
        RunWalk.press(walk.apply, "cancel-run");
        assertEquals(after, walk.picture());
        assertEquals(Optional.empty(), walk.apply.failureProperty().get());
    }

    /** Does everything at once, even what a run says while it runs; and something of the test's at one such event. */
    private static final class Interrupting implements Tasks {

        private final int at;
        private int heard;
        private Callable<Void> then = () -> null;
        private int depth;

        Interrupting(int at) {
            this.at = at;
        }

        @Override
        public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            depth++;
            T result;
            try {
                result = work.call();
            } catch (Exception failure) {
                depth--;
                failed.accept(failure);
                return;
            }
            depth--;
            done.accept(result);
        }

        @Override
        public void onScreen(Runnable action) {
            action.run();
            if (depth > 0 && ++heard == at) {
                try {
                    then.call();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
    }
}
