package org.doorwarden.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.BackendWith;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.PlaceWith;
import org.doorwarden.ui.Walk;
import org.doorwarden.ui.reading.ReadingViewModel.Phase;
import org.doorwarden.ui.shell.StepId;
import org.junit.jupiter.api.Test;

class ReadingViewModelTest {

    private static final ServiceName FTP = new ServiceName("MSFTPSVC");

    private final LabWorkplace workplace = new LabWorkplace();

    @Test
    void whatWasReadWithoutTroubleLeadsOnByItself() {
        Walk walk = new Walk(workplace);
        walk.perform("read-server");
        assertSame(walk.purpose, walk.shown());
        assertTrue(walk.session.readingProperty().get().inventory().services().containsKey(FTP));
    }

    @Test
    void whoLooksSomethingUpMeanwhileIsNotCalledAway() {
        HeldTasks tasks = new HeldTasks();
        Walk walk = new Walk(workplace, workplace, tasks);
        tasks.doAll();
        walk.perform("read-server");
        walk.shell.openCatalogue(Optional.empty());
        tasks.doAll();
        assertSame(walk.catalogue, walk.shown());
        assertNotNull(walk.session.readingProperty().get());
        walk.shell.back().perform();
        tasks.doAll();
        assertSame(walk.purpose, walk.shown());
    }

    @Test
    void aReadingThatIsCancelledGoesBackAndBringsNothing() {
        HeldTasks tasks = new HeldTasks();
        Walk walk = new Walk(workplace, workplace, tasks);
        tasks.doAll();
        walk.perform("read-server");
        tasks.doOne();
        assertEquals(Phase.SERVER, walk.reading.phaseProperty().get());
        walk.perform("cancel-reading");
        tasks.doAll();

        assertSame(walk.server, walk.shown());
        assertNull(walk.session.readingProperty().get());
    }

    @Test
    void aSecondReadingAfterACancelledOneCounts() {
        HeldTasks tasks = new HeldTasks();
        Walk walk = new Walk(workplace, workplace, tasks);
        tasks.doAll();
        walk.perform("read-server");
        walk.perform("cancel-reading");
        walk.perform("read-server");
        tasks.doAll();
        assertNotNull(walk.session.readingProperty().get());
        assertSame(walk.purpose, walk.shown());
    }

    @Test
    void aServerThatCannotBeReadIsSaidAndThereIsAWayOn() {
        boolean[] broken = {true};
        PlaceWith place = new PlaceWith(workplace) {
            @Override
            public ServerBackend open(ServerAddress server) throws BackendException, DocumentException, WrongUse {
                return new BackendWith(super.open(server)) {
                    @Override
                    public Inventory read() throws BackendException {
                        if (broken[0]) {
                            throw new BackendException(BackendException.Operation.READ, "WEB01", 1722);
                        }
                        return super.read();
                    }
                };
            }
        };
        Walk walk = new Walk(workplace, place, new DirectTasks());
        walk.perform("read-server");
        assertSame(walk.reading, walk.shown());
        assertEquals(
                Optional.of("READING-1"), walk.reading.failureProperty().get().map(failure -> failure.code()));
        assertTrue(walk.action("to-purpose").disabledProperty().get());
        assertNull(walk.session.readingProperty().get());

        broken[0] = false;
        walk.shell.back().perform();
        assertSame(walk.server, walk.shown());
        walk.perform("read-server");
        assertSame(walk.purpose, walk.shown());
    }

    @Test
    void whatWasChosenBeforeACrashIsBack() {
        workplace.drafts.put(
                "lab:iis5-2001",
                new Policy(
                        List.of("ftp-publishing"),
                        List.of(),
                        false,
                        List.of(
                                Choice.of(FTP, Choice.Action.MANUAL),
                                Choice.of(new ServiceName("Gone"), Choice.Action.DISABLE))));
        Walk walk = new Walk(workplace);
        walk.perform("read-server");
        assertSame(walk.reading, walk.shown(), "it is said before going on");
        assertTrue(walk.reading.resumedProperty().get().isPresent());
        assertEquals(Optional.of(Choice.Action.MANUAL), walk.session.choice(FTP).map(Choice::action));
        assertEquals(1, walk.session.choices().size(), "what the server does not have is left out");
        assertTrue(walk.session.roles().contains("ftp-publishing"));
    }

    @Test
    void aDraftThatCannotBeReadStopsNobody() {
        PlaceWith place = new PlaceWith(workplace) {
            @Override
            public Optional<Policy> draft(String serverId) throws IOException {
                throw new IOException("the disk is broken");
            }
        };
        Walk walk = new Walk(workplace, place, new DirectTasks());
        walk.perform("read-server");
        assertEquals(1, walk.reading.problems().size());
        assertFalse(walk.action("to-purpose").disabledProperty().get());
        walk.perform("to-purpose");
        assertSame(walk.purpose, walk.shown());
    }

    @Test
    void readingOnceMoreKeepsWhatWasChosen() {
        Walk walk = new Walk(workplace).toServices();
        walk.disable("MSFTPSVC");
        walk.shell.go(StepId.SERVER);
        walk.perform("read-server");
        assertTrue(walk.session.choice(FTP).isPresent());
    }
}
