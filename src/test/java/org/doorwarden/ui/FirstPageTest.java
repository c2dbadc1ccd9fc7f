package org.doorwarden.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.document.DocumentException;
import org.doorwarden.text.Messages;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.shell.Theme;
import org.doorwarden.ui.task.BackgroundTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The window and every page that wants the catalogue are there without waiting for it. */
@ExtendWith(FxToolkit.class)
class FirstPageTest {

    /** Says for each time the catalogue was asked for whether the screen's thread did. */
    private static final class Watched extends PlaceWith {

        private final List<Boolean> asked = new ArrayList<>();

        Watched() {
            super(new LabWorkplace());
        }

        @Override
        public Catalogue catalogue() throws DocumentException, IOException, WrongUse {
            synchronized (asked) {
                asked.add(Platform.isFxApplicationThread());
            }
            return super.catalogue();
        }

        List<Boolean> asked() {
            synchronized (asked) {
                return List.copyOf(asked);
            }
        }
    }

    @Test
    void isShownBeforeAnybodyAsksForTheCatalogue() {
        Watched place = new Watched();
        HeldTasks tasks = new HeldTasks();
        FxToolkit.onScreen(() -> {
            Wizard wizard = show(place, tasks);
            wizard.shell().openCatalogue(Optional.empty());
            return wizard;
        });
        assertEquals(List.of(), place.asked());
    }

    @Test
    @Timeout(60)
    void theScreensThreadNeverAsksForTheCatalogue() throws Exception {
        Watched place = new Watched();
        try (BackgroundTasks tasks = new BackgroundTasks(Platform::runLater)) {
            Wizard wizard = FxToolkit.onScreen(() -> {
                Wizard shown = show(place, tasks);
                shown.shell().openCatalogue(Optional.empty());
                return shown;
            });
            while (FxToolkit.onScreen(() -> entries(wizard).getItems().isEmpty())) {
                Thread.sleep(10);
            }
        }
        assertFalse(place.asked().isEmpty());
        assertFalse(place.asked().contains(true));
    }

    private static ListView<?> entries(Wizard wizard) {
        return (ListView<?>) wizard.view().lookup("#entries");
    }

    private static Wizard show(Workplace place, org.doorwarden.ui.task.Tasks tasks) {
        Wizard wizard = new Wizard(place, tasks, new Messages(Locale.ENGLISH));
        Scene scene = new Scene(wizard.view(), 1024, 700);
        Theme.apply(scene, Settings.DEFAULT);
        wizard.view().applyCss();
        wizard.view().layout();
        return wizard;
    }
}
