package org.doorwarden.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.document.DocumentException;
import org.doorwarden.journal.Run;
import org.doorwarden.journal.RunLock;
import org.doorwarden.journal.RunStore;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.UndoCause;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Refusal;
import org.doorwarden.plan.SessionRisk;
import org.doorwarden.text.Explained;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;

/**
 * Applies, undoes and recovers runs on one server, one at a time: every method takes the server's lock first and
 * refuses if somebody else has it.
 */
public final class ServerRuns {

    private final ServerBackend backend;
    private final RunStore store;
    private final Path lockFile;
    private final Pace pace;
    private final Operator operator;

    /** @param lockFile the same file for everybody who may change this server */
    public ServerRuns(ServerBackend backend, RunStore store, Path lockFile, Pace pace, Operator operator) {
        this.backend = backend;
        this.store = store;
        this.lockFile = lockFile;
        this.pace = pace;
        this.operator = operator;
    }

    /**
     * Who works on the server.
     *
     * @param account the account
     * @param words the account, the process and the command, for somebody who finds the server locked
     */
    public record Operator(String account, String words) {}

    /** What {@link #recover} does with a run that was interrupted while it was applied. */
    public enum Recovery {
        UNDO,
        FINISH
    }

    /** What is done while the server is locked. */
    @FunctionalInterface
    private interface Work {
        List<RunReport> run() throws BackendException, DocumentException, IOException;
    }

    /**
     * Applies a plan: all of it, or in the end nothing.
     *
     * @param agreed what was agreed to beside the plan as a whole; a plan that needs more is refused
     * @throws DocumentException if the journal of an earlier run is damaged; nothing was changed
     * @throws BackendException if the server could not be read; nothing was changed
     */
    public RunReport apply(Plan plan, Set<Agreement> agreed, CancelToken cancel, RunListener listener)
            throws BackendException, DocumentException, IOException {
        return one(() -> applyLocked(plan, agreed, cancel, listener));
    }

    private RunReport applyLocked(Plan plan, Set<Agreement> agreed, CancelToken cancel, RunListener listener)
            throws BackendException, DocumentException, IOException {
        Optional<RunReport> stopped = stopped(plan.serverId());
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (!plan.blockingRefusals().isEmpty()) {
            return RunReport.refused(refused(plan.blockingRefusals()));
        }
        Inventory before = backend.read();
        Optional<Message> drift = new PlanFit(
                        plan, before, DependencyGraph.of(before.services().values()), new ChangeExecutor(backend, pace))
                .drift();
        if (drift.isPresent()) {
            return RunReport.refused(drift.get());
        }
        if (plan.changes().isEmpty()) {
            return RunReport.nothingToDo();
        }
        Set<Agreement> missing = new TreeSet<>(needed(plan, before));
        missing.removeAll(agreed);
        if (!missing.isEmpty()) {
            return RunReport.refused(Message.of(
                    missing.contains(Agreement.MAY_CUT_SESSION) ? "apply.session" : "apply.uninstall",
                    plan.serverName()));
        }
        return create(plan, before, cancel, listener);
    }

    /** What has to be agreed to by itself before a plan is applied to the server as it is now. */
    public static Set<Agreement> needed(Plan plan, Inventory now) {
        Set<Agreement> needed = new TreeSet<>();
        if (!SessionRisk.of(plan, now).isEmpty()) {
            needed.add(Agreement.MAY_CUT_SESSION);
        }
        if (plan.changes().stream().anyMatch(change -> change.kind() == Change.Kind.SET_WINDOWS_FEATURE)) {
            needed.add(Agreement.UNINSTALL);
        }
        return needed;
    }

    private RunReport create(Plan plan, Inventory before, CancelToken cancel, RunListener listener)
            throws BackendException, IOException {
        boolean changesIis =
                plan.changes().stream().anyMatch(change -> change.kind() == Change.Kind.SET_IIS_CONFIGURATION);
        Optional<FileImage> iis = changesIis ? backend.iisConfiguration() : Optional.empty();
        RunStore.Open open;
        try {
            open = store.create(plan, before, iis, operator.account(), pace.now());
        } catch (IOException failed) {
            return RunReport.refused(Message.of("apply.no.snapshot", IoReason.of(failed)));
        }
        try (open) {
            return session(open, listener).apply(cancel);
        }
    }

    /**
     * Undoes a run or some of its changes.
     *
     * @param only ids of the changes to undo; empty for all
     */
    public RunReport undo(Run run, Set<String> only, Conflict.Decider decider, RunListener listener)
            throws BackendException, DocumentException, IOException {
        return one(() -> undoLocked(run, only, decider, listener));
    }

    /** Undoes a run found in the {@link History}. */
    public RunReport undo(PastRun run, Set<String> only, Conflict.Decider decider, RunListener listener)
            throws BackendException, DocumentException, IOException {
        return undo(run.run(), only, decider, listener);
    }

    private RunReport undoLocked(Run run, Set<String> only, Conflict.Decider decider, RunListener listener)
            throws BackendException, DocumentException, IOException {
        Optional<RunReport> stopped = stopped(run.serverId());
        if (stopped.isPresent()) {
            return stopped.get();
        }
        try (RunStore.Open open = store.reopen(run.id())) {
            RunSession session = session(open, listener);
            List<Change> changes = new ArrayList<>(session.changesToUndo());
            Optional<Message> alone = alone(open.snapshot().plan(), changes, only);
            if (alone.isPresent()) {
                return RunReport.refused(alone.get());
            }
            changes.removeIf(change -> !only.isEmpty() && !only.contains(change.id()));
            return changes.isEmpty()
                    ? session.nothingToUndo()
                    : session.undo(UndoCause.REQUESTED, changes, decider, Optional.empty());
        }
    }

