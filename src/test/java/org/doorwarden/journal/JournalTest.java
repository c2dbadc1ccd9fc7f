package org.doorwarden.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Choice;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A torn last record is a crash; anything else that does not check is corruption, and is shown and not repaired. */
class JournalTest {

    private Workbench bench;
    private Path journal;
    private Path snapshot;
    private byte[] good;

    @BeforeEach
    void applyARun() throws Exception {
        Service service = Service.named("A")
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, false)
                .build();
        bench = new Workbench(TrainingServers.definition(List.of(TrainingServers.service(service))));
        RunReport report = bench.apply(bench.plan(List.of(Choice.of(new ServiceName("A"), Choice.Action.DISABLE))));
        Path run = Path.of("runs").resolve(report.run().orElseThrow());
        journal = run.resolve("journal.wal");
        snapshot = run.resolve("snapshot.json");
        good = bench.storage.content(journal);
    }

    @Test
    void tellsTheWholeRun() throws Exception {
        Run run = bench.onlyRun().orElseThrow();
        assertEquals(
                List.of("opened", "intended", "done", "intended", "done", "closed"),
                run.records().stream().map(record -> record.kind().id()).toList());
        assertEquals(RunOutcome.APPLIED, run.outcome());
        assertFalse(run.isOpen());
        assertEquals("tester", run.opened().operator());
        assertEquals(
                ServiceState.RUNNING,
                run.snapshot().before().find(new ServiceName("A")).orElseThrow().state());
    }

    @Test
    void cutOffAnywhereItIsACrashAndNothingBeforeTheCutIsLost() throws Exception {
        List<JournalRecord> all = bench.onlyRun().orElseThrow().records();
        int firstRecord = indexOf(good, '\n', 0) + 1;
        for (int length = firstRecord; length < good.length; length++) {
            bench.storage.replace(journal, Arrays.copyOf(good, length));
            List<JournalRecord> left = bench.onlyRun().orElseThrow().records();
            assertEquals(all.subList(0, left.size()), left);
            assertEquals(count(good, length), left.size(), "cut at " + length);
        }
    }

    @Test
    void cutOffInItsFirstRecordTheRunNeverBegan() throws Exception {
        for (int length = 0; length < indexOf(good, '\n', 0); length++) {
            bench.storage.replace(journal, Arrays.copyOf(good, length));
            RunStore.Runs runs = bench.store.readAll();
            assertEquals(List.of(), runs.runs());
            assertEquals(List.of(), runs.damaged());
            assertEquals(1, runs.abandoned().size());
        }
    }

    @Test
    void aBlockThatWasNeverWrittenIsACrash() throws Exception {
        int third = indexOf(good, '\n', indexOf(good, '\n', 0) + 1) + 1;
        byte[] zeros = good.clone();
        Arrays.fill(zeros, third + 10, zeros.length, (byte) 0);
        bench.storage.replace(journal, zeros);
        assertEquals(2, bench.onlyRun().orElseThrow().records().size());
    }

    @Test
    void anyByteChangedIsCorruption() throws Exception {
        for (int i = 0; i < good.length; i++) {
            byte[] changed = good.clone();
            changed[i] ^= 0x40;
            bench.storage.replace(journal, changed);
            RunStore.Runs runs = bench.store.readAll();
            boolean shown = !runs.damaged().isEmpty();
            // The line feed that ends the last record may be the one thing lost: then that record is torn.
            boolean torn = i == good.length - 1 && runs.runs().get(0).isOpen();
            assertTrue(shown || torn, "byte " + i + " went unnoticed");
        }
    }

    @Test
    void recordsThatWereRemovedAddedOrMovedAreCorruption() throws Exception {
        List<String> lines = new String(good, StandardCharsets.UTF_8).lines().toList();
        assertDamaged(without(lines, 2));
        assertDamaged(join(lines.get(0), lines.get(3), lines.get(4), lines.get(1), lines.get(2), lines.get(5)));
        assertDamaged(join(lines.get(0), lines.get(1), lines.get(1)));
    }

    @Test
    void aSnapshotThatIsNotTheOneWrittenIsRefused() throws Exception {
        byte[] bytes = bench.storage.content(snapshot);
        bytes[bytes.length / 2] ^= 1;
        bench.storage.replace(snapshot, bytes);
        assertEquals(snapshot.toString(), bench.store.readAll().damaged().get(0).document());
    }

    @Test
    void aDamagedRunKeepsEverybodyFromChangingTheServer() throws Exception {
        byte[] changed = good.clone();
        changed[60] ^= 1;
        bench.storage.replace(journal, changed);
        String before = bench.picture();
        assertThrows(DocumentException.class, () -> bench.apply(bench.plan(List.of())));
        assertEquals(before, bench.picture());
    }

    @Test
    void aNewerJournalIsRefusedByItsVersion() throws Exception {
        String first =
                new String(good, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        byte[] payload = first.substring(first.indexOf('{'))
                .replace("\"formatVersion\":1", "\"formatVersion\":9")
                .getBytes(StandardCharsets.UTF_8);
        bench.storage.replace(
                journal, JournalFormat.line(JournalFormat.chain(JournalFormat.emptyChain(), payload), payload));
        assertEquals(
                "document.version",
                bench.store.readAll().damaged().get(0).problem().key());
    }

    private void assertDamaged(byte[] bytes) throws Exception {
        bench.storage.replace(journal, bytes);
        assertEquals(1, bench.store.readAll().damaged().size());
    }

    private static byte[] without(List<String> lines, int line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i != line) {
                text.append(lines.get(i)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static int count(byte[] bytes, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int indexOf(byte[] bytes, char c, int from) {
        int at = from;
        while (bytes[at] != c) {
            at++;
        }
        return at;
    }
}
