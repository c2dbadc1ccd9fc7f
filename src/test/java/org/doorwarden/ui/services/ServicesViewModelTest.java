package org.doorwarden.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.Verdict;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Choice.Origin;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.OpenServer;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServicesViewModelTest {

    private static final ServiceName SMTP = new ServiceName("SMTPSVC");
    private static final ServiceName WEB = new ServiceName("W3SVC");
    private static final ServiceName TELNET = new ServiceName("TlntSvr");

    private final LabWorkplace workplace = new LabWorkplace();
    private final WizardSession session = new WizardSession();
    private final List<StepId> gone = new ArrayList<>();
    private final List<Optional<ServiceName>> looked = new ArrayList<>();
    private ServicesViewModel model;

    @BeforeEach
    void enterOnTheTrainingServer() throws BackendException {
        enter(workplace.lab().read(), new DirectTasks());
    }

    private void enter(Inventory inventory, Tasks tasks) {
        Reading reading = Reading.of(inventory, Duration.ZERO);
        session.serverProperty()
                .set(new OpenServer(
                        new ServerAddress.Lab("lab"), workplace.lab(), inventory.server(), Optional.empty()));
        session.readingProperty().set(reading);
        session.assessmentProperty()
                .set(WizardSession.assess(
                        workplace.catalogue(), reading, new Policy(List.of(), List.of(), false, List.of())));
        model = new ServicesViewModel(workplace, session, new Steps(), tasks, new Messages(Locale.ENGLISH));
        model.enter();
    }

    @Test
    void theListHoldsEveryServiceOnceAndNoDriver() {
        Set<ServiceName> services = session.readingProperty()
                .get()
                .inventory()
                .servicesOnly()
                .map(Service::name)
                .collect(Collectors.toSet());
        assertEquals(services, Set.copyOf(shown()));
        assertEquals(services.size(), shown().size());
    }

    @Test
    void groupsComeInTheOrderOfWhatIsToBeDoneWithTheirCounts() {
        List<GroupHead> heads = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        Map<Verdict, Integer> counted = new java.util.EnumMap<>(Verdict.class);
        for (ServiceEntry entry : model.list().entriesProperty().get()) {
            if (entry instanceof GroupHead head) {
                heads.add(head);
            } else if (entry instanceof ServiceRow row) {
                verdicts.add(row.verdict());
                counted.merge(row.verdict(), 1, Integer::sum);
                assertEquals(heads.get(heads.size() - 1).verdict(), row.verdict());
            }
        }
        List<Integer> order = verdicts.stream().map(ServiceRows.GROUPS::indexOf).toList();
        assertEquals(order.stream().sorted().toList(), order);
        assertEquals(counted, heads.stream().collect(Collectors.toMap(GroupHead::verdict, GroupHead::count)));
        assertEquals(Verdict.UNINSTALL, heads.get(0).verdict());
        assertEquals(Verdict.REQUIRED, heads.get(heads.size() - 1).verdict());
    }

    @Test
    void withinAGroupOpenDoorsTheNetworkReachesComeFirstThenWhatRuns() {
        List<ServiceRow> rows =
                rows().stream().filter(row -> row.verdict() == Verdict.DISABLE).toList();
        List<Integer> ranks = rows.stream()
                .map(row -> row.openDoor() && row.reachable() ? 0 : row.running() ? 1 : 2)
                .toList();
        assertEquals(Set.of(0, 1, 2), Set.copyOf(ranks));
        assertEquals(ranks.stream().sorted().toList(), ranks);
    }

    @Test
    void theFirstOpenDoorIsLookedAtFirst() {
        ServiceRow first =
                rows().stream().filter(ServiceRow::openDoor).findFirst().orElseThrow();
        assertEquals(first, model.list().selectedProperty().get());
        assertEquals(first.name(), model.detailProperty().get().service());
    }

    @Test
    void aPortIsFoundByItsNumber() {
        model.list().searchProperty().set("25");
        assertEquals(List.of(SMTP), shown());
        model.list().searchProperty().set("33");
        assertTrue(shown().contains(new ServiceName("MSDTC")), "3372 begins with 33");
        assertFalse(shown().contains(SMTP));
    }

    @Test
    void allWordsOfASearchMustBeFoundInNameOrDescription() {
        model.list().searchProperty().set("MAIL transfer");
        assertEquals(List.of(SMTP), shown());
        model.list().searchProperty().set("mail transfer zebra");
        assertEquals(List.of(), shown());
        assertNull(model.list().selectedProperty().get());
        assertNull(model.detailProperty().get());
        model.list().clear();
        assertEquals(rows().size(), shown().size());
        assertEquals(model.list().selectedProperty().get().name(), shown().get(0));
    }

    @Test
    void filtersAndTheirCountsAgree() {
        for (ServiceFilter filter : ServiceFilter.values()) {
            model.list().clear();
            model.list().filterProperty(filter).set(true);
            assertEquals(model.list().countProperty(filter).get(), shown().size(), filter.id());
        }
        model.list().clear();
        model.list().filterProperty(ServiceFilter.NETWORK).set(true);
        assertTrue(shown().contains(SMTP));
        assertTrue(shown().size() < rows().size());
    }

    @Test
    void theSelectionStaysWhileItIsShown() {
        model.select(SMTP);
        model.list().searchProperty().set("smtp");
        assertEquals(SMTP, model.list().selectedProperty().get().name());
        model.list().searchProperty().set("publishing");
        assertEquals(shown().get(0), model.list().selectedProperty().get().name());
        assertNotEquals(SMTP, model.list().selectedProperty().get().name());
    }

    @Test
    void goingToAHiddenServiceShowsItAgain() {
        model.list().searchProperty().set("telnet");
        model.select(SMTP);
        assertEquals(SMTP, model.list().selectedProperty().get().name());
        assertTrue(shown().contains(SMTP));
    }

    @Test
    void choosingOnceDecidesAndChoosingTheSameAgainTakesItBack() {
        model.select(SMTP);
        model.choose(Action.DISABLE);
        assertEquals(Optional.of(new Choice(SMTP, Action.DISABLE, Origin.RECOMMENDATION, "")), session.choice(SMTP));
        model.choose(Action.MANUAL);
        assertEquals(Optional.of(new Choice(SMTP, Action.MANUAL, Origin.ADMINISTRATOR, "")), session.choice(SMTP));
        model.choose(Action.MANUAL);
        assertEquals(Optional.empty(), session.choice(SMTP));
    }

    @Test
    void theNoteIsKeptWithTheChoiceAndSurvivesChangingIt() {
        model.select(SMTP);
        model.choose(Action.DISABLE);
        model.noteProperty().set("agreed with the mail team");
        assertEquals("agreed with the mail team", session.choices().get(SMTP).note());
        model.choose(Action.KEEP);
        assertEquals(
                Optional.of(new Choice(SMTP, Action.KEEP, Origin.ADMINISTRATOR, "agreed with the mail team")),
                session.choice(SMTP));
        model.select(TELNET);
        assertEquals("", model.noteProperty().get());
        model.select(SMTP);
        assertEquals("agreed with the mail team", model.noteProperty().get());
    }

    @Test
    void whatTheServerNeedsCannotBeClosedAndSaysWhy() {
        model.select(WEB);
        assertTrue(session.assessmentProperty().get().isNeeded(WEB));
        model.choose(Action.DISABLE);
        model.choose(Action.MANUAL);
        assertEquals(Optional.empty(), session.choice(WEB));
        assertFalse(model.detailProperty().get().allows(Action.DISABLE));
        assertEquals(1, model.detailProperty().get().refused().size());
        model.choose(Action.KEEP);
        assertEquals(Action.KEEP, session.choices().get(WEB).action());
    }

    @Test
    void keepingIsNoChange() {
        model.select(WEB);
        model.choose(Action.KEEP);
        assertTrue(model.primary().orElseThrow().disabledProperty().get());
        model.select(SMTP);
        model.choose(Action.DISABLE);
        assertFalse(model.primary().orElseThrow().disabledProperty().get());
        assertEquals(2.0 / rows().size(), model.decidedShareProperty().get(), 1e-9);
    }

    @Test
    void aGroupIsAcceptedOnlyAfterItWasShown() {
        model.select(TELNET);
        Verdict group = model.list().selectedProperty().get().verdict();
        Set<ServiceName> open = session.assessmentProperty().get().services().values().stream()
                .filter(each -> each.verdict() == group && each.isOpenDoor())
                .map(each -> each.service().name())
                .collect(Collectors.toSet());
        model.choose(Action.KEEP);
        model.acceptance().ask().perform();
        assertEquals(Set.of(TELNET), session.choices().keySet());
        model.acceptance().notNow().perform();
        assertEquals(Set.of(TELNET), session.choices().keySet());

        model.acceptance().ask().perform();
        model.acceptance().acceptAll().perform();
        assertEquals(open, session.choices().keySet());
        assertEquals(Action.KEEP, session.choices().get(TELNET).action());
        for (ServiceName name : open) {
            Choice choice = session.choices().get(name);
            if (!name.equals(TELNET)) {
                ServiceAssessment assessed =
                        session.assessmentProperty().get().services().get(name);
                assertEquals(
                        new Choice(
                                name,
                                Action.DISABLE,
                                Origin.RECOMMENDATION,
                                assessed.advice().orElseThrow().because()),
                        choice);
            }
        }
        assertTrue(model.acceptance().ask().disabledProperty().get());
    }

    @Test
    void nextUndecidedSkipsWhatIsDecidedAndGoesRound() {
        List<ServiceName> order = shown();
        model.select(order.get(0));
        session.choices().put(order.get(1), Choice.of(order.get(1), Action.KEEP));
        model.list().moveToUndecided(1);
        assertEquals(order.get(2), model.list().selectedProperty().get().name());
        model.list().moveToUndecided(-1);
        model.list().moveToUndecided(-1);
        assertEquals(
                order.get(order.size() - 1),
                model.list().selectedProperty().get().name());
    }

    @Test
    void movingStopsAtTheEnds() {
        List<ServiceName> order = shown();
        model.select(order.get(0));
        model.list().move(-1);
        assertEquals(order.get(0), model.list().selectedProperty().get().name());
        model.list().move(3);
        assertEquals(order.get(3), model.list().selectedProperty().get().name());
        model.list().move(order.size() * 2);
        assertEquals(
                order.get(order.size() - 1),
                model.list().selectedProperty().get().name());
    }

    @Test
    void aRowJustDecidedStaysUntilSomethingElseIsLookedFor() {
        model.list().filterProperty(ServiceFilter.UNDECIDED).set(true);
        model.select(SMTP);
        model.choose(Action.DISABLE);
        assertTrue(shown().contains(SMTP));
        assertEquals(
                rows().size() - 1,
                model.list().countProperty(ServiceFilter.UNDECIDED).get());
        model.list().searchProperty().set("s");
        assertFalse(shown().contains(SMTP));
    }

    @Test
    void theReviewGetsAPlanOfWhatWasChosen() {
        model.select(SMTP);
        model.choose(Action.DISABLE);
        model.primary().orElseThrow().perform();
        assertEquals(List.of(StepId.REVIEW), gone);
        assertEquals(
                Set.of(SMTP),
                session.planProperty().get().changes().stream()
                        .map(change -> change.service())
                        .collect(Collectors.toSet()));
        assertEquals(
                List.copyOf(session.choices().values()),
                session.planProperty().get().choices());
    }

    @Test
    void theCatalogueIsOpenedAtTheEntryOfTheService() {
        model.select(SMTP);
        model.openEntry();
        assertEquals(List.of(Optional.of(SMTP)), looked);
    }

    @Test
    void aFlawIsShownInTheBrowser() {
        model.select(SMTP);
        String link = model.detailProperty().get().risk().worst().get(0).link().orElseThrow();
        model.browse(link);
        assertEquals(List.of(link), workplace.browsed);
    }

    @Test
    void aDetailThatComesLateIsDroppedAndAChoiceMadeMeanwhileIsForTheRightService() throws BackendException {
        HeldTasks tasks = new HeldTasks();
        enter(workplace.lab().read(), tasks);
        tasks.workOff();
        model.select(TELNET);
        model.select(SMTP);
        model.choose(Action.DISABLE);
        assertEquals(Map.of(), Map.copyOf(session.choices()));
        List<ServiceName> details = new ArrayList<>();
        model.detailProperty().addListener((property, before, now) -> details.add(now.service()));
        tasks.workOff();
        assertEquals(List.of(SMTP), details);
        assertEquals(Set.of(SMTP), session.choices().keySet());
    }

    @Test
    void aServiceAskedForBeforeTheListIsThereIsLookedAtThen() throws BackendException {
        HeldTasks tasks = new HeldTasks();
        enter(workplace.lab().read(), tasks);
        model.select(SMTP);
        tasks.workOff();
        assertEquals(SMTP, model.detailProperty().get().service());
    }

    @Test
    void aTreeIsOpenedStepByStepAndACircleEnds() throws BackendException {
        Inventory real = workplace.lab().read();
        List<Service> services = new ArrayList<>(real.services().values());
        services.add(running("Alpha")
                .dependsOn(List.of(new ServiceName("Beta"), new ServiceName("Gone")))
                .build());
        services.add(
                running("Beta").dependsOn(List.of(new ServiceName("Alpha"))).build());
        enter(with(real, services), new DirectTasks());
        model.select(new ServiceName("Alpha"));
        List<DependencyBranch> top = model.detailProperty().get().dependsOn();
        assertEquals(
                List.of(Optional.of(new ServiceName("Beta")), Optional.empty()),
                top.stream().map(DependencyBranch::service).toList());
        List<DependencyBranch> below = top.get(0).below().get();
        assertEquals(Optional.of(new ServiceName("Alpha")), below.get(0).service());
        assertFalse(below.get(0).opens());
        assertFalse(model.detailProperty().get().allows(Action.DISABLE), "Windows stops none of a circle");
    }

    @Test
    void fiveThousandServicesAreFilteredAtOnce() throws BackendException {
        Inventory real = workplace.lab().read();
        List<Service> services = new ArrayList<>(real.services().values());
        for (int i = services.size(); i < 5_000; i++) {
            services.add(running("Agent" + i)
                    .description("Collects figures of part " + i)
                    .listeners(List.of(new Listener(Protocol.TCP, "0.0.0.0", 1024 + i, false)))
                    .build());
        }
        enter(with(real, services), new DirectTasks());
        model.list().searchProperty().set("figures");
        long begun = System.nanoTime();
        model.list().searchProperty().set("figures agent4999");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertEquals(List.of(new ServiceName("Agent4999")), shown());
        assertTrue(took.toMillis() < 50, took.toString());
    }

    private static org.doorwarden.model.ServiceBuilder running(String name) {
        return Service.named(name)
                .displayName(name)
                .imagePath("C:\\Program Files\\Agents\\" + name + ".exe")
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, false)
                .pid(4711);
    }

    private static Inventory with(Inventory real, List<Service> services) {
        return new Inventory(
                real.server(),
                real.takenAt(),
                Inventory.byName(services),
                List.of(),
                real.products(),
                real.traits(),
                List.of());
    }

    private List<ServiceRow> rows() {
        return model.list().rows();
    }

    private List<ServiceName> shown() {
        return model.list().entriesProperty().get().stream()
                .filter(ServiceRow.class::isInstance)
                .map(entry -> ((ServiceRow) entry).name())
                .toList();
    }

    /** Writes down where it was led. */
    private final class Steps implements Navigator {

        @Override
        public void go(StepId step) {
            gone.add(step);
        }

        @Override
        public void goToService(ServiceName service) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void openCatalogue(Optional<ServiceName> entry) {
            looked.add(entry);
        }

        @Override
        public boolean isShown(StepId step) {
            return true;
        }

        @Override
        public void openHistory(Optional<String> run) {
            throw new UnsupportedOperationException();
        }
    }
}
