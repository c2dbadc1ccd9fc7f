package org.doorwarden.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A folder of data files that ships inside the program: the catalogue, the training servers. */
public final class ResourceFolder {

    private final String path;

    /** @param path from the root of the class path, without slashes at its ends */
    public ResourceFolder(String path) {
        this.path = path;
    }

    /** The names of the JSON files directly in the folder, sorted. */
    public List<String> jsonFiles() {
        URL folder = ResourceFolder.class.getResource("/" + path);
        if (folder == null) {
            throw new IllegalStateException("the program lacks its folder " + path);
        }
        try {
            if (folder.openConnection() instanceof JarURLConnection connection) {
                return jsonFilesIn(connection.getJarFile());
            }
            try (Stream<Path> files = Files.list(Path.of(new URI(folder.toString())))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".json"))
                        .sorted()
                        .toList();
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the program cannot read its folder " + path, unreadable);
        }
    }

    /** The bytes of one file of the folder, if it is there. */
    public Optional<byte[]> find(String name) {
        try (InputStream in = ResourceFolder.class.getResourceAsStream("/" + path + "/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program cannot read its file " + path + "/" + name, unreadable);
        }
    }

    private List<String> jsonFilesIn(JarFile jar) {
        String prefix = path + "/";
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.endsWith(".json"))
                .map(name -> name.substring(prefix.length()))
                .filter(name -> name.indexOf('/') < 0)
                .sorted()
                .toList();
    }
}
