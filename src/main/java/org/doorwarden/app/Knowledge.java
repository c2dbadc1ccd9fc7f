package org.doorwarden.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorwarden.backend.windows.AdministratorsFolder;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.AtomicFile;
import org.doorwarden.document.DocumentException;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/**
 * Where the catalogue comes from: the one that ships with the program, or a newer one that an administrator chose, and
 * beside it the site's own entries. What is read from the disk decides what gets closed, so it is believed only from a
 * folder that nobody but administrators can write to.
 */
final class Knowledge {

    private static final String CHOSEN = "catalogue";
    private static final String ENTRIES = "entries";

    private final boolean windows;

    Knowledge(boolean windows) {
        this.windows = windows;
    }

    /**
     * All files of the catalogue in use: the chosen or the shipped ones, whichever is newer, and the site's own.
     *
     * @param named the folder of the site's own entries, if it is not the one in the state folder
     */
    List<CatalogueFile> files(Path state, Optional<Path> named) throws DocumentException, IOException, WrongUse {
        List<CatalogueFile> files = new ArrayList<>(chosen(state));
        Path entries = named.orElse(state.resolve(ENTRIES));
        if (Files.isDirectory(entries)) {
            requireTrusted(entries);
            files.addAll(CatalogueFile.in(entries, true));
        } else if (named.isPresent()) {
            throw new WrongUse(Message.of("catalogue.entries.absent", entries));
        }
        return files;
    }

    private List<CatalogueFile> chosen(Path state) throws DocumentException, IOException, WrongUse {
        Path folder = state.resolve(CHOSEN);
        List<CatalogueFile> shipped = CatalogueFile.bundled();
        if (!Files.isDirectory(folder)) {
            return shipped;
        }
        requireTrusted(folder);
        List<CatalogueFile> chosen = CatalogueFile.in(folder, false);
        // A newer program may bring a newer catalogue than the one that was chosen once.
        boolean newer = CatalogueReader.edition(chosen).compareTo(CatalogueReader.edition(shipped)) > 0;
        return newer ? chosen : shipped;
    }

    /** Copies a catalogue into the state folder, for all later starts. */
    void use(Path state, Path folder) throws DocumentException, IOException, WrongUse {
        List<CatalogueFile> files = CatalogueFile.in(folder, false);
        CatalogueReader.read(files);
        if (CatalogueReader.edition(files).compareTo(CatalogueReader.edition(CatalogueFile.bundled())) <= 0) {
            throw new WrongUse(Message.of("catalogue.use.older"));
        }
        Path fresh = state.resolve(CHOSEN + ".new");
        delete(fresh);
        for (CatalogueFile file : files) {
            Path target = fresh.resolve(folder.relativize(Path.of(file.name())));
            Files.createDirectories(target.getParent());
            AtomicFile.write(target, file.bytes());
        }
        useBundled(state);
        Files.move(fresh, state.resolve(CHOSEN));
    }

    /** Goes back to the catalogue that ships with the program. */
    void useBundled(Path state) throws IOException {
        delete(state.resolve(CHOSEN));
    }

    private void requireTrusted(Path folder) throws IOException, WrongUse {
        try {
            if (windows) {
                AdministratorsFolder.require(folder);
            } else {
                requireOwn(folder);
            }
        } catch (AdministratorsFolder.Unsafe unsafe) {
            throw new WrongUse(unsafe.explanation());
        }
    }

    private static void requireOwn(Path folder) throws IOException, WrongUse {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String owner = attributes.owner().getName();
        boolean writable = attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
        if (writable
                || attributes.isSymbolicLink()
                || !owner.equals("root") && !owner.equals(System.getProperty("user.name"))) {
            throw new WrongUse(Message.of("state.unsafe", folder, owner));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
