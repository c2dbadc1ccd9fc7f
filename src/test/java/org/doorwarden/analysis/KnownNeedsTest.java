package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.doorwarden.analysis.KnownNeeds.KnownDependent;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Planner;
import org.doorwarden.testing.WrittenCatalogue;
import org.doorwarden.testing.WrittenServer;
import org.junit.jupiter.api.Test;

/** Dependencies that only the catalogue knows count when something is needed, and never when Windows stops something. */
class KnownNeedsTest {

    @Test
    void whatARoleNeedsThroughThemIsRequired() throws Exception {
        Catalogue catalogue = web().service("W3SVC", needs("WAS"))
                .service("WAS", needs("HTTP"))
                .service("HTTP")
                .service("CryptSvc")
                .service("Spooler")
                .read();
        Assessment assessment = assess(
                catalogue,
                new WrittenServer()
                        .runs("W3SVC")
                        .runs("WAS", "CryptSvc")
                        .runs("http")
                        .runs("CryptSvc")
                        .runs("Spooler")
                        .read());
        // Known, known again, declared below a known one.
        for (String needed : List.of("W3SVC", "WAS", "HTTP", "CryptSvc")) {
            assertEquals(Verdict.REQUIRED, verdict(assessment, needed), needed);
        }
        assertEquals(Verdict.DISABLE, verdict(assessment, "Spooler"));
        assertEquals(
                List.of("W3SVC > WAS > CryptSvc"),
                assessment
                        .find(new ServiceName("CryptSvc"))
                        .orElseThrow()
                        .reasons()
                        .get(0)
                        .text()
                        .arguments());
    }

    @Test
    void aCircleEnds() throws Exception {
        Catalogue catalogue = web().service("W3SVC", needs("A"))
                .service("A", needs("B"))
                .service("B", needs("W3SVC", "B"))
                .read();
        Assessment assessment = assess(
                catalogue,
                new WrittenServer().runs("W3SVC", "B").runs("A").runs("B", "A").read());
        for (String needed : List.of("W3SVC", "A", "B")) {
            assertEquals(Verdict.REQUIRED, verdict(assessment, needed), needed);
        }
    }

