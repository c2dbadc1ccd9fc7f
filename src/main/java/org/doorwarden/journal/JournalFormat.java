package org.doorwarden.journal;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.Json;
import org.doorwarden.document.JsonText;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.journal.JournalRecord.Kind;
import org.doorwarden.model.Direction;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Sha256;
import org.doorwarden.model.UndoCause;
import org.doorwarden.text.Message;

/**
 * The bytes of a journal. Each record is a line: the chain's sum so far, the record's own sum, and the record as JSON.
 *
 * <p>A crash can only tear the last line: then the file ends without a line feed, or in the zeros of a block that was
 * never written. Anything else that does not check is corruption, and corruption is not repaired but shown.
 */
final class JournalFormat {

    static final int VERSION = 1;
    static final int MOST_BYTES = 64 << 20;

    private static final int CHAIN_DIGITS = 32;
    private static final int SUM_DIGITS = 8;
    private static final int HEAD = CHAIN_DIGITS + 1 + SUM_DIGITS + 1;
    private static final HexFormat HEX = HexFormat.of();

    private JournalFormat() {}

    /**
     * What a journal's bytes hold.
     *
     * @param length how many bytes the records take up; what follows is a torn record
     * @param chain the chain's sum after the last record
     */
    record Content(List<JournalRecord> records, long length, String chain) {}

    /** The chain's sum before the first record. */
    static String emptyChain() {
        return "0".repeat(CHAIN_DIGITS);
    }

    /** The chain's sum after a record. */
    static String chain(String before, byte[] payload) {
        byte[] sum = before.getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(sum, sum.length + payload.length);
        System.arraycopy(payload, 0, both, sum.length, payload.length);
        return Sha256.of(both).substring(0, CHAIN_DIGITS);
    }

    static byte[] payload(JournalRecord record) {
        return JsonText.compact(json(record)).getBytes(StandardCharsets.UTF_8);
    }

    /** One line for a payload, with the chain's sum after it. */
    static byte[] line(String chain, byte[] payload) {
        byte[] head = (chain + " " + sum(payload) + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] line = Arrays.copyOf(head, head.length + payload.length + 1);
        System.arraycopy(payload, 0, line, head.length, payload.length);
        line[line.length - 1] = '\n';
        return line;
    }

    static Content read(String file, byte[] bytes) throws DocumentException {
        if (bytes.length > MOST_BYTES) {
            throw new DocumentException(file, "", Message.of("document.too.large", MOST_BYTES >> 20));
        }
        List<JournalRecord> records = new ArrayList<>();
        String chain = emptyChain();
        int at = 0;
        while (at < bytes.length) {
            int end = indexOfLineFeed(bytes, at);
            if (end < 0 || hasZero(bytes, at, end)) {
                requireNothingGoodAfter(file, records.size() + 1, bytes, at);
                break;
            }
            String place = "record " + (records.size() + 1);
            byte[] payload = payload(file, place, bytes, at, end);
            String next = chain(chain, payload);
            if (!next.equals(new String(bytes, at, CHAIN_DIGITS, StandardCharsets.US_ASCII))) {
                throw new DocumentException(file, place, Message.of("journal.chain"));
            }
            records.add(readRecord(file, place, payload));
            chain = next;
            at = end + 1;
        }
        return new Content(List.copyOf(records), at, chain);
    }

    private static byte[] payload(String file, String place, byte[] bytes, int at, int end) throws DocumentException {
        if (end - at > HEAD) {
            byte[] payload = Arrays.copyOfRange(bytes, at + HEAD, end);
            String sum = new String(bytes, at + CHAIN_DIGITS + 1, SUM_DIGITS, StandardCharsets.US_ASCII);
            boolean spaced = bytes[at + CHAIN_DIGITS] == ' ' && bytes[at + HEAD - 1] == ' ';
            if (spaced && sum.equals(sum(payload))) {
                return payload;
            }
        }
        throw new DocumentException(file, place, Message.of("journal.sum"));
    }

