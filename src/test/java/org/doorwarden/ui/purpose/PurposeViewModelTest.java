package org.doorwarden.ui.purpose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Product;
import org.doorwarden.model.ServiceName;
import org.doorwarden.ui.EarlierRuns;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.Walk;
import org.doorwarden.ui.purpose.ProductChoice.ProductItem;
import org.doorwarden.ui.purpose.PurposeViewModel.RoleItem;
import org.doorwarden.ui.shell.StepId;
import org.junit.jupiter.api.Test;

class PurposeViewModelTest {

    private final LabWorkplace workplace = new LabWorkplace();
    private final Walk walk = new Walk(workplace);

    @Test
    void whatRunsIsTickedAndSaysWhy() {
        walk.perform("read-server");
        assertEquals(
                Set.of(
                        "static-site",
                        "dynamic-site",
                        "ftp-publishing",
                        "mail-sending",
                        "search-indexing",
                        "standalone",
                        "physical-machine"),
                Set.copyOf(walk.session.roles()));
        assertTrue(role("ftp-publishing").evidence().contains("FTP Publishing Service"));
        assertEquals("", role("remote-administration").evidence());
    }

    @Test
    void whatDoesNotRunIsNotTicked() throws Exception {
        EarlierRuns.apply(workplace, "MSFTPSVC");
        walk.perform("read-server");
        assertFalse(walk.session.roles().contains("ftp-publishing"));
        assertTrue(walk.session.roles().contains("mail-sending"));
    }

    @Test
    void aRoleThatIsTickedCounts() {
        walk.perform("read-server");
        role("ftp-publishing").chosen().set(true);
        assertTrue(walk.session.roles().contains("ftp-publishing"));
        walk.perform("to-services");
        assertTrue(ftp().needed());

        walk.shell.back().perform();
        role("ftp-publishing").chosen().set(false);
        assertFalse(walk.session.roles().contains("ftp-publishing"));
        walk.perform("to-services");
        assertFalse(ftp().needed());
    }

    @Test
    void whoTicksNothingCannotGoOn() {
        walk.perform("read-server");
        walk.purpose.roles().forEach(item -> item.chosen().set(false));
        assertTrue(walk.action("to-services").disabledProperty().get());
        walk.purpose.unknownProperty().set(true);
        assertFalse(walk.action("to-services").disabledProperty().get());
    }

    @Test
    void whoDoesNotKnowGetsAPlainWebServerThatIsAssumed() {
        walk.perform("read-server");
        role("ftp-publishing").chosen().set(true);
        walk.purpose.unknownProperty().set(true);
        walk.perform("to-services");

        var purpose = walk.session.assessmentProperty().get().purpose();
        assertTrue(purpose.assumed());
        assertEquals(
                List.of(Catalogue.ASSUMED_ROLE, "standalone", "physical-machine"),
                purpose.roles().stream().map(role -> role.id()).toList());
        assertFalse(ftp().needed());
    }

    @Test
    void whoKnowsIsNotAssumedFor() {
        walk.perform("read-server");
        walk.perform("to-services");
        assertFalse(walk.session.assessmentProperty().get().purpose().assumed());
    }

    @Test
    void whatIsTickedSurvivesTheWayBackAndForth() {
        walk.perform("read-server");
        role("ftp-publishing").chosen().set(true);
        walk.perform("to-services");
        walk.shell.go(StepId.SERVER);
        walk.perform("read-server");
        assertSame(walk.purpose, walk.shown());
        assertTrue(role("ftp-publishing").chosen().get());
        assertTrue(walk.session.roles().contains("ftp-publishing"));
    }

    @Test
    void aProgramThatIsTickedCounts() {
        walk.perform("read-server");
        ProductChoice products = walk.purpose.products();
        assertEquals(List.of(), ids(products.inUse()));
        products.searchProperty().set("docker");
        products.addBest();
        assertEquals(Set.of("docker"), Set.copyOf(walk.session.products()));
        assertEquals(List.of("docker"), ids(products.inUse()));
        assertEquals("", products.searchProperty().get());
        walk.perform("to-services");
        assertTrue(assessed("LanmanServer").needed());

        walk.shell.back().perform();
        products.remove("docker");
        assertEquals(List.of(), ids(products.inUse()));
        walk.perform("to-services");
        assertFalse(assessed("LanmanServer").needed());
    }

