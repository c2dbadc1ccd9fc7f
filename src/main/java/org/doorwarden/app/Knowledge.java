package org.doorwarden.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.backend.windows.AdministratorsFolder;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CataloguePack;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.AtomicFile;
import org.doorwarden.document.DocumentException;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/**
 * Where the catalogue comes from: the one that ships with the program, or a newer one that an administrator chose, and
 * beside it the site's own entries. What is read from the disk decides what gets closed, so it is believed only from a
 * folder that nobody but administrators can write to.
 */
final class Knowledge {

    private static final String CHOSEN = "catalogue.pack";
    private static final String LAST_APPLIED = "catalogue-last-applied.pack";
    private static final String ENTRIES = "entries";

    private final boolean windows;
    private final String language;

    Knowledge(boolean windows, Locale locale) {
        this.windows = windows;
        this.language = locale.getLanguage();
    }

    /**
     * The catalogue in use, the chosen or the shipped one, whichever is newer, and the site's own entries.
     *
     * @param named the folder of the site's own entries, if it is not the one in the state folder
     */
    Catalogue catalogue(Path state, Optional<Path> named) throws DocumentException, IOException, WrongUse {
        return CatalogueReader.read(catalogueAlone(state), entries(state, named), language);
    }

    /** The files with the site's own entries. */
    List<CatalogueFile> entries(Path state, Optional<Path> named) throws DocumentException, IOException, WrongUse {
        Path folder = named.orElse(state.resolve(ENTRIES));
        // Only what is surely not there has no entries: of a folder that cannot be looked at nobody knows.
        if (named.isEmpty() && Files.notExists(folder)) {
            return List.of();
        }
        if (Files.notExists(folder) || Files.isRegularFile(folder)) {
            throw new WrongUse(Message.of("catalogue.entries.absent", folder));
        }
        requireTrusted(folder);
        List<CatalogueFile> files = CatalogueFile.in(folder, true);
        for (CatalogueFile file : files) {
            requireTrusted(folder, Path.of(file.name()));
        }
        return files;
    }

    /** The chosen or the shipped catalogue, whichever is newer. */
    Catalogue catalogueAlone(Path state) throws DocumentException, IOException, WrongUse {
        Catalogue shipped = CatalogueReader.bundled();
        Path file = state.resolve(CHOSEN);
        if (Files.notExists(file)) {
            return shipped;
        }
        requireTrusted(state);
        Catalogue chosen = CataloguePack.read(file);
        // A newer program may bring a newer catalogue than the one that was chosen once.
        return chosen.edition().compareTo(shipped.edition()) > 0 ? chosen : shipped;
    }

    /** Keeps a catalogue in the state folder, for all later starts. */
    void use(Path state, Catalogue catalogue) throws IOException {
        AtomicFile.write(state.resolve(CHOSEN), CataloguePack.write(catalogue));
    }

    /** Goes back to the catalogue that ships with the program. */
    void useBundled(Path state) throws IOException {
        Files.deleteIfExists(state.resolve(CHOSEN));
    }

    /**
     * The catalogue of the last run, if it is an older one than that: what a newer program or a newer choice would say
     * differently can then be shown before anybody acts on it.
     */
    Optional<Catalogue> lastApplied(Path state, Catalogue inUse) throws DocumentException, IOException, WrongUse {
        Path file = state.resolve(LAST_APPLIED);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        requireTrusted(state);
        Catalogue last = CataloguePack.read(file);
        return Optional.of(last).filter(each -> each.edition().compareTo(inUse.edition()) < 0);
    }

    /**
     * Keeps the catalogue in use as the one that a run rested on.
     *
     * @return why it could not be kept, if so; the run is done all the same
     */
    Optional<Message> keepApplied(Path state) {
        try {
            AtomicFile.write(state.resolve(LAST_APPLIED), CataloguePack.write(catalogueAlone(state)));
            return Optional.empty();
        } catch (DocumentException unreadable) {
            return notKept(unreadable.document(), unreadable.problem());
        } catch (IOException failed) {
            return notKept(state, IoReason.of(failed));
        } catch (WrongUse unsafe) {
            return notKept(state, unsafe.explanation());
        }
    }

    private static Optional<Message> notKept(Object file, Message why) {
        return Optional.of(Message.of("catalogue.not.kept", file, why));
    }

    /** What was moved into a folder keeps the permissions that it had before. */
    private void requireTrusted(Path folder, Path file) throws IOException, WrongUse {
        for (Path at = file; !at.equals(folder); at = at.getParent()) {
            requireTrusted(at);
        }
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
}
