package org.doorwarden.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Lets one process at a time change a server. The system frees the lock when its process ends, however it ends, so
 * there is no stale lock; the owner's words stay in the file until the next owner writes its own.
 */
public final class RunLock implements AutoCloseable {

    /** Far behind the owner's words: Windows keeps others from reading what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int LONGEST_OWNER = 4096;

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Somebody else holds the lock. */
    public static final class Held extends Exception {

        private static final long serialVersionUID = 1L;

        private final String owner;

        Held(String owner) {
            super(owner);
            this.owner = owner;
        }

        /** Who says to hold it; empty if that could not be read. */
        public String owner() {
            return owner;
        }
    }

    /**
     * Takes the lock or fails at once.
     *
     * @param owner who takes it, in words for the person who finds it taken
     */
    public static RunLock take(Path file, String owner) throws IOException, Held {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel).isEmpty()) {
                throw new Held(readOwner(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            return new RunLock(channel);
        } catch (IOException | Held failed) {
            channel.close();
            throw failed;
        }
    }

    /** The system takes the lock away with the process at the latest, so a file that does not close does no harm. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException harmless) {
            // see above
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    private static String readOwner(FileChannel channel) throws IOException {
        ByteBuffer words = ByteBuffer.allocate(LONGEST_OWNER);
        channel.read(words, 0);
        return new String(words.array(), 0, words.position(), StandardCharsets.UTF_8);
    }
}
