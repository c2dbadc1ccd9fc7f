package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Product;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.Verdict;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.testing.VirtualPace;
import org.junit.jupiter.api.Test;

class AssessorTest {

    private static final Set<Verdict> CLOSED = Set.of(Verdict.DISABLE, Verdict.UNINSTALL);

    private final Catalogue catalogue = CatalogueReader.bundled();

    @Test
    void closesTheDoorsOfTheArticleOnAStaticSite() throws Exception {
        Assessment assessment = assess(article(), List.of("static-site"), List.of());
        for (String door : List.of(
                "SMTPSVC",
                "cisvc",
                "mnmsrvc",
                "SharedAccess",
                "TermService",
                "RemoteRegistry",
                "TlntSvr",
                "MSFTPSVC",
                "LanmanServer",
                "MSMQ")) {
            assertTrue(CLOSED.contains(verdict(assessment, door)), door);
        }
        for (String wall : List.of("W3SVC", "IISADMIN", "RpcSs", "EventLog", "SamSs", "ProtectedStorage", "NtLmSsp")) {
            assertEquals(Verdict.REQUIRED, verdict(assessment, wall), wall);
        }
    }

    @Test
    void aRoleOpensItsDoorAndWhatThatNeeds() throws Exception {
        Assessment assessment = assess(article(), List.of("ftp-publishing", "remote-administration"), List.of());
        assertEquals(Verdict.RESTRICT, verdict(assessment, "MSFTPSVC"));
        assertTrue(assessment.isNeeded(new ServiceName("MSFTPSVC")));
        assertEquals(Verdict.REQUIRED, verdict(assessment, "IISADMIN"));
        assertEquals(Verdict.RESTRICT, verdict(assessment, "LanmanServer"));
        assertEquals(Verdict.RESTRICT, verdict(assessment, "TermService"));
    }

    @Test
    void aProductNeedsItsServiceByWordOrByInstallation() throws Exception {
        Assessment byWord = assess(article(), List.of("static-site"), List.of("LANguard Security Event Log Monitor"));
        assertEquals(Verdict.REQUIRED, verdict(byWord, "MSMQ"));
        assertEquals(Verdict.REQUIRED, verdict(byWord, "LanmanServer"));
        Inventory plain = article();
        Inventory installed = new Inventory(
                plain.server(),
                plain.takenAt(),
                plain.services(),
                List.of(),
                List.of(new Product("GFI LANguard Security Event Log Monitor 3.0", "GFI", "3.0")),
                ServerTraits.UNKNOWN,
                List.of());
        assertEquals(Verdict.REQUIRED, verdict(assess(installed, List.of("static-site"), List.of()), "MSMQ"));
        assertEquals(Verdict.UNINSTALL, verdict(assess(plain, List.of("static-site"), List.of()), "MSMQ"));
    }

    @Test
    void everyVerdictHasReasonsAndClosingOnesHaveASource() throws Exception {
        for (ServiceAssessment each :
                assess(article(), List.of("static-site"), List.of()).services().values()) {
            assertFalse(each.reasons().isEmpty());
            if (each.verdict().closes()) {
                assertFalse(
                        each.reasons().get(0).sources().isEmpty(),
                        each.service().name().value());
            }
        }
    }

    @Test
    void nothingThatARequiredServiceNeedsIsEverClosedForAnyRoles() throws Exception {
        List<String> roles = List.copyOf(catalogue.roles().keySet());
        Inventory inventory = article();
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        for (int set = 1; set < 1 << roles.size(); set++) {
            int chosen = set;
            List<String> some = roles.stream()
                    .filter(role -> (chosen & 1 << roles.indexOf(role)) != 0)
                    .toList();
            Assessment assessment = assess(inventory, some, List.of());
            for (ServiceAssessment each : assessment.services().values()) {
                if (each.verdict() == Verdict.REQUIRED || each.needed()) {
                    for (ServiceName below : graph.everythingNeededBy(
                                    List.of(each.service().name()))
                            .keySet()) {
                        assessment
                                .find(below)
                                .ifPresent(needed -> assertFalse(
                                        needed.verdict().closes(),
                                        some + ": " + each.service().name() + " needs " + below));
                    }
                }
            }
        }
    }

