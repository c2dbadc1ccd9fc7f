package org.doorwarden.backend.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.document.AtomicFile;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.JsonText;

/** A folder with the state of one training server. It is made when the state is first stored. */
final class DiskLabStore implements LabStore {

    private final LabDefinition definition;
    private final Path folder;
    private final Path file;

    DiskLabStore(LabDefinition definition, Path folder) {
        this.definition = definition;
        this.folder = folder;
        this.file = folder.resolve("state.json");
    }

    @Override
    public Optional<LabState> load() throws DocumentException {
        return Files.exists(file) ? Optional.of(LabStateDocument.read(definition, file)) : Optional.empty();
    }

    @Override
    public void save(LabState state) throws IOException {
        byte[] bytes =
                JsonText.pretty(LabStateDocument.write(definition, state)).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, bytes);
    }

    @Override
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public synchronized <T> T exclusively(Work<T> work) throws IOException, DocumentException, BackendException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock on " + folder + " was lost");
            }
            return work.on(load());
        }
    }
}
