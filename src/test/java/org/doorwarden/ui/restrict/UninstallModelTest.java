package org.doorwarden.ui.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Service;
import org.doorwarden.plan.Choice;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.RunWalk;
import org.doorwarden.ui.ServerFromAfar;
import org.doorwarden.ui.task.Tasks;
import org.junit.jupiter.api.Test;

class UninstallModelTest {

    private final LabWorkplace workplace = ServerFromAfar.workplace();
    private RunWalk walk;

    private UninstallModel open(Tasks tasks) throws Exception {
        walk = new RunWalk(workplace, new DirectTasks()).choose(Choice.Action.KEEP);
        UninstallModel model = new UninstallModel(workplace, walk.session, tasks, walk.messages, () -> "");
        model.open(ftp());
        return model;
    }

    private Service ftp() {
        return walk.session
                .readingProperty()
                .get()
                .inventory()
                .find(ServerFromAfar.FTP)
                .orElseThrow();
    }

    private static Optional<String> fact(UninstallModel model, String name) {
        return model.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(ComponentFact::value)
                .findFirst();
    }

    @Test
    void tellsWhatGoesAndKeepsTheChoice() throws Exception {
        UninstallModel model = open(new DirectTasks());
        assertEquals(Optional.of("FTP Server (IIS-FTPServer)"), fact(model, "Component"));
        assertEquals(Optional.of("4 MB"), fact(model, "Size"));
        assertEquals(Optional.of("May be needed to finish it"), fact(model, "Restart"));
        assertEquals(Optional.of("IIS-FTPSvc"), fact(model, "Goes with it"));
        assertTrue(fact(model, "For undo").orElseThrow().contains("medium"));
        model.keepAction().perform();
        assertFalse(model.openProperty().get());
        assertEquals(
                Optional.of(Choice.of(ServerFromAfar.FTP, Choice.Action.UNINSTALL)),
                walk.session.choice(ServerFromAfar.FTP));
        model.open(ftp());
        model.takeBackAction().perform();
        assertEquals(Optional.empty(), walk.session.choice(ServerFromAfar.FTP));
    }

    @Test
    void isNotChosenBeforeTheServerHasAnswered() throws Exception {
        HeldTasks tasks = new HeldTasks();
        UninstallModel model = open(tasks);
        assertTrue(model.askingProperty().get());
        model.keepAction().perform();
        assertEquals(Optional.empty(), walk.session.choice(ServerFromAfar.FTP));
        model.close();
        tasks.doAll();
        assertEquals(List.of(), model.facts());
    }

    @Test
    void aServerThatDoesNotAnswerCanBeAskedAgain() throws Exception {
        workplace.featuresFail = Optional.of(new BackendException(
                BackendException.Operation.READ_SETTING, "IIS-FTPServer", WindowsError.ACCESS_DENIED));
        UninstallModel model = open(new DirectTasks());
        assertTrue(model.failureProperty().get().isPresent());
        assertTrue(model.keepAction().disabledProperty().get());
        workplace.featuresFail = Optional.empty();
        model.againAction().perform();
        assertEquals(Optional.empty(), model.failureProperty().get());
        assertFalse(model.keepAction().disabledProperty().get());
    }

    @Test
    void saysWhyItCannotBeUninstalled() throws Exception {
        workplace.features.put(
                "IIS-FTPServer",
                new org.doorwarden.model.access.FeatureDetail(
                        "IIS-FTPServer",
                        "",
                        org.doorwarden.model.setting.FeatureState.REMOVED,
                        java.util.OptionalLong.empty(),
                        org.doorwarden.model.access.FeatureDetail.Restart.NO,
                        List.of(),
                        List.of(),
                        Optional.empty()));
        UninstallModel model = open(new DirectTasks());
        assertEquals(1, model.problems().size());
        assertTrue(model.keepAction().disabledProperty().get());
        assertEquals(Optional.of("Windows does not tell"), fact(model, "Size"));
    }
}
