package org.doorwarden.ui.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.plan.Choice;
import org.doorwarden.report.AccessPart.Topic;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.LimitProblem;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Offer;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.ServerFromAfar;
import org.doorwarden.ui.shell.OpenServer;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestrictModelTest {

    private static final ServiceName TERM = ServerFromAfar.REMOTE_DESKTOP;

    private final LabWorkplace workplace = ServerFromAfar.workplace();
    private final WizardSession session = new WizardSession();
    private RestrictModel model;

    @BeforeEach
    void openTheForm() throws BackendException {
        Inventory inventory = workplace.lab().read();
        session.serverProperty()
                .set(new OpenServer(
                        new ServerAddress.Lab("lab"), workplace.lab(), inventory.server(), Optional.empty()));
        session.readingProperty().set(Reading.of(inventory, Duration.ZERO));
        open(new DirectTasks());
    }

    private void open(Tasks tasks) {
        model = new RestrictModel(workplace, session, tasks, new Messages(Locale.ENGLISH), () -> "by order");
        model.open(service("TermService"));
    }

    private Service service(String name) {
        return session.readingProperty()
                .get()
                .inventory()
                .find(new ServiceName(name))
                .orElseThrow();
    }

    private LimitField field(Limit limit) {
        return model.fields().stream()
                .filter(field -> field.limit() == limit)
                .findFirst()
                .orElseThrow();
    }

    /** What would be so afterwards, and stands out like that. */
    private List<String> lines(WhoPart.Mark mark) {
        return model.after().stream()
                .flatMap(part -> part.lines().stream())
                .filter(line -> line.mark() == mark)
                .map(WhoPart.Line::text)
                .toList();
    }

    private boolean canKeep() {
        return !model.keepAction().disabledProperty().get();
    }

    @Test
    void beginsWithWhatIsNow() {
        assertEquals(List.of("off"), field(Limit.NLA).values());
        assertTrue(
                model.fields().stream().noneMatch(field -> field.saidProperty().get()));
        assertFalse(model.now().isEmpty());
        assertFalse(canKeep());
        assertEquals("As now: nothing is limited yet.", model.standingProperty().get());
    }

    @Test
    void keepsWhatIsSaidAsAChoiceWithItsNote() {
        field(Limit.NLA).choose("on");
        assertEquals(List.of("Network level authentication: required"), lines(WhoPart.Mark.NEW));
        assertEquals(1, lines(WhoPart.Mark.CARE).size());
        model.keepAction().perform();
        assertFalse(model.openProperty().get());
        Choice choice = session.choice(TERM).orElseThrow();
        assertEquals(new Limits(Map.of(Limit.NLA, List.of("on"))), choice.limits());
        assertEquals("by order", choice.note());
    }

    @Test
    void whatIsAsItWasIsNotLimited() {
        field(Limit.NLA).choose("on");
        assertTrue(canKeep());
        field(Limit.NLA).leave();
        assertFalse(canKeep());
        assertEquals(List.of(), model.after());
        assertTrue(model.limits().isEmpty());
    }

    @Test
    void saysWhatIsWrongAtTheFieldItIsAbout() {
        model.adviseAction().perform();
        assertTrue(canKeep());
        field(Limit.ENCRYPTION).choose("fips");
        assertTrue(field(Limit.ENCRYPTION).problemProperty().get().orElseThrow().contains("Group Policy"));
        assertEquals(Optional.empty(), field(Limit.NLA).problemProperty().get());
        assertEquals(List.of(), model.problems());
        assertFalse(canKeep());
        field(Limit.ENCRYPTION).leave();
        assertEquals(Optional.empty(), field(Limit.ENCRYPTION).problemProperty().get());
        assertTrue(canKeep());
    }

    @Test
    void whatStaysAsItIsIsNotSaidAgain() {
        field(Limit.NLA).choose("on");
        assertEquals(
                List.of(Topic.WHO, Topic.NETWORK),
                model.after().stream()
                        .filter(WhoPart::asNow)
                        .map(WhoPart::topic)
                        .toList());
        assertTrue(model.now().stream().noneMatch(WhoPart::asNow));
    }

    @Test
    void whatIsSoAlreadyIsSaid() {
        session.choices().put(TERM, Choice.restrict(TERM, Limits.NONE.with(Limit.NLA, List.of("off"))));
        model.open(service("TermService"));
        assertEquals(List.of(), model.after());
        assertTrue(model.standingProperty().get().contains("already"));
    }

    @Test
    void everyProblemHasWordsInTheForm() {
        for (LimitProblem.Kind kind : LimitProblem.Kind.values()) {
            assertTrue(new Messages(Locale.ENGLISH).has("ui.services.restrict.problem." + kind.id()), kind.id());
        }
    }

    @Test
    void anAnswerToWhatWasSaidBeforeIsDropped() {
        HeldTasks tasks = new HeldTasks();
        open(tasks);
        tasks.doAll();
        field(Limit.NLA).choose("on");
        field(Limit.SECURITY_LAYER).choose("tls");
        tasks.doOne();
        assertTrue(model.checkingProperty().get());
        assertEquals(List.of(), model.after());
        assertFalse(canKeep());
        tasks.doOne();
        assertFalse(model.checkingProperty().get());
        assertEquals(List.of("Network level authentication: required", "Security layer: TLS"), lines(WhoPart.Mark.NEW));
        assertTrue(canKeep());
    }

    @Test
    void anAnswerForAClosedFormIsDropped() {
        HeldTasks tasks = new HeldTasks();
        open(tasks);
        model.close();
        tasks.doAll();
        assertEquals(List.of(), model.fields());
    }

    @Test
    void unfinishedWordsWaitForTheirServiceUntilTheFormIsClosedOnPurpose() {
        field(Limit.NLA).choose("on");
        model.open(service("Spooler"));
        assertEquals(List.of(), model.fields());
        model.open(service("TermService"));
        assertEquals(List.of("on"), field(Limit.NLA).values());
        assertTrue(canKeep());
        model.leaveAction().perform();
        model.open(service("TermService"));
        assertEquals(List.of("off"), field(Limit.NLA).values());
    }

    @Test
    void anotherReadingForgetsWhatWasNotKept() {
        field(Limit.NLA).choose("on");
        session.readingProperty().set(Reading.of(session.readingProperty().get().inventory(), Duration.ofSeconds(1)));
        assertFalse(model.openProperty().get());
        model.open(service("TermService"));
        assertEquals(List.of("off"), field(Limit.NLA).values());
    }

    @Test
    void aChoiceKeptBeforeIsShownAndCanBeTakenBack() {
        session.choices().put(TERM, Choice.restrict(TERM, Limits.NONE.with(Limit.NLA, List.of("on"))));
        model.open(service("TermService"));
        assertTrue(field(Limit.NLA).saidProperty().get());
        assertTrue(canKeep());
        model.takeBackAction().perform();
        assertEquals(Optional.empty(), session.choice(TERM));
    }

    @Test
    void severalLinesBecomeEntriesAndNoneTwice() {
        LimitField from = written(Limit.FROM, "10.0.0.0/8");
        from.add("10.0.0.0/8\r\n 192.168.0.1 ;; WEB01,\n\nweb01\n10.1.0.1 - 10.1.0.9");
        assertEquals(List.of("10.0.0.0/8", "192.168.0.1", "WEB01", "10.1.0.1 - 10.1.0.9"), from.values());
        from.remove("WEB01");
        assertEquals(3, from.values().size());
        from.leave();
        assertFalse(from.saidProperty().get());
        LimitField folders = written(Limit.FOLDERS);
        assertEquals(List.of(), folders.values());
        folders.add("D:\\a, b;c\nD:\\d");
        assertEquals(List.of("D:\\a, b;c", "D:\\d"), folders.values());
    }

    private static LimitField written(Limit limit, String... now) {
        return new LimitField(new Offer(limit, List.of(now), List.of(), TakesEffect.NOW), Optional.empty(), () -> {});
    }
}
