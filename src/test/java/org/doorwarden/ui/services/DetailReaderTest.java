package org.doorwarden.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.SiteOfItsOwn;
import org.doorwarden.ui.component.Tags.Tag;
import org.doorwarden.ui.services.ServiceDetail.Consequence;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.WizardSession;
import org.junit.jupiter.api.Test;

/** What is said of a service beyond what Windows says of it. */
class DetailReaderTest {

    private static final ServiceName EVENT_LOG = new ServiceName("EventLog");
    private static final ServiceName SCHEDULER = new ServiceName("Schedule");
    private static final ServiceName SERVER = new ServiceName("LanmanServer");

    @Test
    void whatNobodyDeclaresStandsAfterWhatIsDeclaredWithItsReasonAndSource() throws Exception {
        List<DependencyBranch> needs =
                detail(SiteOfItsOwn.workplace(), SCHEDULER).dependsOn();
        assertEquals(
                List.of("RpcSs", "EventLog", "Dnscache"),
                needs.stream().map(each -> each.service().orElseThrow().value()).toList());
        assertEquals(Optional.empty(), needs.get(0).undeclared());
        assertEquals("", needs.get(0).mark());
        DependencyBranch known = needs.get(1);
        assertEquals(
                "The copy ends if it cannot write its log.",
                known.undeclared().orElseThrow().text());
        assertTrue(known.lines().contains(known.mark()));
        assertTrue(known.lines().contains("Source: Handbook of this site"), () -> known.lines() + "");
        assertFalse(known.mark().isEmpty());
    }

    @Test
    void whatNobodyDeclaresIsSeenFromTheOtherSideAndBelowABranch() throws Exception {
        List<DependencyBranch> neededBy =
                detail(SiteOfItsOwn.workplace(), EVENT_LOG).neededBy();
        DependencyBranch scheduler = neededBy.get(neededBy.size() - 1);
        assertEquals(Optional.of(SCHEDULER), scheduler.service());
        assertTrue(scheduler.undeclared().isPresent());

        DependencyBranch remote = branch(
                detail(lab("iis10-2022"), new ServiceName("UmRdpService")).dependsOn(), "TermService");
        assertTrue(remote.opens());
        assertTrue(branch(remote.below().get(), "SessionEnv").undeclared().isPresent());
    }

    @Test
    void whatFailsLaterIsNamedAlthoughWindowsDoesNotStopIt() throws Exception {
        String title = "Task Scheduler";
        List<Consequence> impact = detail(SiteOfItsOwn.workplace(), EVENT_LOG).impact();
        Consequence fails = impact.stream()
                .filter(each -> each.text().contains(title))
                .findFirst()
                .orElseThrow();
        assertTrue(fails.grave());
        assertTrue(
                detail(new LabWorkplace(), EVENT_LOG).impact().stream()
                        .noneMatch(each -> each.text().contains(title)),
                "only the entry of the site knows");
    }

    @Test
    void whatNothingIsKnownOfIsToldFromWhatTheServerSays() throws Exception {
        ServiceDetail detail = detail(SiteOfItsOwn.workplace(), SiteOfItsOwn.UNKNOWN);
        assertEquals(Verdict.UNKNOWN, detail.verdict());
        assertEquals(Optional.empty(), detail.known());
        assertEquals(List.of(), detail.reasons(), "it is not told twice");
        assertEquals(
                List.of(false, false, true, true, true),
                detail.told().stream().map(Consequence::grave).toList(),
                "path, description; a blank in the path, its rights, its port");
        assertTrue(detail.told().get(2).text().contains("agent.exe"));
        assertEquals(List.of(), detail(new LabWorkplace(), SERVER).told());
    }

    @Test
    void whatAProgramNeedsSaysSo() throws Exception {
        assertTrue(tags(detail(SiteOfItsOwn.workplace(), SERVER)).contains("Needed by Docker Desktop"));
        assertFalse(tags(detail(new LabWorkplace(), SERVER)).contains("Needed by Docker Desktop"));
    }

    @Test
    void theSitesOwnEntryIsMarkedAndItsSourceIsNamed() throws Exception {
        ServiceDetail own = detail(SiteOfItsOwn.workplace(), SCHEDULER);
        String mark = new Messages(Locale.ENGLISH).say("explain.local");
        assertTrue(tags(own).contains(mark));
        assertTrue(
                own.reasons().stream().anyMatch(reason -> reason.source().contains("Handbook of this site")),
                () -> own.reasons() + "");
        assertFalse(tags(detail(new LabWorkplace(), SCHEDULER)).contains(mark));
    }

    @Test
    void whoNeedsItHowToTellAndWhatGuidesSayCome() throws Exception {
        ServiceDetail detail = detail(new LabWorkplace(), SERVER);
        var known = detail.known().orElseThrow();
        var entry = new LabWorkplace().catalogue().find(SERVER).orElseThrow();
        assertEquals(SERVER, known.entry());
        assertEquals(entry.use().usedBy(), known.usedBy());
        assertEquals(entry.use().inUse(), known.inUse());
        assertEquals(
                entry.use().caution().orElseThrow().text(),
                known.caution().orElseThrow().text());
        assertEquals(entry.guidance().positions().size(), known.guides().all().size());
        assertTrue(known.guides().inShort().contains("do not disable (1)"), known.guides()::inShort);
    }

    private static LabWorkplace lab(String name) {
        return new LabWorkplace(new LabDefinitions().find(name).orElseThrow());
    }

    private static DependencyBranch branch(List<DependencyBranch> branches, String service) {
        return branches.stream()
                .filter(each -> each.service().equals(Optional.of(new ServiceName(service))))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tags(ServiceDetail detail) {
        return detail.tags().stream().map(Tag::text).toList();
    }

    private static ServiceDetail detail(LabWorkplace workplace, ServiceName service) throws BackendException {
        Reading reading = Reading.of(workplace.lab().read(), Duration.ZERO);
        Policy nothingSaid = new Policy(List.of(), List.of(), false, List.of());
        return new DetailReader(
                        workplace.catalogue(),
                        reading,
                        WizardSession.assess(workplace.catalogue(), reading, nothingSaid),
                        Instant.EPOCH,
                        new Messages(Locale.ENGLISH))
                .read(service);
    }
}
