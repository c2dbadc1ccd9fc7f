package org.doorwarden.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.junit.jupiter.api.Test;

/** What the shipped catalogue says, as a whole. */
class CatalogueTest {

    private final Catalogue catalogue = CatalogueReader.bundled();

    @Test
    void knowsEveryServiceOfTheTrainingServer() {
        Set<String> unknown = new TreeSet<>();
        new LabDefinitions().find("iis5-2001").orElseThrow().services().forEach((name, lab) -> {
            if (!lab.service().isDriver() && catalogue.find(name).isEmpty()) {
                unknown.add(name.value());
            }
        });
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyRoleHasItsGroupAndExcludesBothWays() {
        assertTrue(catalogue.role(Catalogue.ASSUMED_ROLE).isPresent());
        for (Role role : catalogue.roles().values()) {
            for (String excluded : role.excludes()) {
                assertTrue(catalogue.role(excluded).orElseThrow().excludes().contains(role.id()), excluded);
            }
        }
        assertEquals(
                EnumSet.allOf(Role.Group.class),
                catalogue.roles().values().stream().map(Role::group).collect(Collectors.toSet()));
    }

    @Test
    void theArticlesServicesAreClosedWithItAsASource() {
        List<String> missing = new ArrayList<>();
        for (String name : List.of(
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
            ServiceKnowledge known = catalogue.find(new ServiceName(name)).orElseThrow();
            boolean cited = known.guidance().advice().sources().stream()
                    .anyMatch(source -> source.id().equals("article"));
            if (!known.guidance().advice().verdict().closes() || !cited && !name.equals("MSMQ")) {
                missing.add(name);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void neverAdvisesToCloseWhatSomethingAdvisedToKeepNeeds() {
        List<String> contradictions = new ArrayList<>();
        new LabDefinitions().find("iis5-2001").orElseThrow().services().values().forEach(lab -> {
            Service service = lab.service();
            catalogue
                    .find(service.name())
                    .filter(known -> !known.guidance().advice().verdict().closes())
                    .ifPresent(kept -> {
                        for (ServiceName needed : service.dependsOn()) {
                            catalogue
                                    .find(needed)
                                    .filter(each ->
                                            each.guidance().advice().verdict().closes())
                                    .ifPresent(closed -> contradictions.add(service.name() + " needs " + needed));
                        }
                    });
        });
        assertEquals(List.of(), contradictions);
    }

    @Test
    void whatCarriesSessionsIsNeverClosedForRemoteAdministrators() {
        for (ServiceKnowledge known : catalogue.services()) {
            Advice advice = known.guidance().byRole().get("remote-administration");
            if (advice != null) {
                assertFalse(advice.verdict().closes(), known.name().value());
            }
        }
    }

    @Test
    void noTextIsThereTwice() {
        Set<String> texts = new HashSet<>();
        for (ServiceKnowledge known : catalogue.services()) {
            for (String text : List.of(
                    known.purpose(),
                    known.risk().attacker(),
                    known.use().without(),
                    known.guidance().advice().because())) {
                assertTrue(texts.add(text), known.name() + ": " + text);
                assertFalse(text.contains("—"), text);
            }
        }
    }
}
