package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.catalogue.Clue;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.Trait;
import org.doorwarden.testing.WrittenCatalogue;
import org.doorwarden.testing.WrittenServer;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server shows of its roles, and what that is told from. */
class RoleEvidenceTest {

    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    @Test
    void eachKindOfClueSpeaksForItsRole() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .role("mail", "clues: [{running: SMTPSVC}]")
                .role("asp", "clues: [{feature: 'Web-Asp-Net45'}]")
                .role("shop", "clues: [{program: 'Acme SHOP'}]")
                .role("virtual", "clues: [{trait: virtual-machine}]")
                .role("core", "clues: [{trait: server-core}]")
                .role("several", "clues: [{running: None}, {running: SMTPSVC}, {trait: server-core}]")
                .role("none", "clues: [{running: None}, {feature: None}, {program: other}, {trait: standalone}]")
                .role("silent")
                .read();
        List<RoleEvidence> found = RoleEvidence.findAll(
                catalogue,
                new WrittenServer()
                        .runs("smtpsvc")
                        .feature("WEB-ASP-NET45")
                        .product("ACME Shop 3")
                        .trait(Trait.VIRTUAL_MACHINE, "Somebody’s")
                        .trait(Trait.SERVER_CORE, "")
                        .read());
        assertEquals(
                List.of(
                        "mail: The smtpsvc runs",
                        "asp: component Web-Asp-Net45 is installed",
                        "shop: ACME Shop 3 is installed",
                        "virtual: virtual machine: Somebody’s",
                        "core: installed without a desktop",
                        "several: The smtpsvc runs; installed without a desktop"),
                said(found));
        assertEquals(
                List.of(false, true, true, true, true, true),
                found.stream().map(RoleEvidence::installed).toList());
        assertEquals(List.of(), RoleEvidence.findAll(catalogue, new WrittenServer().read()));
    }

    @Test
    void whatIsThereButDoesNotRunSaysNothing() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .role("mail", "clues: [{running: SMTPSVC}]")
                .read();
        assertEquals(
                List.of(),
                RoleEvidence.findAll(
                        catalogue, new WrittenServer().stopped("SMTPSVC").read()));
        WrittenServer paused = new WrittenServer()
                .service(Service.named("SMTPSVC").state(ServiceState.PAUSED).build());
        assertEquals(1, RoleEvidence.findAll(catalogue, paused.read()).size());
    }

    @ParameterizedTest
    @CsvSource({"5.0, true", "5.2, true", "6.0, false", "10.0, false", "'', false"})
    void aClueMayCountOnlyUntilAVersion(String version, boolean counts) throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .role("mail", "clues: [{running: SMTPSVC, until: '5.2'}]")
                .role("always", "clues: [{running: SMTPSVC}]")
                .read();
        List<String> found =
                RoleEvidence.findAll(
                                catalogue,
                                new WrittenServer().on(version).runs("SMTPSVC").read())
                        .stream()
                        .map(each -> each.role().id())
                        .toList();
        assertEquals(counts ? List.of("mail", "always") : List.of("always"), found);
    }

    @Test
    void anInstanceSpeaksAsItsServiceDoes() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .role("database", "clues: [{running: MSSQLSERVER}]")
                .service("MSSQLSERVER", "alsoNamed: ['MSSQL$*', 'SQLInstance$*']")
                .read();
        assertEquals(
                List.of("database: The MSSQL$SHOP runs"),
                said(RoleEvidence.findAll(
                        catalogue, new WrittenServer().runs("MSSQL$SHOP").read())));
        // The service itself is named rather than an instance beside it.
        assertEquals(
                List.of("database: The MSSQLSERVER runs"),
                said(RoleEvidence.findAll(
                        catalogue,
                        new WrittenServer()
                                .runs("MSSQL$SHOP")
                                .runs("MSSQLSERVER")
                                .runs("SQLInstance$BLOG")
                                .read())));
        assertEquals(
                List.of(),
                RoleEvidence.findAll(
                        catalogue,
                        new WrittenServer()
                                .stopped("MSSQL$SHOP")
                                .runs("MSSQLFDLauncher")
                                .read()));
    }

    @Test
    void sitesAreNamedForRolesOfSites() throws Exception {
        Catalogue catalogue = new WrittenCatalogue()
                .role("web", "group: site, clues: [{running: W3SVC}]")
                .role("mail", "group: service, clues: [{running: W3SVC}]")
                .read();
        WrittenServer server = new WrittenServer().runs("W3SVC");
        assertEquals(List.of("web: The W3SVC runs", "mail: The W3SVC runs"), said(catalogue, server));
        server.site("Default Web Site");
        assertEquals(
                "web: The W3SVC runs; one site in IIS: Default Web Site",
                said(catalogue, server).get(0));
        assertEquals("mail: The W3SVC runs", said(catalogue, server).get(1));
        server.site("Shop").site("Blog");
        assertEquals(
                "web: The W3SVC runs; 3 sites in IIS: Default Web Site, Shop, Blog",
                said(catalogue, server).get(0));
        server.site("Intranet");
        assertEquals(
                "web: The W3SVC runs; 4 sites in IIS: Default Web Site, Shop, Blog, ...",
                said(catalogue, server).get(0));
        // Sites alone are no clue.
        assertEquals(List.of(), said(catalogue, new WrittenServer().site("Shop")));
    }

    @Test
    void ourOwnCluesNameOnlyWhatThereIs() {
        Catalogue ours = CatalogueReader.bundled();
        ours.roles()
                .values()
                .forEach(role -> role.clues().forEach(clue -> {
                    if (clue instanceof Clue.Running running) {
                        assertTrue(ours.find(running.service()).isPresent(), role.id() + " " + running);
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft .NET 8.0.1 - Windows Server Hosting, aspnet-site",
        "Microsoft .NET Core 3.1.5 - Windows Server Hosting, aspnet-site",
        "PHP Manager 1.5 for IIS 10, dynamic-site",
        "SQL Server 2019 Database Engine Services, local-database",
        "MySQL Server 8.0, local-database",
        "MongoDB 7.0.2 2008R2Plus SSL (64 bit), local-database",
        "Microsoft ODBC Driver 17 for SQL Server, ''",
        "MongoDB Compass, ''",
        "PhpStorm 2021.1, ''",
        "Microsoft .NET Framework 4.8, ''",
    })
    void ourRolesAreToldFromInstalledPrograms(String program, String role) throws Exception {
        List<RoleEvidence> found = RoleEvidence.findAll(
                CatalogueReader.bundled(), new WrittenServer().product(program).read());
        assertEquals(role.isEmpty() ? List.of() : List.of(role + ": " + program + " is installed"), said(found));
        assertTrue(found.stream().allMatch(RoleEvidence::installed));
    }

    private static List<String> said(Catalogue catalogue, WrittenServer server) throws DocumentException {
        return said(RoleEvidence.findAll(catalogue, server.read()));
    }

    private static List<String> said(List<RoleEvidence> found) {
        return found.stream()
                .map(each -> each.role().id() + ": "
                        + each.found().stream().map(ENGLISH::say).collect(Collectors.joining("; ")))
                .toList();
    }
}
