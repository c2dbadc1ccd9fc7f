package org.doorwarden.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.doorwarden.benchmark.FirstPulse;
import org.doorwarden.journal.DiskStorage;
import org.doorwarden.text.Messages;

/** The wizard as the program opens it; it ends when a person could press its first button. */
public final class StartedWizard {

    private StartedWizard() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        Wiring wiring = new Wiring(ConsoleTerminal.open(), new Interruption(), new DiskStorage(), false, folder);
        SettingsFile settings = SettingsFile.byDefault(false, Map.of(), folder);
        WizardWindow window = new WizardWindow(
                new WizardWorkplace(wiring, false, settings, folder, folder), new Messages(Locale.getDefault()));
        Thread onlooker = new Thread(() -> awaitFirstPage(window), "onlooker");
        onlooker.setDaemon(true);
        onlooker.start();
        window.show();
    }

    private static void awaitFirstPage(WizardWindow window) {
        try {
            while (window.wizard() == null) {
                Thread.sleep(1);
            }
        } catch (InterruptedException stop) {
            return;
        }
        Platform.runLater(() -> {
            Scene scene = Window.getWindows().get(0).getScene();
            Node primary = scene.lookup("#read-server");
            FirstPulse.endAfter(scene, () -> primary.isVisible() && !primary.isDisabled());
        });
    }
}
