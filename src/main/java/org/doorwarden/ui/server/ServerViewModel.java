package org.doorwarden.ui.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.doorwarden.apply.History;
import org.doorwarden.apply.PastRun;
import org.doorwarden.apply.RunListener;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.DoorsPicture.Door;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.OpenServer;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** Which server, and whether something of before waits there to be brought to an end. */
public final class ServerViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final List<LabDefinition> trainingServers;
    private final ObjectProperty<Optional<ServerAddress>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<PastRun>> openRun = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RunReport>> recovered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty notElevated = new SimpleBooleanProperty();
    private final ObjectProperty<List<Door>> doors = new SimpleObjectProperty<>(List.of());
    private final Action read;
    private final Action undoOpenRun;
    private final Action finishOpenRun;
    private final Action restart;

    public ServerViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.navigator = navigator;
        this.tasks = tasks;
        this.messages = messages;
        this.trainingServers = workplace.trainingServers();
        this.read = new Action("read-server", messages.say("ui.server.read"), () -> navigator.go(StepId.READING));
        this.undoOpenRun = new Action(
                "recover-undo", messages.say("ui.server.recover.undo"), () -> recover(ServerRuns.Recovery.UNDO));
        this.finishOpenRun = new Action(
                "recover-finish", messages.say("ui.server.recover.finish"), () -> recover(ServerRuns.Recovery.FINISH));
        this.restart = new Action("restart-elevated", messages.say("ui.server.restart"), this::restartAsAdministrator);
        read.disabledProperty().set(true);
        say(messages.say("ui.server.title"), messages.say("ui.server.line"));
        hint(messages.say("ui.server.keys"));
    }

    /** The server preselected when the program starts: this computer where it can be one, else the first training server. */
    public void chooseFirst() {
        choose(
                workplace.isWindows()
                        ? new ServerAddress.ThisComputer()
                        : new ServerAddress.Lab(trainingServers.get(0).name()));
    }

    public boolean thisComputerPossible() {
        return workplace.isWindows();
    }

    public List<LabDefinition> trainingServers() {
        return trainingServers;
    }

    /** The server chosen, as soon as it could be opened. */
    public ReadOnlyObjectProperty<Optional<ServerAddress>> chosenProperty() {
        return chosen;
    }

    /** A run on that server which a crash left open. */
    public ReadOnlyObjectProperty<Optional<PastRun>> openRunProperty() {
        return openRun;
    }

    /** What came of bringing it to an end. */
    public ReadOnlyObjectProperty<Optional<RunReport>> recoveredProperty() {
        return recovered;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    /** Whether everything can be looked at here and nothing changed, for want of rights. */
    public ReadOnlyBooleanProperty notElevatedProperty() {
        return notElevated;
    }

    /** The doors of the server chosen, as far as the network can reach them; empty as long as they are not known. */
    public ReadOnlyObjectProperty<List<Door>> doorsProperty() {
        return doors;
    }

    public Action undoOpenRun() {
        return undoOpenRun;
    }

    public Action finishOpenRun() {
        return finishOpenRun;
    }

    public Action restart() {
        return restart;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(read);
    }

    @Override
    public void enter() {
        OpenServer server = session.serverProperty().get();
        boolean mayBeRecovered = openRun.get().isPresent() && server.readOnly().isEmpty();
        if (session.reportProperty().get() != null || mayBeRecovered) {
            // The walk before came to its end, or the history did with the open run: begin anew on the same server.
            choose(server.address());
        }
    }

    /** Connects to a server and looks whether a run waits there. */
    public void choose(ServerAddress address) {
        chosen.set(Optional.of(address));
        failure.set(Optional.empty());
        recovered.set(Optional.empty());
        openRun.set(Optional.empty());
        notElevated.set(false);
        doors.set(List.of());
        read.disabledProperty().set(true);
        tasks.run(() -> open(address), this::opened, failed -> {
            if (chosen.get().equals(Optional.of(address))) {
                chosen.set(Optional.empty());
            }
            fail(failed, "ui.server.failed.advice", "SERVER-1");
        });
    }

    /** Takes an inventory file; nothing happens for none. */
    public void chooseFile(Optional<Path> file) {
        file.ifPresent(path -> choose(new ServerAddress.InventoryFile(path)));
    }

    private record Opened(OpenServer server, Optional<PastRun> openRun) {}

    private Opened open(ServerAddress address) throws Exception {
        ServerBackend backend = workplace.open(address);
        try {
            OpenServer server = new OpenServer(address, backend, backend.identity(), backend.readOnly());
            History history = workplace.history();
            return new Opened(server, history.open(server.identity().id()));
        } catch (Exception failed) {
            backend.close();
            throw failed;
        }
    }

    private void opened(Opened opened) {
        if (!chosen.get().equals(Optional.of(opened.server().address()))) {
            // Another one was chosen meanwhile.
            opened.server().backend().close();
            return;
        }
        session.connect(opened.server());
        notElevated.set(opened.server().readOnly().equals(Optional.of(ReadOnly.NOT_ELEVATED)));
        openRun.set(opened.openRun());
        boolean locked = opened.server().readOnly().isPresent();
        undoOpenRun.disabledProperty().set(locked);
        finishOpenRun.disabledProperty().set(locked);
        read.disabledProperty().set(opened.openRun().isPresent() && !locked);
        peek(opened.server());
    }

    /** A first look through the windows; if it fails, the Reading step will say why. */
    private void peek(OpenServer server) {
        tasks.run(
                () -> {
                    Reading reading = Reading.of(server.backend().read(), Duration.ZERO);
                    Policy nothingSaid = new Policy(List.of(), List.of(), false, List.of());
                    return ReachableDoors.of(WizardSession.assess(workplace.catalogue(), reading, nothingSaid));
                },
                found -> {
                    if (session.serverProperty().get() == server) {
                        doors.set(found);
                    }
                },
                unreadable -> {});
    }

    private void recover(ServerRuns.Recovery recovery) {
        busy(true);
        ServerBackend backend = session.serverProperty().get().backend();
        tasks.run(
                () -> workplace.runs(backend).recover(recovery, RunListener.NONE),
                reports -> {
                    busy(false);
                    openRun.set(Optional.empty());
                    recovered.set(reports.stream().findFirst());
                    read.disabledProperty().set(false);
                },
                failed -> {
                    busy(false);
                    fail(failed, "ui.server.recover.failed.advice", "SERVER-2");
                });
    }

    private void restartAsAdministrator() {
        tasks.run(
                () -> {
                    workplace.restartElevated();
                    return Optional.empty();
                },
                started -> {},
                failed -> fail(failed, "ui.server.restart.failed.advice", "SERVER-3"));
    }

    private void fail(Exception failed, String advice, String code) {
        failure.set(Optional.of(Failure.of(failed, Message.of(advice), code)));
    }
}
