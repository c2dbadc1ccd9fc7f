package org.doorwarden.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The journal of one run, open for more records. What is appended is on the disk when the method returns. */
public final class RunJournal implements AutoCloseable {

    private final Storage.Appender appender;
    private final List<JournalRecord> records;
    private String chain;

    RunJournal(Storage.Appender appender, List<JournalRecord> records, String chain) {
        this.appender = appender;
        this.records = new ArrayList<>(records);
        this.chain = chain;
    }

    /** @throws IOException if the record is not safely on the disk; it then counts as not written */
    public void append(JournalRecord record) throws IOException {
        byte[] payload = JournalFormat.payload(record);
        String next = JournalFormat.chain(chain, payload);
        appender.append(JournalFormat.line(next, payload));
        chain = next;
        records.add(record);
    }

    /** All records so far. */
    public List<JournalRecord> records() {
        return List.copyOf(records);
    }

    /** Every record is on the disk already; a file that does not close loses nothing. */
    @Override
    public void close() {
        try {
            appender.close();
        } catch (IOException nothingLost) {
            // see above
        }
    }
}
