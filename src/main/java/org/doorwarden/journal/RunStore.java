package org.doorwarden.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.journal.JournalFormat.Content;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Sha256;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Message;

/** All runs in one state folder. */
public final class RunStore {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern ID_FORM = Pattern.compile("\\d{8}-\\d{6}(-\\d{2,4})?");
    private static final String SNAPSHOT = "snapshot.json";
    private static final String IIS_CONFIGURATION = "applicationHost.config";
    private static final int LARGEST_KEPT_FILE = 64 << 20;
    private static final String JOURNAL = "journal.wal";

    private final Storage storage;
    private final Path folder;

    /** @param folder the folder of the runs; it is made with the first one */
    public RunStore(Storage storage, Path folder) {
        this.storage = storage;
        this.folder = folder;
    }

    /**
     * A run that is being written.
     *
     * @param folder where it is written
     */
    public record Open(Snapshot snapshot, RunJournal journal, Path folder) implements AutoCloseable {

        /** The copy of the configuration of IIS, if the run keeps one. */
        public Path iisConfiguration() {
            return folder.resolve(IIS_CONFIGURATION);
        }

        public Run run() {
            return new Run(snapshot, journal.records());
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    /**
     * Everything found in the folder.
     *
     * @param runs oldest first
     * @param damaged what could not be read, each with what is wrong
     * @param abandoned runs that a crash ended before their first record; they changed nothing
     */
    public record Runs(List<Run> runs, List<DocumentException> damaged, List<String> abandoned) {}

    /**
     * Makes a new run: its snapshot is on the disk and was read back, its journal is open, and nothing has been changed
     * on the server yet.
     *
     * @param iisConfiguration the file that the plan changes elements of, if it does; a copy of it is kept
     * @throws IOException if any of that failed
     */
    public Open create(Plan plan, Inventory before, Optional<FileImage> iisConfiguration, String operator, Instant now)
            throws IOException {
        storage.makeFolders(folder);
        String id = makeFolder(ID.format(now));
        Snapshot snapshot = new Snapshot(id, plan, before, iisConfiguration.map(KeptFile::of));
        if (iisConfiguration.isPresent()) {
            writeSafely(
                    folder.resolve(id).resolve(IIS_CONFIGURATION),
                    iisConfiguration.get().bytes());
        }
        byte[] bytes = snapshot.toBytes();
        writeSafely(folder.resolve(id).resolve(SNAPSHOT), bytes);
        Storage.Appender appender = storage.append(folder.resolve(id).resolve(JOURNAL), 0);
        RunJournal journal = new RunJournal(appender, List.of(), JournalFormat.emptyChain());
        try {
            journal.append(
                    new JournalRecord.Opened(now, id, plan.serverId(), plan.serverName(), Sha256.of(bytes), operator));
        } catch (IOException failed) {
            journal.close();
            throw failed;
        }
        return new Open(snapshot, journal, folder.resolve(id));
    }

    private void writeSafely(Path file, byte[] bytes) throws IOException {
        storage.write(file, bytes);
        if (!Arrays.equals(bytes, storage.read(file, bytes.length))) {
            throw new IOException(file + " does not hold what was written to it");
        }
    }

    /** Opens a run again, to write what happens with it next. A torn last record is cut off. */
    public Open reopen(String id) throws IOException, DocumentException {
        Content content =
                journal(id).orElseThrow(() -> new DocumentException(id, "", Message.of("journal.unknown.run")));
        Run run = readRun(id, content);
        Storage.Appender appender = storage.append(folder.resolve(id).resolve(JOURNAL), content.length());
        RunJournal journal = new RunJournal(appender, content.records(), content.chain());
        return new Open(run.snapshot(), journal, folder.resolve(id));
    }

    /** Reads one run; empty if there is none of that id. */
    public Optional<Run> find(String id) throws IOException, DocumentException {
        if (!ID_FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        Optional<Content> content = journal(id);
        return content.isPresent() ? Optional.of(readRun(id, content.get())) : Optional.empty();
    }

    /** Reads all runs. One that is damaged does not hide the others. */
    public Runs readAll() throws IOException {
        List<Run> runs = new ArrayList<>();
        List<DocumentException> damaged = new ArrayList<>();
        List<String> abandoned = new ArrayList<>();
        for (String id : storage.names(folder)) {
            if (!ID_FORM.matcher(id).matches()) {
                continue;
            }
            try {
                find(id).ifPresentOrElse(runs::add, () -> abandoned.add(id));
            } catch (DocumentException broken) {
                damaged.add(broken);
            }
        }
        return new Runs(List.copyOf(runs), List.copyOf(damaged), List.copyOf(abandoned));
    }

    /** Removes the folder of a run that never began. */
    public void removeAbandoned(String id) throws IOException {
        storage.deleteFolder(folder.resolve(id));
    }

    private String makeFolder(String id) throws IOException {
        String free = id;
        for (int next = 2; ; next++) {
            try {
                storage.makeNewFolder(folder.resolve(free));
                return free;
            } catch (FileAlreadyExistsException taken) {
                free = String.format("%s-%02d", id, next);
            }
        }
    }

    /** The journal's content; empty if not even its first record was written. */
    private Optional<Content> journal(String id) throws IOException, DocumentException {
        Path file = folder.resolve(id).resolve(JOURNAL);
        if (!storage.exists(file)) {
            return Optional.empty();
        }
        Content content = JournalFormat.read(file.toString(), storage.read(file, JournalFormat.MOST_BYTES));
        return content.records().isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private Run readRun(String id, Content content) throws IOException, DocumentException {
        String journal = folder.resolve(id).resolve(JOURNAL).toString();
        if (!(content.records().get(0) instanceof JournalRecord.Opened opened)
                || !opened.run().equals(id)) {
            throw new DocumentException(journal, "record 1", Message.of("journal.other.run", id));
        }
        Path file = folder.resolve(id).resolve(SNAPSHOT);
        if (!storage.exists(file)) {
            throw new DocumentException(file.toString(), "", Message.of("document.absent"));
        }
        byte[] bytes = storage.read(file, DocumentFile.Kind.SNAPSHOT.mostBytes());
        if (!Sha256.of(bytes).equals(opened.snapshotDigest())) {
            throw new DocumentException(file.toString(), "", Message.of("journal.snapshot.changed"));
        }
        Snapshot snapshot = Snapshot.read(file.toString(), bytes);
        requireKnownChanges(journal, snapshot, content.records());
        if (snapshot.iisConfiguration().isPresent()) {
            requireKept(
                    folder.resolve(id).resolve(IIS_CONFIGURATION),
                    snapshot.iisConfiguration().get());
        }
        return new Run(snapshot, content.records());
    }

    private void requireKept(Path file, KeptFile kept) throws IOException, DocumentException {
        if (!storage.exists(file)) {
            throw new DocumentException(file.toString(), "", Message.of("document.absent"));
        }
        if (!kept.holds(storage.read(file, LARGEST_KEPT_FILE))) {
            throw new DocumentException(file.toString(), "", Message.of("journal.kept.changed"));
        }
    }

    private static void requireKnownChanges(String file, Snapshot snapshot, List<JournalRecord> records)
            throws DocumentException {
        for (int i = 0; i < records.size(); i++) {
            JournalRecord record = records.get(i);
            List<String> named = List.of();
            if (record instanceof JournalRecord.Intended intended) {
                named = List.of(intended.change());
            } else if (record instanceof JournalRecord.Done done) {
                named = List.of(done.change());
            } else if (record instanceof JournalRecord.Failed failed) {
                named = List.of(failed.change());
            } else if (record instanceof JournalRecord.UndoOpened undo) {
                named = undo.changes();
            }
            for (String change : named) {
                if (snapshot.plan().change(change).isEmpty()) {
                    throw new DocumentException(
                            file, "record " + (i + 1), Message.of("journal.unknown.change", change));
                }
            }
        }
    }
}
