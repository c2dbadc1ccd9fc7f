package org.doorwarden.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.ServiceName;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types finds what the person means. */
class CatalogueSearchTest {

    private static final Catalogue OURS = CatalogueReader.bundled();

    private final CatalogueSearch search = new CatalogueSearch(OURS);

    @ParameterizedTest
    @CsvSource({
        "TlntSvr, TlntSvr",
        "tlntsvr, TlntSvr",
        "TLNTSVR, TlntSvr",
        "'  TlntSvr ', TlntSvr",
        "Telnet, TlntSvr",
        "World Wide Web Publishing Service, W3SVC",
        "world wide web publishing service, W3SVC",
        "MSSQL$SQLEXPRESS, MSSQLSERVER",
        "mssql$anything at all, MSSQLSERVER",
        "Tomcat9, Tomcat9",
        "Tomcat10, Tomcat9",
        "WpnUserService_3f2a1, WpnUserService",
    })
    void aNameFindsItsOneEntry(String words, String name) {
        assertEquals(List.of(name), names(search.named(words)));
    }

    @ParameterizedTest
    @CsvSource({
        "445, 445",
        "tcp/445, 445",
        "445/tcp, 445",
        "TCP 445, 445",
        "tcp:445, 445",
        "udp 161, 161",
        "161 UDP, 161",
        "port 80, 80",
        "tcp port 80, 80",
        "port tcp/80, 80",
        "what is on 445?, 445",
        "'What''s listening on port 3389?', 3389",
        "What’s listening on port 3389 ?, 3389",
        "whats on 3389, 3389",
        "which services listens on udp/161, 161",
        "'  what   is  on\tthe port  53  ?  ', 53",
        "1, 1",
        "65535, 65535",
        "00080, 80",
    })
    void aPortIsMeant(String words, int port) {
        assertEquals(OptionalInt.of(port), CatalogueSearch.port(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "00000",
                "65536",
                "99999",
                "99999999",
                "99999999999999999999",
                "-80",
                "8 0",
                "80.5",
                "tcp",
                "port",
                "what is on?",
                "Tomcat9",
                "MySQL80",
                "W3SVC",
                "MSSQL$2019",
                "445 and 139",
                "٤٤٥",
            })
    void noPortIsMeant(String words) {
        assertEquals(OptionalInt.empty(), CatalogueSearch.port(words));
    }

    @Test
    void aPortFindsWhatListensThereByItsProtocol() {
        CatalogueSearch small = new CatalogueSearch(read(new WrittenCatalogue()
                .service("Both", "ports: [{protocol: tcp, port: 53}, {protocol: udp, port: 53}]")
                .service("Tcp", "ports: [{protocol: tcp, port: 53}, {protocol: udp, port: 1}]")
                .service("Udp", "ports: [{protocol: udp, port: 53}]")
                .service("None")));
        assertEquals(List.of("Both", "Tcp", "Udp"), names(small.named("53")));
        assertEquals(List.of("Both", "Tcp"), names(small.named("53/TCP")));
        assertEquals(List.of("Both", "Udp"), names(small.named("what is on udp 53?")));
        assertEquals(List.of("Tcp"), names(small.named("1")));
        assertEquals(List.of(), small.named("1/tcp"));
        assertEquals(List.of(), small.named("54"));
        assertEquals(List.of("Both", "Tcp", "Udp"), names(small.matching("port 53")));
    }

    @Test
    void whereSeveralBeginningsFitTheLongestWins() {
        Catalogue small = read(new WrittenCatalogue()
                .service("Short", "alsoNamed: ['ab*']")
                .service("Longer", "alsoNamed: ['ABcd*']")
                .service("Longest", "alsoNamed: ['abcdef*', 'Exact']")
                .service("Neighbour", "alsoNamed: ['abcx*', 'abce*']")
                .service("abcdefg"));
        assertEquals("Short", found(small, "abz"));
        assertEquals("Short", found(small, "ABC"));
        assertEquals("Short", found(small, "ab"));
        assertEquals("Longer", found(small, "abcdz"));
        assertEquals("Longest", found(small, "ABCDEFz"));
        assertEquals("abcdefg", found(small, "AbcdefG"));
        assertEquals("Longest", found(small, "exact"));
        assertEquals("Neighbour", found(small, "abcx"));
        assertTrue(small.find(new ServiceName("a")).isEmpty());
        assertTrue(small.find(new ServiceName("zab")).isEmpty());
    }

    /** Held against the plain way: look at every beginning there is. */
    @Test
    void theLongestBeginningIsFoundAmongAny() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WrittenCatalogue written = new WrittenCatalogue();
            Map<String, String> beginnings = new TreeMap<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                String beginning = word(random, 2 + random.nextInt(5));
                if (beginnings.putIfAbsent(beginning, "Service " + i) == null) {
                    written.service("Service " + i, "alsoNamed: ['" + beginning + "*']");
                }
            }
            Catalogue small = read(written);
            for (int i = 0; i < 50; i++) {
                String name = word(random, 1 + random.nextInt(8));
                String expected = beginnings.keySet().stream()
                        .filter(name::startsWith)
                        .max(Comparator.comparingInt(String::length))
                        .map(beginnings::get)
                        .orElse("");
                assertEquals(
                        expected,
                        small.find(new ServiceName(name))
                                .map(known -> known.name().value())
                                .orElse(""),
                        seed + " " + name);
            }
        }
    }

    @Test
    void displayNamesThatSeveralHaveFindThemAll() {
        CatalogueSearch small = new CatalogueSearch(read(new WrittenCatalogue()
                .service("One", "displayName: 'Acme Agent'")
                .service("Two", "displayName: 'ACME Agent'")
                .service("Three", "displayName: 'Acme Agent Helper'")));
        assertEquals(List.of("One", "Two"), names(small.named("acme agent")));
    }

    @ParameterizedTest
    @CsvSource({
        "TlntSv, TlntSvr",
        "Telnt, Telnet",
        "Spoler, Spooler",
        "Lanmansever, LanmanServer",
        "Remote Registri, RemoteRegistry",
    })
    void aSlipIsUnderstood(String typed, String meant) {
        assertEquals(List.of(), search.named(typed));
        List<String> suggested = search.suggestions(typed);
        assertTrue(suggested.contains(meant), suggested.toString());
        assertTrue(suggested.size() <= 5);
        assertTrue(names(search.matching(typed))
                .contains(search.named(meant).get(0).name().value()));
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2008-4250, LanmanServer",
        "cve-2008-4250, LanmanServer",
        "MS08-067, LanmanServer",
        "conficker, LanmanServer",
        "WannaCry, LanmanServer",
        "Code Red, cisvc",
        "eternalblue, LanmanServer",
        "BlueKeep, TermService",
    })
    void aFlawFindsTheServicesThatHadIt(String words, String name) {
        List<String> found = names(search.named(words));
        assertTrue(found.contains(name), found.toString());
        for (ServiceKnowledge each : search.named(words)) {
            assertTrue(
                    each.vulnerabilities().toString().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)),
                    each.name().value());
        }
        String part = words.substring(0, words.length() - 1);
        assertEquals(List.of(), search.named(part));
        assertTrue(names(search.matching(part)).contains(name), part);
    }

    @Test
    void wordsInANameComeBeforeWordsInAPurpose() {
        CatalogueSearch small = new CatalogueSearch(read(new WrittenCatalogue()
                .service("A", "purpose: 'It keeps a cache.'")
                .service("B", "publisher: 'Cache Inc'")
                .service("C", "displayName: 'The cache'")
                .service("D", "displayName: 'Cache of pages'")
                .service("Cache", "displayName: 'E'")
                .service("F", "alsoNamed: ['AcmeCache$*']")
                .service("G")));
        assertEquals(List.of("Cache", "D", "C", "F", "B", "A"), names(small.matching("CACHE")));
        assertEquals(7, small.matching(" ").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "$*[](){}\\^", "*", "\ud83d", "İıſK", "日本語", "'", "%s{0}", "\u202e"})
    void strangeTextFindsNothingAndBreaksNothing(String words) {
        assertEquals(List.of(), search.named(words));
        assertEquals(OptionalInt.empty(), CatalogueSearch.port(words));
        assertFalse(search.matching(words).size() == OURS.services().size());
    }

    @Test
    void hugeTextIsAnsweredAtOnce() {
        for (String piece :
                List.of("x", "9", " ", "'", "what ", "what  is\t on   the  port ", "tcp/", "what's", "ab*")) {
            String huge = "t" + piece.repeat(1_000_000 / piece.length());
            String question = huge.substring(1) + "\u0001";
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                assertEquals(List.of(), search.named(huge));
                assertEquals(List.of(), search.named(question));
                assertEquals(List.of(), search.suggestions(question));
                assertEquals(List.of(), search.matching(question));
            });
        }
        assertEquals(OptionalInt.of(25), CatalogueSearch.port("what is on the port ".repeat(15) + "25"));
    }

    @Test
    void whatIsOnlyCalledSimilarIsKnownToBeAGuess() {
        CatalogueSearch.Matches guess = search.find("Telent");
        assertTrue(guess.guessed());
        assertEquals("TlntSvr", guess.services().get(0).name().value());
        assertFalse(search.find("telnet").guessed());
        assertFalse(search.find("").guessed());
    }

    @Test
    void aProductLeadsToTheServicesItCannotDoWithout() {
        assertTrue(names(search.matching("docker desk")).contains("LanmanServer"));
        assertEquals("LanmanServer", search.matching("server").get(0).name().value(), "a name counts for more");
    }

    @Test
    void wordsNeedNotStandTogether() {
        assertTrue(names(search.matching("scheduler task")).contains("Schedule"));
        assertTrue(search.find("zebra scheduler").guessed());
    }

    private static String word(SplittableRandom random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("ab".charAt(random.nextInt(2)));
        }
        return word.toString();
    }

    private static String found(Catalogue catalogue, String name) {
        return catalogue.find(new ServiceName(name)).orElseThrow().name().value();
    }

    private static Catalogue read(WrittenCatalogue written) {
        try {
            return written.read();
        } catch (DocumentException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static List<String> names(List<ServiceKnowledge> found) {
        return found.stream().map(each -> each.name().value()).toList();
    }
}
