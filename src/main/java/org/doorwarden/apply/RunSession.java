package org.doorwarden.apply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.journal.JournalRecord;
import org.doorwarden.journal.KeptFile;
import org.doorwarden.journal.RunStore;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Direction;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.UndoCause;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Explained;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;

/**
 * One run while it is being worked on: makes and undoes changes, writing each step down before and after. When the
 * journal itself fails, no further change is made; undoing goes on without it, since what was changed is written down
 * already and comparing before, set and now brings any later recovery to the same end.
 */
final class RunSession {

    private final ServerBackend backend;
    private final RunStore.Open open;
    private final Pace pace;
    private final String operator;
    private final RunListener listener;
    private final ChangeExecutor executor;
    private final Reinstallation reinstallation;
    private final Map<String, Message> problems = new HashMap<>();
    private final Map<String, ChangeState> states;
    private final List<Message> observations = new ArrayList<>();
    private boolean journalFailed;

    RunSession(ServerBackend backend, RunStore.Open open, Pace pace, String operator, RunListener listener) {
        this.backend = backend;
        this.open = open;
        this.pace = pace;
        this.operator = operator;
        this.listener = listener;
        this.executor = new ChangeExecutor(backend, pace);
        this.reinstallation = new Reinstallation(backend, open.snapshot());
        this.states = open.run().changeStates();
    }

    /** A step of applying that did not work out, and why. */
    private static final class StepFailed extends Exception implements Explained {

        private static final long serialVersionUID = 1L;

        private final transient Message explanation;

        StepFailed(Message explanation) {
            super(explanation.key());
            this.explanation = explanation;
        }

        @Override
        public Message explanation() {
            return explanation;
        }
    }

    /** Makes all changes not yet made, verifies, and undoes everything if something fails or somebody cancels. */
    RunReport apply(CancelToken cancel) {
        List<Change> changes = open.snapshot().plan().changes();
        listener.heard(new RunEvent.Begun(open.snapshot().run(), changes.size()));
        try {
            for (int i = 0; i < changes.size(); i++) {
                if (cancel.isCancelled()) {
                    return undoAfter(UndoCause.CANCELLED, Message.of("apply.cancelled"));
                }
                if (states.get(changes.get(i).id()) != ChangeState.APPLIED) {
                    applyOne(changes.get(i), i + 1, changes.size());
                }
            }
            verifyApplied();
            if (cancel.isCancelled()) {
                return undoAfter(UndoCause.CANCELLED, Message.of("apply.cancelled"));
            }
            write(new JournalRecord.Closed(pace.now(), RunOutcome.APPLIED));
        } catch (StepFailed failed) {
            return undoAfter(UndoCause.FAILURE, failed.explanation());
        }
        return report(RunOutcome.APPLIED, Optional.empty());
    }

    /** Undoes the given changes, in the order given, whatever happens on the way. */
    RunReport undo(UndoCause cause, List<Change> changes, Conflict.Decider decider, Optional<Message> failure) {
        listener.heard(new RunEvent.UndoBegun(cause, changes.size()));
        if (open.run().openUndo().isEmpty()) {
            writeIfPossible(new JournalRecord.UndoOpened(
                    pace.now(), cause, changes.stream().map(Change::id).toList(), operator));
        }
        for (int i = 0; i < changes.size(); i++) {
            undoOne(changes.get(i), i + 1, changes.size(), decider);
        }
        observeDifferences();
        observeIisConfiguration();
        observeFirewall();
        RunOutcome outcome = outcomeOfUndo();
        boolean closed = writeIfPossible(new JournalRecord.Closed(pace.now(), outcome));
        if (!closed) {
            observations.add(Message.of("apply.journal.failed.undone", outcome.id()));
            return report(RunOutcome.NEEDS_RECOVERY, failure);
        }
        return report(outcome, failure);
    }

    /** The changes that may be in effect, last made first. */
    List<Change> changesToUndo() {
        List<Change> undo = new ArrayList<>();
        for (Change change : open.snapshot().plan().changes()) {
            if (states.get(change.id()).mayBeInEffect()) {
                undo.add(0, change);
            }
        }
        return undo;
    }

