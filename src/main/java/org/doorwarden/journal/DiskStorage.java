package org.doorwarden.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.doorwarden.document.AtomicFile;

/** The real disk. */
public final class DiskStorage implements Storage {

    @Override
    public void makeFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public void makeNewFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
        AtomicFile.forceFolder(folder.toAbsolutePath().getParent());
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        AtomicFile.write(file, bytes);
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
    }

    @Override
    public Appender append(Path file, long length) throws IOException {
        boolean fresh = !Files.exists(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(length);
            if (fresh) {
                AtomicFile.forceFolder(file.toAbsolutePath().getParent());
            }
            return new ChannelAppender(channel, length);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void deleteFolder(Path folder) throws IOException {
        for (String name : names(folder)) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }

    private static final class ChannelAppender implements Appender {

        private final FileChannel channel;
        private long length;

        ChannelAppender(FileChannel channel, long length) {
            this.channel = channel;
            this.length = length;
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            if (channel.size() > length) {
                channel.truncate(length);
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long at = length;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            channel.force(true);
            length = at;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