    /** Why one of the changes chosen cannot be undone without another one. */
    private static Optional<Message> alone(Plan plan, List<Change> inEffect, Set<String> only) {
        for (Change change : inEffect) {
            if (only.contains(change.id())) {
                for (Change first : plan.toUndoBefore(change)) {
                    if (inEffect.contains(first) && !only.contains(first.id())) {
                        return Optional.of(Message.of("undo.not.alone", change.id(), first.id()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Brings every interrupted run of this server to an end and removes what runs that never began left on the disk.
     *
     * @return one report for each; the latest run first
     */
    public List<RunReport> recover(Recovery recovery, RunListener listener)
            throws BackendException, DocumentException, IOException {
        return locked(() -> recoverLocked(recovery, listener));
    }

    private List<RunReport> recoverLocked(Recovery recovery, RunListener listener)
            throws BackendException, DocumentException, IOException {
        RunStore.Runs runs = store.readAll();
        requireUndamaged(runs);
        for (String id : runs.abandoned()) {
            store.removeAbandoned(id);
        }
        String server = backend.identity().id();
        List<Run> open = runs.runs().stream()
                .filter(run -> run.isOpen() && run.serverId().equals(server))
                .sorted(Comparator.comparing(Run::id).reversed())
                .toList();
        Optional<Message> readOnly = readOnly();
        if (!open.isEmpty() && readOnly.isPresent()) {
            return List.of(RunReport.refused(readOnly.get()));
        }
        List<RunReport> reports = new ArrayList<>();
        for (Run run : open) {
            reports.add(recover(run, recovery, listener));
        }
        return reports;
    }

    private RunReport recover(Run run, Recovery recovery, RunListener listener) throws DocumentException, IOException {
        try (RunStore.Open open = store.reopen(run.id())) {
            RunSession session = session(open, listener);
            if (run.openUndo().isPresent()) {
                List<Change> changes = new ArrayList<>(session.changesToUndo());
                Set<String> begun = new LinkedHashSet<>(run.openUndo().get().changes());
                changes.removeIf(change -> !begun.contains(change.id()));
                return session.undo(UndoCause.RECOVERY, changes, Conflict.Decider.KEEP, Optional.empty());
            }
            return recovery == Recovery.FINISH
                    ? session.apply(CancelToken.NEVER)
                    : session.undo(
                            UndoCause.RECOVERY, session.changesToUndo(), Conflict.Decider.KEEP, Optional.empty());
        }
    }

    /** What keeps anything from being changed on the server the plan or run is for. */
    private Optional<RunReport> stopped(String serverId) throws BackendException, DocumentException, IOException {
        String server = backend.identity().id();
        if (!serverId.equals(server)) {
            return Optional.of(RunReport.refused(Message.of("apply.other.server", serverId, server)));
        }
        Optional<Message> readOnly = readOnly();
        if (readOnly.isPresent()) {
            return Optional.of(RunReport.refused(readOnly.get()));
        }
        RunStore.Runs runs = store.readAll();
        requireUndamaged(runs);
        return runs.runs().stream()
                .filter(run -> run.isOpen() && run.serverId().equals(server))
                .findFirst()
                .map(run -> RunReport.blockedBy(run.id()));
    }

    private Optional<Message> readOnly() throws BackendException {
        return backend.readOnly()
                .map(why -> Message.of(why == ReadOnly.FILE ? "apply.read.only.file" : "apply.read.only.rights"));
    }

    /** A damaged journal may be that of an open run: nothing is changed on top of it. */
    private static void requireUndamaged(RunStore.Runs runs) throws DocumentException {
        if (!runs.damaged().isEmpty()) {
            throw runs.damaged().get(0);
        }
    }

    private static Message refused(List<Refusal> refusals) {
        Refusal first = refusals.get(0);
        return Message.of("apply.refusals", refusals.size(), first.choice().service());
    }

    private RunSession session(RunStore.Open open, RunListener listener) {
        return new RunSession(backend, open, pace, operator.account(), listener);
    }

    /** Somebody else is changing the server. */
    public static final class Busy extends Exception implements Explained {

        private static final long serialVersionUID = 1L;

        private final transient Message explanation;

        Busy(RunLock.Held held) {
            super(held);
            this.explanation = held.owner().isBlank()
                    ? Message.of("apply.locked.unknown")
                    : Message.of("apply.locked", held.owner());
        }

        @Override
        public Message explanation() {
            return explanation;
        }
    }

    /** Something else that must not meet a run. */
    @FunctionalInterface
    public interface Other {
        void run() throws BackendException;
    }

    /** Does something else to the server while nobody applies or undoes anything. */
    public void exclusively(Other work) throws BackendException, IOException, Busy {
        RunLock lock = lock();
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    private RunLock lock() throws IOException, Busy {
        try {
            return RunLock.take(lockFile, operator.words());
        } catch (RunLock.Held held) {
            throw new Busy(held);
        }
    }

    private List<RunReport> locked(Work work) throws BackendException, DocumentException, IOException {
        RunLock lock;
        try {
            lock = lock();
        } catch (Busy busy) {
            return List.of(RunReport.refused(busy.explanation()));
        }
        try {
            return work.run();
        } finally {
            lock.close();
        }
    }

    /** What makes one report. */
    @FunctionalInterface
    private interface Single {
        RunReport run() throws BackendException, DocumentException, IOException;
    }

    private RunReport one(Single work) throws BackendException, DocumentException, IOException {
        return locked(() -> List.of(work.run())).get(0);
    }
}
