package org.doorwarden.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes whole files so that a reader finds the old one or the new one, never a part, even after a power cut. */
public final class AtomicFile {

    /** Windows refuses to replace a file that a virus scanner or an indexer is just looking into. */
    private static final int TRIES = 10;

    private static final long PAUSE_MILLIS = 50;

    private AtomicFile() {}

    /** Writes and forces a file beside the target, then puts it in the target's place. */
    public static void write(Path target, byte[] bytes) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path beside = Files.createTempFile(absolute.getParent(), "." + absolute.getFileName(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            replace(beside, absolute);
            forceFolder(absolute.getParent());
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Forces a folder's list of files to the disk, where the system has such a thing; Windows does so by itself. */
    public static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException windows) {
            // a folder cannot be opened as a file there
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AccessDeniedException sharing) {
                if (tries == TRIES) {
                    throw sharing;
                }
                pause(sharing);
            }
        }
    }

    private static void pause(IOException cause) throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