    @Test
    void aProgramIsFoundByPartsOfItsNameAndByNamesLikeIt() {
        walk.perform("read-server");
        ProductChoice products = walk.purpose.products();
        products.searchProperty().set("exchange 2000");
        assertTrue(ids(products.matches()).contains("exchange-2000-protocols"));
        products.searchProperty().set("s");
        assertEquals(5, products.matches().size());
        assertFalse(products.saidProperty().get().isEmpty(), "that there are more");
        products.searchProperty().set("Doker Desktop");
        assertEquals("docker", products.matches().get(0).id());
        products.searchProperty().set("zzzz");
        assertEquals(List.of(), ids(products.matches()));
        assertFalse(products.saidProperty().get().isEmpty());
    }

    @Test
    void whatIsInstalledIsShownAndNotOfferedAgain() {
        LabDefinition lab = workplace.definition;
        LabDefinition withDocker = new LabDefinition(
                lab.name(),
                lab.computer(),
                lab.operatingSystem(),
                lab.windowsVersion(),
                lab.description(),
                lab.services(),
                lab.unownedListeners(),
                List.of(new Product("Docker Desktop", "Docker Inc.", "4.30")),
                lab.traits(),
                lab.faults());
        Walk there = new Walk(new LabWorkplace(withDocker));
        there.perform("read-server");
        ProductChoice products = there.purpose.products();
        assertEquals(List.of("docker"), ids(products.inUse()));
        assertTrue(products.inUse().get(0).installed());
        products.searchProperty().set("docker");
        assertFalse(ids(products.matches()).contains("docker"));
        assertTrue(there.session.products().isEmpty(), "it is found again and need not be said");
    }

    @Test
    void aServerStandsInOnePlaceOnly() {
        walk.perform("read-server");
        role("virtual-machine").chosen().set(true);
        role("domain-member").chosen().set(true);
        role("physical-machine").chosen().set(true);
        assertFalse(role("virtual-machine").chosen().get());
        assertTrue(role("domain-member").chosen().get());
        assertFalse(walk.session.roles().contains("virtual-machine"));
        assertTrue(walk.session.roles().containsAll(Set.of("physical-machine", "domain-member")));
    }

    @Test
    void whereAServerStandsDoesNotSayWhatItDoes() {
        walk.perform("read-server");
        walk.purpose.roles().forEach(item -> item.chosen().set(false));
        role("virtual-machine").chosen().set(true);
        assertTrue(walk.action("to-services").disabledProperty().get());
        role("ftp-publishing").chosen().set(true);
        assertFalse(walk.action("to-services").disabledProperty().get());
    }

    @Test
    void rolesComeGroupByGroupEachInASentence() {
        walk.perform("read-server");
        List<Role.Group> groups =
                walk.purpose.roles().stream().map(item -> item.role().group()).toList();
        assertEquals(groups.stream().sorted().toList(), groups);
        assertEquals(Set.of(Role.Group.values()), Set.copyOf(groups));
        for (RoleItem item : walk.purpose.roles()) {
            assertTrue(item.role().description().startsWith(item.summary()), item.summary());
            assertTrue(item.summary().endsWith("."), item.summary());
        }
        assertEquals(
                "Users fetch or upload files over FTP.", role("ftp-publishing").summary());
    }

    private static List<String> ids(List<ProductItem> items) {
        return items.stream().map(ProductItem::id).toList();
    }

    private RoleItem role(String id) {
        return walk.purpose.roles().stream()
                .filter(item -> item.role().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ServiceAssessment ftp() {
        return assessed("MSFTPSVC");
    }

    private ServiceAssessment assessed(String name) {
        return walk.session
                .assessmentProperty()
                .get()
                .find(new ServiceName(name))
                .orElseThrow();
    }
}
