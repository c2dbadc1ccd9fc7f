package org.doorwarden.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.doorwarden.Main;
import org.junit.jupiter.api.Test;

/** Which package may use which: the design's table, held against the classes as compiled. */
class DependencyTableTest {

    private static final String ROOT = "org.doorwarden.";
    private static final String GSON = "com.google.gson";
    private static final String JNA = "com.sun.jna";
    private static final String PICOCLI = "picocli";
    private static final String COMMONS = "org.apache.commons";
    private static final String JAVAFX = "javafx";
    private static final String LOGGING = "java.util.logging";
    private static final String STAX = "javax.xml.stream";
    private static final String STAX2 = "org.codehaus.stax2";
    private static final String WOODSTOX = "com.ctc.wstx";
    private static final String IPADDRESS = "inet.ipaddr";
    /** Allowed with everything below them; of our own packages each is named. */
    private static final Set<String> LIBRARIES =
            Set.of(GSON, JNA, PICOCLI, COMMONS, JAVAFX, LOGGING, STAX, STAX2, WOODSTOX, IPADDRESS);
    /** What every part of the wizard may use: all that the command line uses but journals and documents' insides. */
    private static final Set<String> WIZARD = Set.of(
            "model",
            "model.setting",
            "model.access",
            "restrict",
            "network",
            "catalogue",
            "analysis",
            "plan",
            "backend",
            "backend.lab",
            "apply",
            "report",
            "document",
            "text",
            "ui",
            "ui.shell",
            "ui.task",
            "ui.component",
            "ui.settings",
            "ui.server",
            "ui.reading",
            "ui.purpose",
            "ui.services",
            "ui.restrict",
            "ui.knowledge",
            "ui.catalogue",
            "ui.review",
            "ui.apply",
            "ui.result",
            "ui.history",
            JAVAFX);

    /** Every package may use itself and java.base; this says what else. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("text", Set.of(COMMONS)),
            entry("model", Set.of("model.access", "model.setting")),
            entry("model.setting", Set.of("model")),
            entry("model.access", Set.of("model", "model.setting")),
            entry("network", Set.of("model", "model.setting", "model.access", IPADDRESS)),
            entry("iis", Set.of("model", "model.setting", "model.access", "text", STAX, STAX2, WOODSTOX)),
            entry("restrict", Set.of("model", "model.setting", "model.access", "network", "iis")),
            entry("document", Set.of("model.setting", "model.access", "restrict", "model", "plan", "text", GSON)),
            entry("catalogue", Set.of("model", "document", "text")),
            entry("analysis", Set.of("model", "catalogue", "text")),
            entry(
                    "plan",
                    Set.of("model.setting", "model.access", "network", "restrict", "model", "catalogue", "analysis")),
            entry("backend", Set.of("model.setting", "model.access", "model", "text")),
            entry(
                    "backend.windows",
                    Set.of("model.setting", "model.access", "network", "iis", "backend", "model", "text", JNA)),
            entry(
                    "backend.lab",
                    Set.of(
                            "model.setting",
                            "model.access",
                            "network",
                            "iis",
                            "backend",
                            "model",
                            "analysis",
                            "document",
                            "text",
                            GSON)),
            entry("backend.file", Set.of("model.setting", "model.access", "backend", "model", "document")),
            entry("journal", Set.of("model.setting", "model.access", "model", "plan", "document", "text", GSON)),
            entry(
                    "apply",
                    Set.of(
                            "model.setting",
                            "model.access",
                            "restrict",
                            "model",
                            "analysis",
                            "plan",
                            "backend",
                            "journal",
                            "document",
                            "text")),
            entry(
                    "report",
                    Set.of(
                            "model.setting",
                            "model.access",
                            "restrict",
                            "network",
                            "model",
                            "catalogue",
                            "analysis",
                            "plan",
                            "apply",
                            "journal",
                            "document",
                            "text",
                            GSON)),
            entry(
                    "cli",
                    Set.of(
                            "model.setting",
                            "model.access",
                            "restrict",
                            "network",
                            "model",
                            "catalogue",
                            "analysis",
                            "plan",
                            "backend",
                            "backend.lab",
                            "journal",
                            "apply",
                            "report",
                            "document",
                            "text",
                            GSON,
                            PICOCLI,
                            COMMONS)),
            entry(
                    "app",
                    Set.of(
                            "model.setting",
                            "model.access",
                            "model",
                            "catalogue",
                            "backend",
                            "backend.lab",
                            "backend.file",
                            "backend.windows",
                            "journal",
                            "apply",
                            "cli",
                            "document",
                            "plan",
                            "text",
                            "ui",
                            "ui.settings",
                            "ui.shell",
                            "ui.task",
                            LOGGING,
                            JAVAFX)),
            entry("ui", WIZARD),
            entry("ui.shell", WIZARD),
            entry("ui.task", WIZARD),
            entry("ui.component", WIZARD),
            entry("ui.settings", WIZARD),
            entry("ui.server", WIZARD),
            entry("ui.reading", WIZARD),
            entry("ui.purpose", WIZARD),
            entry("ui.restrict", WIZARD),
            entry("ui.services", WIZARD),
            entry("ui.knowledge", WIZARD),
            entry("ui.catalogue", WIZARD),
            entry("ui.review", WIZARD),
            entry("ui.apply", WIZARD),
            entry("ui.result", WIZARD),
            entry("ui.history", WIZARD),
            entry("", Set.of("app")));

    /** The part of the wizard that is tested without a window: it may watch values, and knows nothing that is drawn. */
    private static final Pattern WITHOUT_TOOLKIT = Pattern.compile("org\\.doorwarden\\.ui\\.(?:task\\..+"
            + "|(?:.+\\.)?(?:\\w*ViewModel|WizardSession|StepModel|Action|DraftKeeper)(?:\\$.+)?)");

