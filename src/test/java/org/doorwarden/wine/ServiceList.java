package org.doorwarden.wine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The service list of a real computer, to be brought into the registry of Wine. */
public record ServiceList(List<Entry> entries) {

    private static final Map<String, Integer> START =
            Map.of("boot", 0, "system", 1, "automatic", 2, "automatic-delayed", 2, "manual", 3, "disabled", 4);

    /** One service. */
    public record Entry(
            String name,
            int type,
            String startType,
            boolean triggers,
            String account,
            String program,
            List<String> dependsOn,
            List<String> groups,
            String displayName) {}

    public static ServiceList load() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = ServiceList.class.getResourceAsStream("/windows/services.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    String[] field = line.split("\t", -1);
                    List<String> needs = field[6].isEmpty() ? List.of() : List.of(field[6].split("/"));
                    entries.add(new Entry(
                            field[0],
                            Integer.decode(field[1]),
                            field[2],
                            field[3].equals("yes"),
                            field[4],
                            field[5],
                            needs.stream().filter(each -> !each.startsWith("+")).toList(),
                            needs.stream()
                                    .filter(each -> each.startsWith("+"))
                                    .map(each -> each.substring(1))
                                    .toList(),
                            field[7]));
                }
            }
        }
        return new ServiceList(entries);
    }

    /** Writes a file that regedit takes. */
    void writeRegistryFile(Path file) throws IOException {
        StringBuilder text = new StringBuilder("\ufeffWindows Registry Editor Version 5.00\r\n");
        for (Entry entry : entries) {
            String key = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\" + entry.name();
            text.append("\r\n[").append(key).append("]\r\n");
            number(text, "Type", entry.type());
            number(text, "Start", START.get(entry.startType()));
            if (entry.startType().equals("automatic-delayed")) {
                number(text, "DelayedAutostart", 1);
            }
            number(text, "ErrorControl", 1);
            bytes(text, "ImagePath", 2, entry.program() + "\0");
            bytes(text, "DisplayName", 1, entry.displayName() + "\0");
            if (!entry.account().isEmpty()) {
                bytes(text, "ObjectName", 1, entry.account() + "\0");
            }
            list(text, "DependOnService", entry.dependsOn());
            list(text, "DependOnGroup", entry.groups());
            if (entry.triggers()) {
                text.append("\r\n[").append(key).append("\\TriggerInfo\\0]\r\n");
                number(text, "Type", 20);
            }
        }
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_16LE));
    }

    private static void number(StringBuilder text, String name, int value) {
        text.append(String.format("\"%s\"=dword:%08x\r\n", name, value));
    }

    private static void list(StringBuilder text, String name, List<String> items) {
        if (!items.isEmpty()) {
            bytes(text, name, 7, String.join("\0", items) + "\0\0");
        }
    }

    private static void bytes(StringBuilder text, String name, int type, String value) {
        String hex = HexFormat.ofDelimiter(",").formatHex(value.getBytes(StandardCharsets.UTF_16LE));
        text.append(String.format("\"%s\"=hex(%x):%s\r\n", name, type, hex));
    }
}
