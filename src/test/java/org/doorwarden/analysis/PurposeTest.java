package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.Role;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Trait;
import org.doorwarden.testing.WrittenCatalogue;
import org.doorwarden.testing.WrittenServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the administrator says counts; what is not said is read from the server where it is a fact. */
class PurposeTest {

    private final Inventory everything = new WrittenServer()
            .runs("W3SVC")
            .runs("SMTPSVC")
            .feature("Web-Asp-Net45")
            .trait(Trait.VIRTUAL_MACHINE, "Somebody’s")
            .trait(Trait.DOMAIN_MEMBER, "example.com")
            .read();
    private Catalogue catalogue;

    @BeforeEach
    void read() throws DocumentException {
        catalogue = new WrittenCatalogue()
                .role("aspnet", "group: site, clues: [{feature: Web-Asp-Net45}]")
                .role("dynamic", "group: site, clues: [{running: W3SVC}]")
                .role("mail", "group: service, clues: [{running: SMTPSVC}]")
                .role("virtual", "group: surroundings, clues: [{trait: virtual-machine}]")
                .role("member", "group: surroundings, clues: [{trait: domain-member}]")
                .role("core", "group: surroundings, clues: [{trait: server-core}]")
                .read();
    }

    @Test
    void whereTheServerStandsIsAddedAsTheServerShowsIt() {
        Purpose purpose = said(false, "mail").withDetected(catalogue, everything);
        assertEquals(List.of("mail", "virtual", "member"), ids(purpose.roles()));
        assertEquals(List.of("virtual", "member"), detected(purpose));
    }

    @Test
    void nothingIsAddedToSurroundingsThatWereSaid() {
        Purpose purpose = said(false, "mail", "core").withDetected(catalogue, everything);
        assertEquals(List.of("mail", "core"), ids(purpose.roles()));
        assertEquals(List.of(), detected(purpose));
    }

    @Test
    void whereNoRoleWasSaidWhatIsInstalledForPagesIsAdded() {
        Purpose purpose = said(true, Catalogue.ASSUMED_ROLE).withDetected(catalogue, everything);
        // Not what merely runs, and no intentions.
        assertEquals(List.of("static-site", "aspnet", "virtual", "member"), ids(purpose.roles()));
        assertTrue(purpose.assumed());
        assertEquals(List.of("aspnet", "virtual", "member"), detected(purpose));
    }

    @Test
    void whatWasSaidIsNotDetectedOnceMore() {
        Purpose purpose = said(true, Catalogue.ASSUMED_ROLE, "aspnet").withDetected(catalogue, everything);
        assertEquals(List.of("static-site", "aspnet", "virtual", "member"), ids(purpose.roles()));
        assertEquals(List.of("virtual", "member"), detected(purpose));
    }

    @Test
    void aServerThatShowsNothingAddsNothing() {
        Purpose said = said(true, Catalogue.ASSUMED_ROLE);
        assertEquals(said, said.withDetected(catalogue, new WrittenServer().read()));
    }

    private Purpose said(boolean assumed, String... ids) {
        List<Role> roles =
                Arrays.stream(ids).map(id -> catalogue.role(id).orElseThrow()).toList();
        return new Purpose(roles, assumed, List.of());
    }

    private static List<String> ids(List<Role> roles) {
        return roles.stream().map(Role::id).toList();
    }

    private static List<String> detected(Purpose purpose) {
        return ids(purpose.detected().stream().map(RoleEvidence::role).toList());
    }
}
