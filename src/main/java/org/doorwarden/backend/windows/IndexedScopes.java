package org.doorwarden.backend.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.IndexedScope;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;

/**
 * The folders that are indexed. Indexing Service has a key for each catalog, and in its key {@code Scopes} a value for each
 * folder: the value's name is the path, its text is what clients see instead, the account that reads it, and bits, of
 * which the lowest says that it is indexed.
 *
 * <p>Windows Search numbers its rules; of each, {@code URL} says what it is about and {@code Include} whether it is
 * indexed. That layout is not documented; it was seen in several public scripts that read and write it. Rules for other
 * things than folders, such as mail, are left out.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/desktop/indexsrv/scopes">Scopes</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/search/-search-3x-wds-extidx-csm-scoperules">Managing scope
 *     rules</a>
 */
final class IndexedScopes {

    private static final String CATALOGS = "SYSTEM\\CurrentControlSet\\Control\\ContentIndex\\Catalogs";
    private static final String RULES =
            "SOFTWARE\\Microsoft\\Windows Search\\CrawlScopeManager\\Windows\\SystemIndex\\WorkingSetRules";
    private static final int INDEXED = 1;
    private static final String FILE = "file:///";
    /** Some rules name the volume in brackets behind its drive. */
    private static final Pattern VOLUME = Pattern.compile("^([A-Za-z]:\\\\)\\[[0-9a-fA-F-]+]\\\\");

    private final RegistryKey.Buffers buffers;
    private final List<ReadProblem> problems;

    IndexedScopes(RegistryKey.Buffers buffers, List<ReadProblem> problems) {
        this.buffers = buffers;
        this.problems = problems;
    }

    /** Reads one thing below a key. */
    @FunctionalInterface
    private interface Reader {
        void read(RegistryKey key, String subKey) throws WindowsFailure;
    }

    /** @param values where to put the values that the scopes of Indexing Service are in */
    List<IndexedScope> read(Map<? super RegistrySetting, ? super SettingValue> values) {
        List<IndexedScope> scopes = new ArrayList<>();
        each(CATALOGS, (catalogs, name) -> {
            Optional<RegistryKey> key = catalogs.open(name + "\\Scopes");
            if (key.isPresent()) {
                try (RegistryKey open = key.get()) {
                    readCatalog(name, open.read(buffers), scopes, values);
                }
            }
        });
        each(RULES, (rules, number) -> {
            Optional<RegistryKey> key = rules.open(number);
            if (key.isPresent()) {
                try (RegistryKey open = key.get()) {
                    RegistryKey.Content rule = open.read(buffers);
                    folder(rule.text("URL"))
                            .ifPresent(path -> scopes.add(
                                    new IndexedScope("", path, rule.number("Include", 0) != 0, RULES + "\\" + number)));
                }
            }
        });
        return scopes;
    }

    private void each(String path, Reader reader) {
        try {
            Optional<RegistryKey> key = RegistryKey.localMachine(path);
            if (key.isPresent()) {
                try (RegistryKey open = key.get()) {
                    for (String name : open.subKeys()) {
                        reader.read(open, name);
                    }
                }
            }
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.INDEXED, path, failed.code()));
        }
    }

    private static void readCatalog(
            String catalog,
            RegistryKey.Content content,
            List<IndexedScope> scopes,
            Map<? super RegistrySetting, ? super SettingValue> values) {
        String key = CATALOGS + "\\" + catalog + "\\Scopes";
        for (Map.Entry<String, RegistryValue> scope : content.values().entrySet()) {
            scopes.add(new IndexedScope(
                    catalog, scope.getKey(), isIndexed(scope.getValue().text()), key));
            values.put(
                    new RegistrySetting(key, scope.getKey()),
                    RegistryData.of(scope.getValue().type(), scope.getValue().data()));
        }
    }

    /** Texts that end before the bits stand for folders that are indexed. */
    static boolean isIndexed(String scope) {
        String[] parts = scope.split(",", -1);
        if (parts.length < 3) {
            return true;
        }
        try {
            return (Integer.decode(parts[2].strip()) & INDEXED) != 0;
        } catch (NumberFormatException unknown) {
            return true;
        }
    }

    /** The folder that a rule is about, as Windows writes paths; empty if it is about something else. */
    static Optional<String> folder(String url) {
        if (!url.toLowerCase(Locale.ROOT).startsWith(FILE)) {
            return Optional.empty();
        }
        String path = url.substring(FILE.length()).replace('/', '\\');
        return Optional.of(VOLUME.matcher(path).replaceFirst("$1"));
    }
}
