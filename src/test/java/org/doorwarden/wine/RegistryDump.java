package org.doorwarden.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** All values below a registry key, as Windows' own {@code reg.exe} exports them. */
final class RegistryDump {

    private static final String SERVICES = "HKLM\\System\\CurrentControlSet\\Services";

    private RegistryDump() {}

    /** Each value of each service, by key and name, exactly as exported. */
    static TreeMap<String, String> services(WineSession wine) throws IOException, InterruptedException {
        Path file = wine.folder().resolve("services-export.reg");
        Files.deleteIfExists(file);
        wine.wine("reg", "export", SERVICES, WineSession.windowsPath(file), "/y")
                .expect(0);
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE);
        TreeMap<String, String> values = new TreeMap<>();
        String key = "";
        for (String line : text.replace("\\\r\n  ", "").split("\r\n")) {
            if (line.startsWith("[")) {
                key = line;
                values.put(key, "");
            } else if (line.startsWith("\"") || line.startsWith("@")) {
                int end = line.startsWith("@") ? 1 : line.indexOf("\"=") + 1;
                values.put(key + " " + line.substring(0, end), line.substring(end));
            }
        }
        return values;
    }

    /**
     * What is different, each value with what it was and what it is; without the empty dependencies that Wine's Service
     * Control Manager adds to what it changes.
     */
    static List<String> differences(TreeMap<String, String> before, TreeMap<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .filter(name -> before.containsKey(name) || !isWinesAddition(name, after.get(name)))
                .map(name -> name + " was " + before.get(name) + " is " + after.get(name))
                .toList();
    }

    private static boolean isWinesAddition(String name, String value) {
        return (name.endsWith("\"DependOnService\"") || name.endsWith("\"DependOnGroup\""))
                && value.matches("=hex\\(7\\):(00(,00)*)?");
    }
}