    private static final Pattern WATCHING = Pattern.compile("javafx\\.(?:beans|collections)\\..+");

    private static final Pattern EDGE = Pattern.compile("\\s+(org\\.doorwarden\\.\\S+)\\s+->\\s+(\\S+)\\s+(.*)");
    private static final Pattern CHANGE =
            Pattern.compile("backend/ServerBackend\\.(set|setStartType|requestStop|requestStart|requestPause):");

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() throws Exception {
        Set<String> violations = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (Matcher edge : edges()) {
            String from = packageOf(edge.group(1));
            String to = edge.group(2).startsWith(ROOT) ? packageOf(edge.group(2)) : edge.group(2);
            seen.add(from);
            boolean allowed = to.equals(from)
                    || MAY_USE.getOrDefault(from, Set.of()).stream().anyMatch(each -> matches(each, to, edge.group(2)))
                    || edge.group(3).strip().equals("java.base");
            if (!allowed) {
                violations.add(edge.group(1) + " -> " + edge.group(2));
            }
        }
        assertEquals(new TreeSet<>(MAY_USE.keySet()), seen, "the packages of the table and of the code");
        assertEquals(Set.of(), violations);
    }

    @Test
    void whatTheWizardThinksKnowsNoToolkit() throws Exception {
        Set<String> thinkers = new TreeSet<>();
        Set<String> violations = new TreeSet<>();
        for (Matcher edge : edges()) {
            if (WITHOUT_TOOLKIT.matcher(edge.group(1)).matches()) {
                thinkers.add(edge.group(1));
                if (edge.group(2).startsWith(JAVAFX + ".")
                        && !WATCHING.matcher(edge.group(2)).matches()) {
                    violations.add(edge.group(1) + " -> " + edge.group(2));
                }
            }
        }
        assertTrue(
                thinkers.containsAll(Set.of(
                        "org.doorwarden.ui.server.ServerViewModel",
                        "org.doorwarden.ui.server.ServerViewModel$Opened",
                        "org.doorwarden.ui.shell.WizardSession",
                        "org.doorwarden.ui.task.Relay")),
                thinkers.toString());
        assertEquals(Set.of(), violations);
    }

    @Test
    void onlyApplyChangesAServer() throws Exception {
        List<String> offenders = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes())) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".class"))::iterator) {
                String name = classes().relativize(file).toString().replace('\\', '/');
                if (name.startsWith("org/doorwarden/apply/")) {
                    continue;
                }
                if (CHANGE.matcher(run("javap", "-c", "-p", file.toString())).find()) {
                    offenders.add(name);
                }
            }
        }
        assertEquals(List.of(), offenders);
    }

    @Test
    void whatTheTestLooksForIsThere() throws Exception {
        String executor =
                classes().resolve("org/doorwarden/apply/ChangeExecutor.class").toString();
        assertTrue(CHANGE.matcher(run("javap", "-c", "-p", executor)).find());
    }

    /** Which class uses which; the groups are the user, the used, and the module or file it is in. */
    private static List<Matcher> edges() throws Exception {
        List<Matcher> edges = new ArrayList<>();
        String uses = run(
                "jdeps", "-verbose:class", "--ignore-missing-deps", classes().toString());
        for (String line : uses.split("\\R")) {
            Matcher edge = EDGE.matcher(line);
            if (edge.matches()) {
                edges.add(edge);
            }
        }
        return edges;
    }

    private static boolean matches(String allowed, String toPackage, String toClass) {
        return allowed.equals(toPackage) || LIBRARIES.contains(allowed) && toClass.startsWith(allowed + ".");
    }

    private static String packageOf(String className) {
        String inside = className.substring(ROOT.length());
        int end = inside.lastIndexOf('.');
        return end < 0 ? "" : inside.substring(0, end);
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String run(String tool, String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                ToolProvider.findFirst(tool).orElseThrow().run(new PrintWriter(out), new PrintWriter(err), arguments);
        assertEquals(0, code, () -> tool + " " + Arrays.toString(arguments) + " " + err);
        return out.toString();
    }
}
