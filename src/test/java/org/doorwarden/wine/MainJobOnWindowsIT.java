package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The program as it ships, on the real Windows API: it reads the service list of a real computer, and a run changes real
 * services. What it did is checked with Windows' own {@code reg.exe} and {@code sc.exe}.
 */
@ExtendWith(WineExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class MainJobOnWindowsIT {

    private final Path program = Path.of(System.getProperty("doorwarden.folder"));
    private ServiceList list;
    private WineSession wine;
    private Path state;

    @BeforeAll
    void bringTheServiceListIn(WineSession session) throws Exception {
        wine = session;
        list = ServiceList.load();
        state = Files.createTempDirectory(wine.folder(), "state").resolve("main-job");
        for (String[] service : new String[][] {
            {"DwOne", "Throwaway one", "-", "-"},
            {"DwTwo", "Throwaway two", "-", "DwOne"}
        }) {
            wine.wine(wine.program("service.exe"), "install", service[0], service[1], service[2], service[3])
                    .expect(0);
        }
        wine.importServices(list);
    }

    @Test
    void readsARealServiceListCompletely() throws Exception {
        JsonObject document = doorwarden("services", "--json").expect(0).json();
        Map<String, JsonObject> read = byName(document);
        TreeSet<String> missing = new TreeSet<>();
        for (ServiceList.Entry entry : list.entries()) {
            JsonObject service = read.get(entry.name().toLowerCase(Locale.ROOT));
            if (service == null) {
                missing.add(entry.name());
                continue;
            }
            String name = entry.name();
            assertEquals(entry.startType(), service.get("startType").getAsString(), name);
            assertEquals(entry.program(), service.get("imagePath").getAsString(), name);
            assertEquals(entry.account(), service.get("account").getAsString(), name);
            assertEquals(entry.triggers(), service.get("triggerStart").getAsBoolean(), name);
            String displayName = entry.displayName().isEmpty() ? name : entry.displayName();
            assertEquals(displayName, service.get("displayName").getAsString(), name);
            boolean template = (entry.type() & 0x40) != 0;
            assertEquals(!template, service.get("changeable").getAsBoolean(), name);
        }
        assertEquals(new TreeSet<>(), missing);
        assertTrue(document.getAsJsonArray("services").size() > 280);
        assertTrue(document.getAsJsonArray("drivers").size() > 35);
    }

    @Test
    void theDependencyGraphIsThatOfTheRegistry() throws Exception {
        Map<String, JsonObject> read =
                byName(doorwarden("services", "--json").expect(0).json());
        TreeMap<String, TreeSet<String>> needs = new TreeMap<>();
        TreeMap<String, TreeSet<String>> neededBy = new TreeMap<>();
        Map<String, List<String>> registry = dependenciesInRegistry();
        for (String name : read.keySet()) {
            needs.put(name, new TreeSet<>());
            neededBy.put(name, new TreeSet<>());
        }
        registry.forEach((name, dependencies) -> {
            for (String dependency : dependencies) {
                if (read.containsKey(name)) {
                    needs.get(name).add(dependency);
                    if (read.containsKey(dependency)) {
                        neededBy.get(dependency).add(name);
                    }
                }
            }
        });
        int edges = 0;
        for (Map.Entry<String, JsonObject> entry : read.entrySet()) {
            TreeSet<String> dependsOn = lower(entry.getValue().getAsJsonArray("dependsOn"));
            dependsOn.addAll(lower(entry.getValue().getAsJsonArray("missing")));
            assertEquals(needs.get(entry.getKey()), dependsOn, entry.getKey());
            assertEquals(
                    neededBy.get(entry.getKey()), lower(entry.getValue().getAsJsonArray("neededBy")), entry.getKey());
            edges += dependsOn.size();
        }
        assertTrue(edges > 300, edges + " dependencies");
    }

    @Test
    void aRunChangesRealServicesAndUndoRestoresEveryValueOfTheRegistry() throws Exception {
        wine.wine("sc", "start", "DwOne").expect(0);
        wine.wine("sc", "start", "DwTwo").expect(0);
        wine.wine("sc", "start", "Spooler").expect(0);
        awaitState("DwTwo", "RUNNING");
        awaitState("Spooler", "RUNNING");
        TreeMap<String, String> before = RegistryDump.services(wine);

        Path plan = wine.folder().resolve("plan.json");
        doorwarden("plan", "--disable", "DwOne", "DwTwo", "Spooler", "--out", WineSession.windowsPath(plan))
                .expect(0);
        JsonObject applied = doorwarden("apply", WineSession.windowsPath(plan), "--yes", "--json")
                .expect(0)
                .json();
        assertEquals("applied", applied.get("outcome").getAsString());
        assertEquals(6, applied.getAsJsonArray("changes").size());
        assertEquals("STOPPED", stateOf("DwOne"));
        assertEquals("STOPPED", stateOf("DwTwo"));
        assertEquals("STOPPED", stateOf("Spooler"));
        assertEquals("0x4", startOf("DwOne"));
        assertEquals("0x4", startOf("DwTwo"));
        assertEquals("0x4", startOf("Spooler"));
        List<String> changed = RegistryDump.differences(before, RegistryDump.services(wine));
        assertEquals(3, changed.size(), changed.toString());

        JsonObject undone = doorwarden("undo", applied.get("run").getAsString(), "--yes", "--json")
                .expect(0)
                .json();
        assertEquals("undone", undone.get("outcome").getAsString());
        assertEquals("RUNNING", stateOf("DwOne"));
        assertEquals("RUNNING", stateOf("DwTwo"));
        assertEquals("RUNNING", stateOf("Spooler"));
        assertEquals(List.of(), RegistryDump.differences(before, RegistryDump.services(wine)));
        wine.wine("sc", "stop", "DwTwo").expect(0);
        wine.wine("sc", "stop", "DwOne").expect(0);
        wine.wine("sc", "stop", "Spooler").expect(0);
    }

    @Test
    void saysWhyWindowsWouldNotLetAServiceBeChanged() throws Exception {
        wine.wine(
                        "reg",
                        "add",
                        "HKLM\\System\\CurrentControlSet\\Services\\WinDefend",
                        "/v",
                        "LaunchProtected",
                        "/t",
                        "REG_DWORD",
                        "/d",
                        "3",
                        "/f")
                .expect(0);
        Path policies = wine.driveC().resolve("windows/security/templates/policies");
        Files.createDirectories(policies);
        Files.write(
                policies.resolve("gpt00000.inf"),
                "\ufeff[Unicode]\r\nUnicode=yes\r\n[Service General Setting]\r\n\"ALG\",4,\"\"\r\n[Version]\r\n"
                        .getBytes(StandardCharsets.UTF_16LE));
        Map<String, JsonObject> read =
                byName(doorwarden("services", "--json").expect(0).json());
        assertEquals("policy", read.get("alg").get("notChangeableBecause").getAsString());
        assertEquals(
                "per-user", read.get("cdpusersvc").get("notChangeableBecause").getAsString());
        if (read.containsKey("windefend")) {
            assertEquals(
                    "protected",
                    read.get("windefend").get("notChangeableBecause").getAsString());
        }
        Answer refused =
                doorwarden("apply", "--disable", "ALG", "--yes", "--json").expect(3);
        assertEquals("refused", refused.json().get("outcome").getAsString());
        Files.delete(policies.resolve("gpt00000.inf"));
    }

    @Test
    void anInventoryTakenOnWindowsCanBeLookedAtElsewhere() throws Exception {
        Path inventory = wine.folder().resolve("inventory.json");
        doorwarden("inventory", "--out", WineSession.windowsPath(inventory)).expect(0);
        String there =
                doorwarden("assess", "--json").expect(0).json().get("services").toString();
        Process here = new ProcessBuilder(
                        program.resolve("bin/doorwarden").toString(),
                        "--server",
                        "file:" + inventory,
                        "assess",
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(here.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, here.waitFor());
        assertEquals(
                there,
                JsonParser.parseString(said).getAsJsonObject().get("services").toString());
    }

    @Test
    void aStateFolderThatOthersCanWriteToIsNotBelieved() throws Exception {
        Path open = Files.createDirectory(wine.folder().resolve("open-" + System.nanoTime()));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Answer refused = doorwarden(open, "apply", "--manual", "DwOne", "--disable", "DwTwo", "--yes");
        assertEquals(2, refused.code(), refused.out() + refused.err());
        assertTrue(refused.err().contains("no administrator"), refused.err());
        assertEquals("0x3", startOf("DwTwo"));
    }

    @Test
    void theCommandFileStartsTheProgram() throws Exception {
        Path script = wine.folder().resolve("start.cmd");
        String home = WineSession.windowsPath(Path.of(System.getProperty("doorwarden.windows.jre")));
        Files.writeString(
                script,
                "@set \"JAVA_HOME=" + home + "\"\r\n@call \""
                        + WineSession.windowsPath(program.resolve("bin/doorwarden.cmd")) + "\" --version\r\n");
        WineSession.Answer answer = wine.wine("cmd", "/c", WineSession.windowsPath(script));
        assertEquals(0, answer.code(), answer.out() + answer.err());
        assertTrue(answer.out().startsWith("Doorwarden 0."), answer.out());
    }

    @Test
    void wrongUseOnWindowsIsNamedToo() throws Exception {
        Answer unknown =
                doorwarden("apply", "--disable", "NoSuchService", "--yes").expect(2);
        assertTrue(unknown.err().contains("NoSuchService"));
        assertFalse(unknown.err().contains("\tat "));
    }

    private record Answer(int code, String out, String err) {

        Answer expect(int expected) {
            assertEquals(expected, code, () -> out + err);
            return this;
        }

        JsonObject json() {
            return JsonParser.parseString(out).getAsJsonObject();
        }
    }

    private Answer doorwarden(String... arguments) throws Exception {
        return doorwarden(state, arguments);
    }

    private Answer doorwarden(Path stateFolder, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 3];
        all[0] = "org.doorwarden.Main";
        all[1] = "--state";
        all[2] = WineSession.windowsPath(stateFolder);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        WineSession.Answer answer = wine.java(WineSession.windowsPath(program.resolve("lib")) + "\\*", all);
        return new Answer(answer.code(), answer.out(), answer.err());
    }

    private static Map<String, JsonObject> byName(JsonObject document) {
        Map<String, JsonObject> byName = new HashMap<>();
        for (String kind : List.of("services", "drivers")) {
            for (JsonElement each : document.getAsJsonArray(kind)) {
                JsonObject service = each.getAsJsonObject();
                byName.put(service.get("name").getAsString().toLowerCase(Locale.ROOT), service);
            }
        }
        return byName;
    }

    private static TreeSet<String> lower(JsonArray names) {
        TreeSet<String> lower = new TreeSet<>();
        names.forEach(name -> lower.add(name.getAsString().toLowerCase(Locale.ROOT)));
        return lower;
    }

    /** What reg.exe says of the dependencies of every service, in lower case. */
    private Map<String, List<String>> dependenciesInRegistry() throws Exception {
        String out = wine.wine("reg", "query", "HKLM\\System\\CurrentControlSet\\Services", "/s")
                .expect(0)
                .out();
        Pattern key = Pattern.compile("HKEY_LOCAL_MACHINE\\\\System\\\\CurrentControlSet\\\\Services\\\\([^\\\\]+)");
        Pattern value = Pattern.compile("\\s+DependOnService\\s+REG_MULTI_SZ\\s*(.*)");
        Map<String, List<String>> found = new HashMap<>();
        String name = "";
        for (String line : out.split("\n")) {
            Matcher isKey = key.matcher(line);
            Matcher isValue = value.matcher(line);
            if (line.startsWith("HKEY")) {
                name = isKey.matches() ? isKey.group(1).toLowerCase(Locale.ROOT) : "";
            } else if (isValue.matches() && !name.isEmpty() && !isValue.group(1).isBlank()) {
                found.put(
                        name,
                        List.of(isValue.group(1)
                                .toLowerCase(Locale.ROOT)
                                .strip()
                                .split("\\\\0")));
            }
        }
        return found;
    }

    private void awaitState(String service, String wanted) throws Exception {
        for (int i = 0; i < 50 && !stateOf(service).equals(wanted); i++) {
            Thread.sleep(100);
        }
        assertEquals(wanted, stateOf(service));
    }

    private String stateOf(String service) throws Exception {
        String out = wine.wine("sc", "query", service).expect(0).out();
        Matcher state = Pattern.compile("STATE\\s+: \\d+\\s+(\\w+)").matcher(out);
        assertTrue(state.find(), out);
        return state.group(1);
    }

    private String startOf(String service) throws Exception {
        String out = wine.wine("reg", "query", "HKLM\\System\\CurrentControlSet\\Services\\" + service, "/v", "Start")
                .expect(0)
                .out();
        Matcher start = Pattern.compile("Start\\s+REG_DWORD\\s+(0x\\d)").matcher(out);
        assertTrue(start.find(), out);
        return start.group(1);
    }
}
