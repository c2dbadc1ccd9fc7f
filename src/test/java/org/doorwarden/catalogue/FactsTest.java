package org.doorwarden.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.model.WindowsVersion;
import org.junit.jupiter.api.Test;

/** The catalogue beside the tables of facts: it covers them, and contradicts them nowhere but where the reason is written. */
class FactsTest {

    private static final WindowsVersion WINDOWS_2000 = new WindowsVersion(5, 0);
    private static final WindowsVersion SERVER_2003 = new WindowsVersion(5, 2);
    private static final WindowsVersion SERVER_2016 = new WindowsVersion(10, 0);
    private static final List<WindowsVersion> SINCE_2008 = List.of(
            new WindowsVersion(6, 0),
            new WindowsVersion(6, 1),
            new WindowsVersion(6, 2),
            new WindowsVersion(6, 3),
            SERVER_2016);
    private static final String GUIDANCE = "ms-guidance-services.csv";
    private static final String TABLE_2000 = "services-win2000.csv";
    private static final String TABLE_2003 = "services-win2003.csv";

    /** Rows whose start type is wrong, and what Microsoft says elsewhere: on Server 2003 it is there and runs. */
    private static final Set<String> WRONG_START_TYPE = Set.of("NtLmSsp");

    private final Catalogue catalogue = CatalogueReader.bundled();
    private final Set<String> contradictions = new TreeSet<>();

