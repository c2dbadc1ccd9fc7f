package org.doorwarden.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.DocumentFile.Kind;
import org.doorwarden.document.JsonLines;
import org.doorwarden.document.ResourceFolder;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;

/**
 * A file of knowledge, not yet read.
 *
 * @param name what to call it in a complaint
 * @param local whether it is this site's own
 */
public record CatalogueFile(String name, byte[] bytes, boolean local) {

    /** The files that ship with the program. */
    public static List<CatalogueFile> bundled() {
        return new ResourceFolder("catalogue")
                .all().entrySet().stream()
                        .map(file -> new CatalogueFile(file.getKey(), file.getValue(), false))
                        .toList();
    }

    /**
     * The JSON files in a folder and in all folders below it, sorted by path.
     *
     * @param local whether they are this site's own entries rather than a whole catalogue
     */
    public static List<CatalogueFile> in(Path folder, boolean local) throws DocumentException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(folder)) {
            paths = found.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new DocumentException(folder.toString(), "", Message.of("document.unreadable", reason(unreadable)));
        }
        List<CatalogueFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(read(path, local));
        }
        return files;
    }

    /** One file from the disk. */
    public static CatalogueFile read(Path path, boolean local) throws DocumentException {
        return new CatalogueFile(path.toString(), DocumentFile.bytes(Kind.CATALOGUE_SERVICES, path), local);
    }

    /** The line of a place in the file, as of a mistake in it. */
    public int lineOf(String field) {
        return JsonLines.of(bytes).lineOf(field);
    }

    private static Message reason(Exception unreadable) {
        return unreadable instanceof UncheckedIOException wrapped
                ? IoReason.of(wrapped.getCause())
                : IoReason.of((IOException) unreadable);
    }
}