    @Test
    void whatStaysKeepsWhatItNeeds() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .service("Agent", "advice: {verdict: keep, because: 'Used.', sources: [book]}", needs("Spooler"))
                .service("Spooler")
                .read();
        assertEquals(
                Verdict.KEEP,
                verdict(
                        assess(
                                catalogue,
                                new WrittenServer()
                                        .runs("Agent")
                                        .runs("Spooler")
                                        .read()),
                        "Spooler"));
        assertEquals(
                Verdict.DISABLE,
                verdict(assess(catalogue, new WrittenServer().runs("Spooler").read()), "Spooler"));
    }

    @Test
    void tellsBothSidesAndLeavesOutWhatIsDeclaredOrNotThere() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .service("Agent", "alsoNamed: ['Agent$*']", needs("HTTP", "rpcss", "NotThere"))
                .read();
        KnownNeeds known = assess(
                        catalogue,
                        new WrittenServer()
                                .runs("Agent")
                                .runs("Agent$1", "RPCSS")
                                .runs("Http")
                                .runs("RpcSs")
                                .read())
                .knownNeeds();
        assertEquals(List.of("Http", "RpcSs"), names(known.of(new ServiceName("agent"))));
        assertEquals(List.of("Http"), names(known.of(new ServiceName("Agent$1"))));
        assertEquals(List.of(), known.of(new ServiceName("Http")));
        Set<String> onHttp = new HashSet<>();
        for (KnownDependent dependent : known.on(new ServiceName("HTTP"))) {
            onHttp.add(dependent.service().value());
            assertEquals("It asks.", dependent.requirement().because());
        }
        assertEquals(Set.of("Agent", "Agent$1"), onHttp);
        assertEquals(
                List.of("Agent"),
                known.on(new ServiceName("RpcSs")).stream()
                        .map(each -> each.service().value())
                        .toList());
        assertEquals(List.of(), known.on(new ServiceName("NotThere")));
    }

    @Test
    void whatIsDeclaredThroughOthersIsLeftOutToo() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .service("W3SVC", needs("ProtectedStorage", "NtLmSsp"))
                .read();
        KnownNeeds known = assess(
                        catalogue,
                        new WrittenServer()
                                .runs("W3SVC", "IISADMIN")
                                .runs("IISADMIN", "protectedstorage")
                                .runs("ProtectedStorage")
                                .runs("NtLmSsp")
                                .read())
                .knownNeeds();
        assertEquals(List.of("NtLmSsp"), names(known.of(new ServiceName("W3SVC"))));
        assertEquals(List.of(), known.on(new ServiceName("ProtectedStorage")));
    }

    @Test
    void windowsDoesNotStopAlongThem() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .service("Agent", "advice: {verdict: keep, because: 'Used.', sources: [book]}", needs("Spooler"))
                .service("Spooler")
                .read();
        Inventory inventory = new WrittenServer()
                .runs("Agent")
                .runs("Spooler")
                .runs("Fax", "Spooler")
                .read();
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        Assessment assessment = assess(catalogue, inventory);
        Plan plan = Planner.plan(
                catalogue,
                inventory,
                graph,
                assessment,
                List.of(new Choice(new ServiceName("Spooler"), Choice.Action.DISABLE, Choice.Origin.ADMINISTRATOR, "")),
                Instant.EPOCH);
        assertEquals(List.of(new ServiceName("Fax")), plan.impact().alsoStops());
        assertFalse(plan.changes().toString().contains("Agent"));
        // It runs on and fails later: that is told.
        assertEquals(List.of(new ServiceName("Agent")), plan.impact().mayFail());
    }

    /** Held against the plain way: follow every edge of both kinds until nothing new comes. */
    @Test
    void reachesExactlyWhatCanBeReached() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int count = 2 + random.nextInt(9);
            WrittenCatalogue written = new WrittenCatalogue();
            WrittenServer server = new WrittenServer();
            List<Set<String>> edges = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                List<String> declared = some(random, count);
                List<String> known = some(random, count);
                server.runs("S" + i, declared.toArray(String[]::new));
                written.service("S" + i, needs(known.toArray(String[]::new)));
                Set<String> both = new HashSet<>(declared);
                both.addAll(known);
                edges.add(both);
            }
            Inventory inventory = server.read();
            DependencyGraph graph = DependencyGraph.of(inventory.services().values());
            Set<String> expected = new HashSet<>();
            reach(edges, 0, expected);
            expected.add("S0");
            Set<String> found = new HashSet<>(List.of("S0"));
            assess(written.read(), inventory)
                    .knownNeeds()
                    .everythingNeededBy(graph, List.of(new ServiceName("S0")))
                    .keySet()
                    .forEach(name -> found.add(name.value()));
            assertEquals(expected, found, "seed " + seed);
        }
    }

    private static void reach(List<Set<String>> edges, int from, Set<String> reached) {
        for (String to : edges.get(from)) {
            if (reached.add(to)) {
                reach(edges, Integer.parseInt(to.substring(1)), reached);
            }
        }
    }

    private static List<String> some(SplittableRandom random, int count) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add("S" + random.nextInt(count));
        }
        return some;
    }

    /** A catalogue in which every web server needs W3SVC. */
    private static WrittenCatalogue web() {
        return new WrittenCatalogue().base("W3SVC");
    }

    private static String needs(String... services) {
        List<String> items = new ArrayList<>();
        for (String service : services) {
            items.add("{service: " + service + ", because: 'It asks.', source: book}");
        }
        return "needs: [" + String.join(",", items) + "]";
    }

    private static Assessment assess(Catalogue catalogue, Inventory inventory) throws DocumentException {
        assertTrue(catalogue.role(Catalogue.ASSUMED_ROLE).isPresent());
        return Assessor.assess(
                catalogue,
                inventory,
                DependencyGraph.of(inventory.services().values()),
                new Purpose(List.copyOf(catalogue.roles().values()), true, List.of()));
    }

    private static Verdict verdict(Assessment assessment, String name) {
        return assessment.find(new ServiceName(name)).orElseThrow().verdict();
    }

    private static List<String> names(List<Requirement> needs) {
        return needs.stream().map(need -> need.service().value()).toList();
    }
}