    /** Says that of what was asked nothing is in effect any more. */
    RunReport nothingToUndo() {
        observations.add(Message.of("undo.nothing"));
        return report(open.run().outcome(), Optional.empty());
    }

    private RunReport undoAfter(UndoCause cause, Message why) {
        return undo(cause, changesToUndo(), Conflict.Decider.KEEP, Optional.of(why));
    }

    private void applyOne(Change change, int number, int of) throws StepFailed {
        listener.heard(new RunEvent.ChangeBegun(Direction.APPLY, change, number, of));
        boolean resumed = states.get(change.id()) == ChangeState.BEGUN;
        write(new JournalRecord.Intended(pace.now(), Direction.APPLY, change.id()));
        states.put(change.id(), ChangeState.BEGUN);
        try {
            ChangeValue readBack = executor.apply(change, resumed, progressOf(Direction.APPLY, change));
            write(new JournalRecord.Done(pace.now(), Direction.APPLY, change.id(), readBack.text()));
            states.put(change.id(), ChangeState.APPLIED);
            listener.heard(new RunEvent.ChangeDone(Direction.APPLY, change, readBack));
        } catch (BackendException | ChangeFailure failed) {
            Message reason = ((Explained) failed).explanation();
            problems.put(change.id(), reason);
            writeIfPossible(new JournalRecord.Failed(pace.now(), Direction.APPLY, change.id(), failed.getMessage()));
            listener.heard(new RunEvent.ChangeFailed(Direction.APPLY, change, reason));
            throw new StepFailed(reason);
        }
    }

    private void undoOne(Change change, int number, int of, Conflict.Decider decider) {
        ChangeState from = states.get(change.id());
        if (from == ChangeState.UNDONE) {
            return;
        }
        listener.heard(new RunEvent.ChangeBegun(Direction.UNDO, change, number, of));
        writeIfPossible(new JournalRecord.Intended(pace.now(), Direction.UNDO, change.id()));
        try {
            boolean installsAgain = reinstallation.isOne(change, from);
            ChangeValue readBack = executor.undo(
                    change, startTypeOf(change.service()), from, decider, progressOf(Direction.UNDO, change));
            if (installsAgain) {
                reinstallation.complete(change, this::startTypeOf);
            }
            writeIfPossible(new JournalRecord.Done(pace.now(), Direction.UNDO, change.id(), readBack.text()));
            states.put(change.id(), ChangeState.UNDONE);
            listener.heard(new RunEvent.ChangeDone(Direction.UNDO, change, readBack));
        } catch (BackendException | ChangeFailure failed) {
            Message reason = whyNotUndone(change, failed);
            problems.put(change.id(), reason);
            writeIfPossible(new JournalRecord.Failed(pace.now(), Direction.UNDO, change.id(), failed.getMessage()));
            states.put(change.id(), ChangeState.RESIDUE);
            listener.heard(new RunEvent.ChangeFailed(Direction.UNDO, change, reason));
        }
    }

    private static Message whyNotUndone(Change change, Exception failed) {
        boolean gone = failed instanceof BackendException answer
                && answer.code() == WindowsError.SERVICE_DOES_NOT_EXIST
                && !(change instanceof Change.SetSetting);
        return gone ? Message.of("undo.service.gone", change.service()) : ((Explained) failed).explanation();
    }

    private ChangeProgress progressOf(Direction direction, Change change) {
        return new ChangeProgress() {
            @Override
            public void waiting(ServiceState state) {
                listener.heard(new RunEvent.Waiting(direction, change, state));
            }

            @Override
            public void at(int percent) {
                listener.heard(new RunEvent.Advanced(direction, change, percent));
            }
        };
    }

    /** The start type that a service has according to the changes still in effect. */
    private StartType startTypeOf(ServiceName service) {
        StartType startType =
                open.snapshot().before().find(service).map(Service::startType).orElse(StartType.UNKNOWN);
        for (Change change : open.snapshot().plan().changes()) {
            if (change instanceof Change.SetStartType set
                    && set.service().equals(service)
                    && states.get(change.id()) == ChangeState.APPLIED) {
                startType = set.after();
            }
        }
        return startType;
    }

