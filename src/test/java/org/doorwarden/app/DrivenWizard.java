package org.doorwarden.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Toggle;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.doorwarden.journal.DiskStorage;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Picture;
import org.doorwarden.ui.Wizard;
import org.doorwarden.ui.shell.StepId;

/**
 * The wizard as the program opens it on Windows, with somebody at it who knows its buttons by their ids:
 * {@code DrivenWizard FOLDER SERVICE...} disables these services of this computer, says so, waits until there is a file
 * {@value #GO_ON} in the folder, and undoes it. Pictures of every screen are put into the folder.
 */
public final class DrivenWizard {

    /** Said when the changes are made, and when they are undone. */
    public static final String APPLIED = "APPLIED";

    public static final String UNDONE = "UNDONE";
    public static final String GO_ON = "go-on";

    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final List<ServiceName> services;
    private final WizardWorkplace workplace;
    private final WizardWindow window;

    private DrivenWizard(Path folder, List<ServiceName> services, Path state) {
        this.folder = folder;
        this.services = services;
        Wiring wiring = new Wiring(ConsoleTerminal.open(), new Interruption(), new DiskStorage(), true, state);
        SettingsFile settings = new SettingsFile(folder.resolve("settings.properties"));
        this.workplace = new WizardWorkplace(wiring, true, settings, state, Path.of(System.getenv("SystemRoot")));
        this.window = new WizardWindow(workplace, new Messages(Locale.ENGLISH));
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        List<ServiceName> services =
                Arrays.stream(arguments).skip(1).map(ServiceName::new).toList();
        DrivenWizard driven = new DrivenWizard(folder, services, folder.resolve("state"));
        Thread program = new Thread(driven::show, "program");
        program.start();
        int code = 0;
        try {
            driven.drive();
            program.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (Exception | AssertionError failed) {
            failed.printStackTrace();
            driven.pictureOfFailure();
            code = 1;
        }
        Runtime.getRuntime().halt(code);
    }

    private void show() {
        try {
            if (!window.show()) {
                throw new IllegalStateException("no window");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void drive() throws Exception {
        while (window.wizard() == null) {
            Thread.sleep(50);
        }
        Wizard wizard = window.wizard();
        await("a window", () -> !Window.getWindows().isEmpty());
        await(
                "this computer",
                () -> scene().lookup("#server-this-computer") instanceof Toggle card
                        && card.isSelected()
                        && isReady("read-server"));
        picture("1-server");
        press("read-server");
        await("the purpose", () -> {
            if (isAt(StepId.READING) && isReady("to-purpose")) {
                // Something could not be read, which is said first.
                button("to-purpose").fire();
            }
            return isAt(StepId.PURPOSE) && scene().lookup("#role-static-site") != null;
        });
        onScreen(() -> {
            ((CheckBox) scene().lookup("#role-static-site")).setSelected(true);
            return true;
        });
        picture("2-purpose");
        press("to-services");
        await("the services", () -> isAt(StepId.SERVICES));
        for (ServiceName service : services) {
            onScreen(() -> {
                wizard.shell().goToService(service);
                return true;
            });
            await("the choice for " + service, () -> isReady("choose-disable"));
            onScreen(() -> {
                if (button("choose-disable") instanceof Toggle toggle && !toggle.isSelected()) {
                    button("choose-disable").fire();
                }
                return true;
            });
            await(
                    service + " to be disabled",
                    () -> wizard.session()
                            .choice(service)
                            .filter(choice -> choice.action() == Choice.Action.DISABLE)
                            .isPresent());
        }
        picture("3-services");
        press("to-review");
        await("the review", () -> isAt(StepId.REVIEW) && isReady("apply-plan"));
        picture("4-review");
        press("apply-plan");
        await("the result", () -> {
            if (isAt(StepId.APPLY) && isReady("to-result")) {
                button("to-result").fire();
            }
            return isAt(StepId.RESULT) && isReady("to-history");
        });
        picture("5-result");
        say(APPLIED);
        while (!Files.exists(folder.resolve(GO_ON))) {
            Thread.sleep(100);
        }
        press("to-history");
        press("undo-all");
        await("the preview", () -> isReady("undo-consent"));
        picture("6-undo");
        press("undo-consent");
        await(
                "the run to be undone",
                () -> latestOutcome() == RunOutcome.UNDONE
                        && !wizard.shell()
                                .currentProperty()
                                .get()
                                .busyProperty()
                                .get());
        picture("7-history");
        say(UNDONE);
        onScreen(() -> {
            Window shown = scene().getWindow();
            shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    private RunOutcome latestOutcome() {
        try {
            return workplace.history().runs().get(0).outcome();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private boolean isAt(StepId step) {
        return window.wizard().shell().currentProperty().get()
                == window.wizard().shell().step(step);
    }

    private static Scene scene() {
        return Window.getWindows().get(0).getScene();
    }

    private static ButtonBase button(String id) {
        return (ButtonBase) scene().lookup("#" + id);
    }

    /** Whether somebody could press it now. */
    private static boolean isReady(String id) {
        Node node = scene().lookup("#" + id);
        if (node == null || node.isDisabled()) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void press(String id) throws Exception {
        await(id, () -> isReady(id));
        onScreen(() -> {
            button(id).fire();
            return true;
        });
    }

    private static void await(String what, BooleanSupplier there) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onScreen(there::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }

    private static <T> T onScreen(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void picture(String name) throws Exception {
        onScreen(() -> {
            Picture.save(scene(), folder.resolve(name + ".png"));
            return true;
        });
    }

    private void pictureOfFailure() {
        try {
            picture("failed");
        } catch (Exception nothingToSee) {
            nothingToSee.printStackTrace();
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
