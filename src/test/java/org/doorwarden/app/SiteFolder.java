package org.doorwarden.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder with a site's own entries, as an administrator keeps it: nobody else can write there. */
final class SiteFolder {

    private final Path folder;

    SiteFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        allow("", "rwxr-xr-x");
    }

    /** Puts a file there, in a folder below it if the name says so. */
    Path put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        for (Path at = file.getParent(); !at.equals(folder); at = at.getParent()) {
            Files.createDirectories(at);
            Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(file, text);
        allow(name, "rw-r--r--");
        return file;
    }

    void allow(String name, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(permissions));
    }

    Path path() {
        return folder;
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