    /** A torn record is the last one; a good line behind it says that the file was damaged in its middle. */
    private static void requireNothingGoodAfter(String file, int number, byte[] bytes, int at)
            throws DocumentException {
        for (int start = at; start < bytes.length; ) {
            int end = indexOfLineFeed(bytes, start);
            if (end < 0) {
                return;
            }
            try {
                payload(file, "", bytes, start, end);
            } catch (DocumentException alsoBad) {
                start = end + 1;
                continue;
            }
            throw new DocumentException(file, "record " + number, Message.of("journal.sum"));
        }
    }

    private static String sum(byte[] payload) {
        CRC32C sum = new CRC32C();
        sum.update(payload);
        return HEX.toHexDigits((int) sum.getValue());
    }

    private static int indexOfLineFeed(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static JsonObject json(JournalRecord record) {
        JsonObject object = new JsonObject();
        object.addProperty("record", record.kind().id());
        object.addProperty("at", record.at().toString());
        if (record instanceof JournalRecord.Opened opened) {
            object.addProperty("formatVersion", VERSION);
            object.addProperty("run", opened.run());
            object.addProperty("serverId", opened.serverId());
            object.addProperty("serverName", opened.serverName());
            object.addProperty("snapshotDigest", opened.snapshotDigest());
            object.addProperty("operator", opened.operator());
        } else if (record instanceof JournalRecord.Intended intended) {
            step(object, intended.direction(), intended.change());
        } else if (record instanceof JournalRecord.Done done) {
            step(object, done.direction(), done.change());
            object.addProperty("readBack", done.readBack());
        } else if (record instanceof JournalRecord.Failed failed) {
            step(object, failed.direction(), failed.change());
            object.addProperty("reason", failed.reason());
        } else if (record instanceof JournalRecord.UndoOpened undo) {
            object.addProperty("cause", undo.cause().id());
            object.add("changes", Json.texts(undo.changes()));
            object.addProperty("operator", undo.operator());
        } else if (record instanceof JournalRecord.Closed closed) {
            object.addProperty("outcome", closed.outcome().id());
        }
        return object;
    }

    private static void step(JsonObject object, Direction direction, String change) {
        object.addProperty("direction", direction.id());
        object.addProperty("change", change);
    }

    private static JournalRecord readRecord(String file, String place, byte[] payload) throws DocumentException {
        String name = file + ", " + place;
        ObjectReader reader = ObjectReader.of(name, JsonText.parse(name, payload));
        Kind kind = reader.constant(Kind.class, "record");
        var at = reader.instant("at");
        JournalRecord record =
                switch (kind) {
                    case OPENED -> {
                        long version = reader.number("formatVersion", 0, Integer.MAX_VALUE);
                        if (version != VERSION) {
                            throw reader.wrong("formatVersion", Message.of("document.version", version, VERSION));
                        }
                        yield new JournalRecord.Opened(
                                at,
                                reader.filledText("run"),
                                reader.filledText("serverId"),
                                reader.text("serverName"),
                                reader.filledText("snapshotDigest"),
                                reader.text("operator"));
                    }
                    case INTENDED -> new JournalRecord.Intended(at, direction(reader), reader.filledText("change"));
                    case DONE ->
                        new JournalRecord.Done(
                                at, direction(reader), reader.filledText("change"), reader.text("readBack"));
                    case FAILED ->
                        new JournalRecord.Failed(
                                at, direction(reader), reader.filledText("change"), reader.text("reason"));
                    case UNDO_OPENED ->
                        new JournalRecord.UndoOpened(
                                at,
                                reader.constant(UndoCause.class, "cause"),
                                reader.texts("changes"),
                                reader.text("operator"));
                    case CLOSED -> new JournalRecord.Closed(at, reader.constant(RunOutcome.class, "outcome"));
                };
        reader.end();
        return record;
    }

    private static Direction direction(ObjectReader reader) throws DocumentException {
        return reader.constant(Direction.class, "direction");
    }
}
