package org.doorwarden.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.text.Message;

/**
 * A catalogue in one file that is read in a small part of the time that the readable files take. It is made from them,
 * when the program is built or when an administrator chooses another catalogue, and holds nothing else. What must hold of
 * an entry is checked by the entry's own types here as there; that the file is whole, by a checksum.
 */
public final class CataloguePack {

    private static final byte[] HEAD = "doorwarden-catalogue-pack 1\n".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_BYTES = 64 << 20;

    private CataloguePack() {}

    public static byte[] write(Catalogue catalogue) {
        byte[] body = new PackWriter().catalogue(catalogue);
        return ByteBuffer.allocate(HEAD.length + Integer.BYTES + body.length)
                .put(HEAD)
                .putInt(checksum(body, 0))
                .put(body)
                .array();
    }

    /** Reads a pack that an administrator's choice or a run left on the disk. */
    public static Catalogue read(Path file) throws DocumentException {
        return read(file.toString(), DocumentFile.bytes(file, MOST_BYTES));
    }

    /** @param name what to call the file in a complaint */
    public static Catalogue read(String name, byte[] bytes) throws DocumentException {
        int start = HEAD.length + Integer.BYTES;
        if (bytes.length < start || !Arrays.equals(HEAD, 0, HEAD.length, bytes, 0, HEAD.length)) {
            throw new DocumentException(name, "", Message.of("catalogue.pack.foreign"));
        }
        if (ByteBuffer.wrap(bytes).getInt(HEAD.length) != checksum(bytes, start)) {
            throw new DocumentException(name, "", Message.of("catalogue.pack.damaged"));
        }
        try {
            return new PackReader(bytes, start).catalogue();
        } catch (RuntimeException senseless) {
            // Whole, but not what the writer wrote: made by hand, or by a newer program with words unknown here.
            throw new DocumentException(name, "", Message.of("catalogue.pack.foreign"));
        }
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