    @Test
    void everyServiceOfTheTablesIsExplained() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (String table : List.of(GUIDANCE, TABLE_2000, TABLE_2003, "dependencies-modern.csv")) {
            for (Map<String, String> row : FactsTable.read(table)) {
                boolean driver = row.getOrDefault("service_type", "").contains("driver");
                if (!driver
                        && catalogue
                                .find(new ServiceName(row.get("service_name")))
                                .isEmpty()) {
                    unknown.add(row.get("service_name"));
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void contradictsNoGuideWithoutAReviewedReason() throws IOException {
        for (Map<String, String> row : FactsTable.read(GUIDANCE)) {
            ServiceKnowledge known = find(row);
            switch (row.get("recommendation")) {
                case "Do not disable" -> {
                    hold(GUIDANCE, known, "do not disable", verdict(known, SERVER_2016), false);
                    known.guidance()
                            .byRole()
                            .values()
                            .forEach(advice -> hold(GUIDANCE, known, "do not disable", advice.verdict(), false));
                }
                case "Should be disabled" ->
                    hold(GUIDANCE, known, "should be disabled", verdict(known, SERVER_2016), true);
                default -> {}
            }
        }
        for (Map<String, String> row : FactsTable.read(TABLE_2000)) {
            String position = row.get("ms_member_server_baseline");
            hold(TABLE_2000, row, position.endsWith("IIS") ? "Automatic" : position, WINDOWS_2000);
        }
        for (Map<String, String> row : FactsTable.read(TABLE_2003)) {
            String webServer = row.get("iis_role_increment");
            hold(TABLE_2003, row, webServer.isEmpty() ? row.get("baseline_enterprise_client") : webServer, SERVER_2003);
        }
        Set<String> reviewed = new TreeSet<>();
        for (Map<String, String> row : FactsTable.read("contradictions.csv")) {
            assertTrue(row.get("reason").length() >= 15, row.toString());
            reviewed.add(line(row.get("table"), row.get("service"), row.get("position"), row.get("verdict")));
        }
        assertEquals(reviewed, contradictions);
    }

    @Test
    void neverClosesWhatAServerCannotLose() throws IOException {
        Set<String> closed = new TreeSet<>();
        int held = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/facts/never-closed.txt"))) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            ServiceKnowledge known = catalogue.find(new ServiceName(line)).orElseThrow(() -> new AssertionError(line));
            for (WindowsVersion version : SINCE_2008) {
                if (verdict(known, version).closes()) {
                    closed.add(line + " on " + version);
                }
            }
            known.guidance().byRole().forEach((role, advice) -> {
                if (advice.verdict().closes()) {
                    closed.add(line + " for " + role);
                }
            });
            held++;
        }
        assertEquals(Set.of(), closed);
        assertTrue(held > 100, "services held: " + held);
    }

    @Test
    void closesOnCurrentServersWhatServerBenchmarksClose() throws IOException {
        Set<String> open = new TreeSet<>();
        for (Map<String, String> row : FactsTable.read("baseline-positions.csv")) {
            boolean closes = row.get("position").equals("Disabled")
                    || row.get("position").contains("must not be installed");
            if (row.get("applies_to").startsWith("Windows Server") && closes) {
                catalogue
                        .find(new ServiceName(row.get("service_name")))
                        .filter(known -> !verdict(known, SERVER_2016).closes())
                        .ifPresent(known -> open.add(known.name().value()));
            }
        }
        assertEquals(Set.of(), open);
    }

    @Test
    void tellsTheStartTypesOfTheTables() throws IOException {
        Set<String> different = new TreeSet<>();
        for (Map<String, String> row : FactsTable.read(GUIDANCE)) {
            compare(different, row, WindowsRelease.SERVER_2016, row.get("default_start_type"));
        }
        for (Map<String, String> row : FactsTable.read(TABLE_2000)) {
            compare(different, row, WindowsRelease.SERVER_2000, row.get("default_start_type"));
        }
        for (Map<String, String> row : FactsTable.read(TABLE_2003)) {
            if (WRONG_START_TYPE.contains(row.get("service_name"))) {
                continue;
            }
            compare(different, row, WindowsRelease.SERVER_2003, row.get("member_server_default"));
        }
        assertEquals(Set.of(), different);
    }

    @Test
    void callsHiddenOnlyWhatTheRegistryDoesNotDeclare() throws IOException {
        Map<ServiceName, Set<ServiceName>> declared = new HashMap<>();
        Set<ServiceName> declaredSomewhere = new HashSet<>();
        for (Map<String, String> row : FactsTable.read("dependencies-modern.csv")) {
            Set<ServiceName> needed = names(row.get("depends_on"));
            declared.put(new ServiceName(row.get("service_name")), needed);
            declaredSomewhere.addAll(needed);
            for (String release : row.get("different_dependencies_in").split(" \\| ")) {
                declaredSomewhere.addAll(names(release.substring(release.indexOf(':') + 1)));
            }
        }
        Set<String> wrong = new TreeSet<>();
        int hidden = 0;
        for (ServiceKnowledge known : catalogue.services()) {
            for (Requirement need : known.needs()) {
                boolean explained = declaredSomewhere.contains(need.service())
                        || catalogue.find(need.service()).isPresent();
                boolean shown = declared.getOrDefault(known.name(), Set.of()).contains(need.service());
                if (!explained || shown || need.service().equals(known.name())) {
                    wrong.add(known.name() + " > " + need.service());
                }
                hidden++;
            }
        }
        assertEquals(Set.of(), wrong);
        assertTrue(hidden > 40, "hidden dependencies: " + hidden);
    }

    @Test
    void showsAFlawOnlyForTheServiceItBelongsTo() throws IOException {
        Map<ServiceName, Set<String>> verified = new HashMap<>();
        String text = Files.readString(
                Path.of("src/test/resources/facts/service-vulnerabilities.json"), StandardCharsets.UTF_8);
        for (JsonElement service :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("services")) {
            Set<String> ids = verified.computeIfAbsent(
                    new ServiceName(service.getAsJsonObject().get("service").getAsString()), name -> new HashSet<>());
            for (JsonElement flaw : service.getAsJsonObject().getAsJsonArray("vulnerabilities")) {
                ids.add(id(flaw.getAsJsonObject(), "cve"));
                ids.add(id(flaw.getAsJsonObject(), "bulletin"));
            }
        }
        int shown = 0;
        for (ServiceKnowledge known : catalogue.services()) {
            for (Vulnerability flaw : known.vulnerabilities()) {
                String id = flaw.cve().or(flaw::bulletin).orElseThrow();
                assertTrue(verified.getOrDefault(known.name(), Set.of()).contains(id), known.name() + " " + id);
                shown++;
            }
        }
        assertTrue(shown > 150, "flaws shown: " + shown);
    }

    private static Set<ServiceName> names(String list) {
        Set<ServiceName> names = new HashSet<>();
        for (String name : list.split(";")) {
            if (!name.isBlank()) {
                names.add(new ServiceName(name.strip()));
            }
        }
        return names;
    }

    private static String id(JsonObject flaw, String field) {
        return flaw.has(field) && !flaw.get(field).isJsonNull()
                ? flaw.get(field).getAsString()
                : "";
    }

    private ServiceKnowledge find(Map<String, String> row) {
        return catalogue.find(new ServiceName(row.get("service_name"))).orElseThrow();
    }

    private static Verdict verdict(ServiceKnowledge known, WindowsVersion version) {
        return known.guidance().on(Optional.of(version)).verdict();
    }

    private void hold(String table, Map<String, String> row, String position, WindowsVersion version) {
        if (!position.isEmpty()) {
            boolean closes = position.startsWith("Disabled");
            ServiceKnowledge known = find(row);
            hold(table, known, closes ? "disabled" : "automatic", verdict(known, version), closes);
        }
    }

    private void hold(String table, ServiceKnowledge known, String position, Verdict ours, boolean closes) {
        if (ours.closes() != closes) {
            contradictions.add(line(table, known.name().value(), position, ours.id()));
        }
    }

    private static String line(String table, String service, String position, String verdict) {
        return String.join(", ", table, service, position, verdict);
    }

    private void compare(Set<String> different, Map<String, String> row, WindowsRelease release, String said) {
        DefaultStart start = find(row).startTypes().get(release);
        String expected = said.startsWith("Not installed") ? "absent" : said.split("[ /]")[0].toLowerCase(Locale.ROOT);
        if (start == null || !start.id().equals(expected)) {
            different.add(row.get("service_name") + ": " + said + ", not " + start);
        }
    }
}
