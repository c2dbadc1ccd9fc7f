package org.doorwarden.ui.purpose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.model.ServiceName;
import org.doorwarden.ui.EarlierRuns;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.Walk;
import org.doorwarden.ui.purpose.PurposeViewModel.RoleItem;
import org.doorwarden.ui.shell.StepId;
import org.junit.jupiter.api.Test;

class PurposeViewModelTest {

    private static final ServiceName FTP = new ServiceName("MSFTPSVC");

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
                List.of(Catalogue.ASSUMED_ROLE),
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
        var product = walk.purpose.products().stream()
                .filter(item -> !item.installed())
                .findFirst()
                .orElseThrow();
        product.chosen().set(true);
        assertEquals(Set.of(product.product().id()), Set.copyOf(walk.session.products()));
        product.chosen().set(false);
        assertTrue(walk.session.products().isEmpty());
    }

    private RoleItem role(String id) {
        return walk.purpose.roles().stream()
                .filter(item -> item.role().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ServiceAssessment ftp() {
        return walk.session.assessmentProperty().get().find(FTP).orElseThrow();
    }
}