    @Test
    void whatAnUnknownServiceNeedsIsNotClosedUnderIt() throws Exception {
        Inventory inventory = with(Service.named("AcmeAgent")
                .imagePath("\"C:\\Program Files\\Acme\\agent.exe\" -s")
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .dependsOn("MSMQ")
                .build());
        Assessment assessment = assess(inventory, List.of("static-site"), List.of());
        assertEquals(Verdict.UNKNOWN, verdict(assessment, "AcmeAgent"));
        assertEquals("reason.unknown.third.party", firstReason(assessment, "AcmeAgent"));
        assertEquals(Verdict.KEEP, verdict(assessment, "MSMQ"));
        assertEquals("reason.stays", firstReason(assessment, "MSMQ"));
        assertEquals(Verdict.KEEP, verdict(assessment, "LanmanServer"));
    }

    @Test
    void unknownServicesAreSaidToBeUnknown() throws Exception {
        Inventory inventory = with(Service.named("Mystery")
                .imagePath("%SystemRoot%\\System32\\svchost.exe -k netsvcs")
                .build());
        Assessment assessment = assess(inventory, List.of("static-site"), List.of());
        assertEquals("reason.unknown.shared.host", firstReason(assessment, "Mystery"));
        Assessment nowhere = assess(with(Service.named("Mystery").build()), List.of("static-site"), List.of());
        assertEquals("reason.unknown.nowhere", firstReason(nowhere, "Mystery"));
    }

    @Test
    void adviceFollowsTheVersionOfWindows() throws Exception {
        assertEquals(Verdict.DISABLE, verdict(on(article(), "5.0"), "TermService"));
        assertEquals(Verdict.RESTRICT, verdict(on(article(), "10.0"), "TermService"));
        assertEquals(Verdict.KEEP, verdict(on(article(), "6.1"), "Schedule"));
        // Where the version is not known, nobody is told to close what must stay on some Windows.
        assertEquals(Verdict.RESTRICT, verdict(on(article(), ""), "TermService"));
    }

    private Assessment on(Inventory inventory, String version) {
        ServerIdentity server = new ServerIdentity("x", "x", "x", WindowsVersion.parse(version));
        return assess(
                new Inventory(
                        server,
                        Instant.EPOCH,
                        inventory.services(),
                        List.of(),
                        List.of(),
                        ServerTraits.UNKNOWN,
                        List.of()),
                List.of("static-site"),
                List.of());
    }

    private static Inventory article() throws Exception {
        try (LabBackend lab = TrainingServers.of(
                new VirtualPace(), new LabDefinitions().find("iis5-2001").orElseThrow())) {
            return lab.read();
        }
    }

    private static Inventory with(Service... more) throws Exception {
        Inventory inventory = article();
        List<Service> services = new ArrayList<>(inventory.services().values());
        services.addAll(Arrays.asList(more));
        return new Inventory(
                inventory.server(),
                Instant.EPOCH,
                Inventory.byName(services),
                List.of(),
                List.of(),
                ServerTraits.UNKNOWN,
                List.of());
    }

    private Assessment assess(Inventory inventory, List<String> roleIds, List<String> productWords) {
        List<Role> roles =
                roleIds.stream().map(id -> catalogue.role(id).orElseThrow()).toList();
        List<KnownProduct> products = productWords.stream()
                .map(words -> catalogue.product(words).orElseThrow())
                .collect(Collectors.toList());
        return Assessor.assess(
                catalogue,
                inventory,
                DependencyGraph.of(inventory.services().values()),
                new Purpose(roles, false, products));
    }

    private static Verdict verdict(Assessment assessment, String name) {
        return assessment.find(new ServiceName(name)).orElseThrow().verdict();
    }

    private static String firstReason(Assessment assessment, String name) {
        Optional<ServiceAssessment> found = assessment.find(new ServiceName(name));
        return found.orElseThrow().reasons().get(0).text().key();
    }
}
