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
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/**
 * Where the catalogue comes from: the one that ships with the program, or a newer one that an administrator chose, and
 * beside it the site's own entries. What is read from the disk decides what gets closed, so it is believed only from a
 * folder that nobody but administrators can write to.
 */
final class Knowledge {

    private static final String CHOSEN = "catalogue.pack";
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
        return CatalogueReader.read(chosen(state), entries(state, named), language);
    }

    /** The files with the site's own entries. */
    List<CatalogueFile> entries(Path state, Optional<Path> named) throws DocumentException, IOException, WrongUse {
        Path folder = named.orElse(state.resolve(ENTRIES));
        if (Files.isDirectory(folder)) {
            requireTrusted(folder);
            return CatalogueFile.in(folder, true);
        }
        if (named.isPresent()) {
            throw new WrongUse(Message.of("catalogue.entries.absent", folder));
        }
        return List.of();
    }

    private Catalogue chosen(Path state) throws DocumentException, IOException, WrongUse {
        Catalogue shipped = CatalogueReader.bundled();
        Path file = state.resolve(CHOSEN);
        if (!Files.exists(file)) {
            return shipped;
        }
        requireTrusted(state);
        Catalogue chosen = CataloguePack.read(file.toString(), Files.readAllBytes(file));
        // A newer program may bring a newer catalogue than the one that was chosen once.
        return chosen.edition().compareTo(shipped.edition()) > 0 ? chosen : shipped;
    }

    /** Keeps a catalogue in the state folder, for all later starts. */
    void use(Path state, Catalogue catalogue) throws IOException, WrongUse {
        if (catalogue.edition().compareTo(CatalogueReader.bundled().edition()) <= 0) {
            throw new WrongUse(Message.of("catalogue.use.older"));
        }
        AtomicFile.write(state.resolve(CHOSEN), CataloguePack.write(catalogue));
    }

    /** Goes back to the catalogue that ships with the program. */
    void useBundled(Path state) throws IOException {
        Files.deleteIfExists(state.resolve(CHOSEN));
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
