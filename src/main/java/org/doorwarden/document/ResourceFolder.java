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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return paths().stream().filter(name -> name.indexOf('/') < 0).toList();
    }

    /** All JSON files in the folder and the folders in it: their bytes by path, sorted by path. */
    public Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        paths().forEach(name -> files.put(name, find(name).orElseThrow()));
        return files;
    }

    /** The bytes of one file of the folder, if it is there. */
    public Optional<byte[]> find(String name) {
        try (InputStream in = ResourceFolder.class.getResourceAsStream("/" + path + "/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program cannot read its file " + path + "/" + name, unreadable);
        }
    }

    /** The paths of the JSON files from this folder on, with slashes, sorted. */
    private List<String> paths() {
        URL folder = ResourceFolder.class.getResource("/" + path);
        if (folder == null) {
            throw new IllegalStateException("the program lacks its folder " + path);
        }
        try {
            return folder.openConnection() instanceof JarURLConnection connection
                    ? pathsIn(connection.getJarFile())
                    : pathsIn(Path.of(new URI(folder.toString())));
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the program cannot read its folder " + path, unreadable);
        }
    }

    private static List<String> pathsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> pathsIn(JarFile jar) {
        String prefix = path + "/";
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.endsWith(".json"))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }
}
