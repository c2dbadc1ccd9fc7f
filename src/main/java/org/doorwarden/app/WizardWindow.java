package org.doorwarden.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Wizard;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.settings.Settings.WindowPlace;
import org.doorwarden.ui.shell.Theme;
import org.doorwarden.ui.task.BackgroundTasks;

/** The wizard in a window of its own. */
final class WizardWindow {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    /** Kept, so that what it was told is not forgotten with it. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private final Workplace workplace;
    private final Messages messages;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Wizard wizard;
    private volatile Throwable failure;

    WizardWindow(Workplace workplace, Messages messages) {
        this.workplace = workplace;
        this.messages = messages;
    }

    /**
     * Shows the wizard on this computer until it is closed.
     *
     * @return whether there was a window
     */
    static boolean show(Wiring wiring, boolean windows, Path state, Messages messages) {
        SettingsFile settings =
                SettingsFile.byDefault(windows, System.getenv(), Path.of(System.getProperty("user.home", ".")));
        Path systemRoot = Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"));
        WizardWorkplace workplace = new WizardWorkplace(
                wiring, windows, settings, settings.read().stateFolder().orElse(state), systemRoot);
        try {
            return new WizardWindow(workplace, messages).show();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /**
     * Opens the window and waits until it is closed.
     *
     * @return whether there was a window: there is none without a display
     */
    boolean show() throws InterruptedException {
        // JavaFX is meant to be started as modules and says so; from the class path it works, and a command starts
        // faster.
        TOOLKIT.setFilter(said -> !String.valueOf(said.getMessage()).startsWith("Unsupported JavaFX configuration"));
        // Read while JavaFX starts: the first page wants it.
        Thread early = new Thread(workplace::trainingServers, "training servers");
        early.setDaemon(true);
        early.start();
        try {
            Platform.startup(this::openOrFail);
        } catch (RuntimeException | LinkageError noDisplay) {
            return false;
        }
        closed.await();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return true;
    }

    /** What is in the window; null before it is open. */
    Wizard wizard() {
        return wizard;
    }

    /** A window that could not be built must not leave the program waiting for it to be closed. */
    private void openOrFail() {
        try {
            open();
        } catch (RuntimeException | LinkageError failed) {
            failure = failed;
            closed.countDown();
            Platform.exit();
        }
    }

    private void open() {
        Settings settings = workplace.settings();
        Theme.loadFirstFonts();
        BackgroundTasks tasks = new BackgroundTasks(Platform::runLater);
        wizard = new Wizard(workplace, tasks, messages);
        Scene scene = new Scene(scrollable(wizard.view()), WIDTH, HEIGHT);
        Theme.applyFirst(scene, settings);
        dressForFurtherPages(scene);
        wizard.settings().settingsProperty().addListener((property, before, now) -> Theme.apply(scene, now));
        Stage stage = new Stage();
        stage.setTitle(messages.say("ui.brand"));
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        settings.window().filter(WizardWindow::isOnAScreen).ifPresent(place -> put(stage, place));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!wizard.shell().mayClose()) {
                event.consume();
                return;
            }
            keep(wizard.settings().settingsProperty().get(), stage);
        });
        stage.setOnHidden(event -> {
            // First what is at hand: the program ends as soon as the window counts as closed. JavaFX ends by itself
            // after its last window; told to here, it would end in the middle of closing this one.
            tasks.close();
            closed.countDown();
        });
        stage.show();
    }

    /** Where the text is too large for the window, all of it can still be reached. */
    private static ScrollPane scrollable(Region view) {
        ScrollPane pane = new ScrollPane(view);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setFocusTraversable(false);
        return pane;
    }

    /** Fonts and styles of the other pages are read when the first of these is about to be shown. */
    private void dressForFurtherPages(Scene scene) {
        wizard.shell().currentProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable current) {
                current.removeListener(this);
                Theme.loadFurtherFonts();
                Theme.apply(scene, wizard.settings().settingsProperty().get());
            }
        });
    }

    private void keep(Settings settings, Stage stage) {
        try {
            workplace.keep(settings.withWindow(new WindowPlace(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        } catch (IOException forgotten) {
            // The window will open in its usual place the next time; nobody is there to be told any more.
        }
    }

    private static void put(Stage stage, WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }

    /** A screen may have been unplugged since. */
    private static boolean isOnAScreen(WindowPlace place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds -> bounds.contains(new Rectangle2D(place.x() + 40, place.y() + 10, 1, 1)));
    }
}