    /** Reads the whole server once more: the changes must hold together, and what must run must run. */
    private void verifyApplied() throws StepFailed {
        listener.heard(new RunEvent.Verifying());
        try {
            Inventory after = backend.read();
            Verification verification = new Verification(open.snapshot(), after, executor);
            Optional<Message> broken = verification.firstBrokenPromise();
            if (broken.isPresent()) {
                throw new StepFailed(broken.get());
            }
            observations.addAll(verification.otherDifferences());
        } catch (BackendException unread) {
            throw new StepFailed(Message.of("apply.not.verified", unread.explanation()));
        }
    }

    private void observeDifferences() {
        try {
            Inventory after = backend.read();
            observations.addAll(reinstallation.residue(after));
            observations.addAll(new Verification(open.snapshot(), after, executor).otherDifferences());
        } catch (BackendException unread) {
            observations.add(Message.of("apply.not.verified", unread.explanation()));
        }
    }

    /** Every element is back by itself; whether the file around them is, too, is told, and changes nothing. */
    private void observeIisConfiguration() {
        boolean left = open.snapshot().plan().changes().stream()
                .anyMatch(change -> change.kind() == Change.Kind.SET_IIS_CONFIGURATION
                        && states.get(change.id()).mayBeInEffect());
        if (left || open.snapshot().iisConfiguration().isEmpty()) {
            return;
        }
        KeptFile kept = open.snapshot().iisConfiguration().get();
        String copy = open.iisConfiguration().toString();
        try {
            Optional<FileImage> now = backend.iisConfiguration();
            if (now.isEmpty() || !kept.holds(now.get().bytes())) {
                observations.add(Message.of("verify.iis.different", kept.path(), copy));
            }
        } catch (BackendException unread) {
            observations.add(Message.of("verify.iis.unread", kept.path(), copy, unread.explanation()));
        }
    }

    /** Rules that limit a service hold only together. */
    private void observeFirewall() {
        Set<ServiceName> undone = new LinkedHashSet<>();
        Set<ServiceName> left = new LinkedHashSet<>();
        for (Change change : open.snapshot().plan().changes()) {
            if (change.kind() == Change.Kind.SET_FIREWALL_RULE) {
                ChangeState state = states.get(change.id());
                if (state.mayBeInEffect()) {
                    left.add(change.service());
                } else if (state == ChangeState.UNDONE) {
                    undone.add(change.service());
                }
            }
        }
        undone.retainAll(left);
        undone.forEach(service -> observations.add(Message.of("undo.firewall.partly", service)));
    }

    private RunOutcome outcomeOfUndo() {
        boolean left = states.values().stream().anyMatch(ChangeState::mayBeInEffect);
        return left ? RunOutcome.PARTLY_UNDONE : RunOutcome.UNDONE;
    }

    private void write(JournalRecord record) throws StepFailed {
        try {
            if (journalFailed) {
                throw new IOException("the journal failed before");
            }
            open.journal().append(record);
        } catch (IOException failed) {
            journalFailed = true;
            throw new StepFailed(Message.of("apply.journal.failed", IoReason.of(failed)));
        }
    }

    /** Writes a step of undoing; a journal that failed before may work again. */
    private boolean writeIfPossible(JournalRecord record) {
        try {
            open.journal().append(record);
            return true;
        } catch (IOException failed) {
            journalFailed = true;
            return false;
        }
    }

    private RunReport report(RunOutcome outcome, Optional<Message> failure) {
        List<RunReport.ChangeReport> changes = new ArrayList<>();
        for (Change change : open.snapshot().plan().changes()) {
            changes.add(new RunReport.ChangeReport(
                    change,
                    states.get(change.id()),
                    ChangeValue.before(change),
                    ChangeValue.after(change),
                    nowOf(change),
                    Optional.ofNullable(problems.get(change.id()))));
        }
        return new RunReport(Optional.of(open.snapshot().run()), outcome, changes, failure, observations);
    }

    private Optional<ChangeValue> nowOf(Change change) {
        try {
            return Optional.of(executor.now(change));
        } catch (BackendException unread) {
            return Optional.empty();
        }
    }
}
