package org.doorwarden.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.PlaceWith;
import org.doorwarden.ui.settings.Settings.WindowPlace;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

    private final LabWorkplace workplace = new LabWorkplace();
    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void everyChoiceIsKept() {
        SettingsViewModel settings = new SettingsViewModel(workplace, new DirectTasks(), messages);
        settings.chooseTheme(Settings.Theme.DARK);
        settings.chooseTextPercent(150);
        settings.choosePresenter(true);
        settings.chooseFolder(Optional.of(Path.of("elsewhere")));
        assertEquals(
                new Settings(Settings.Theme.DARK, 150, true, Optional.of(Path.of("elsewhere")), Optional.empty()),
                workplace.settings);
    }

    @Test
    void thePlaceOfTheWindowIsNotLost() {
        WindowPlace place = new WindowPlace(10, 20, 1300, 900, false);
        workplace.settings = Settings.DEFAULT.withWindow(place);
        SettingsViewModel settings = new SettingsViewModel(workplace, new DirectTasks(), messages);
        settings.chooseTheme(Settings.Theme.DARK);
        settings.chooseFolder(Optional.empty());
        assertEquals(Optional.of(place), workplace.settings.window());
    }

    @Test
    void theScreenFollowsBeforeAnythingIsWritten() {
        HeldTasks tasks = new HeldTasks();
        SettingsViewModel settings = new SettingsViewModel(workplace, tasks, messages);
        settings.chooseTextPercent(130);
        assertEquals(130, settings.settingsProperty().get().textPercent());
        assertEquals(100, workplace.settings.textPercent());
        tasks.doAll();
        assertEquals(130, workplace.settings.textPercent());
    }

    @Test
    void aSliderThatIsDraggedWritesOnce() {
        List<Settings> written = new ArrayList<>();
        HeldTasks tasks = new HeldTasks();
        SettingsViewModel settings = new SettingsViewModel(
                new PlaceWith(workplace) {
                    @Override
                    public void keep(Settings kept) {
                        written.add(kept);
                    }
                },
                tasks,
                messages);
        for (double percent = 100; percent <= 200; percent += 3.7) {
            settings.chooseTextPercent(percent);
        }
        tasks.doAll();
        assertEquals(1, written.size());
        assertEquals(200, written.get(0).textPercent());
    }

    @Test
    void theTextIsNeverTooSmallOrTooLarge() {
        SettingsViewModel settings = new SettingsViewModel(workplace, new DirectTasks(), messages);
        settings.chooseTextPercent(3);
        assertEquals(100, workplace.settings.textPercent());
        settings.chooseTextPercent(1000);
        assertEquals(200, workplace.settings.textPercent());
    }

    @Test
    void anotherFolderCountsFromTheNextStart() {
        SettingsViewModel settings = new SettingsViewModel(workplace, new DirectTasks(), messages);
        assertFalse(settings.folderWillChange());
        assertTrue(settings.usualFolder().disabledProperty().get());
        settings.chooseFolder(Optional.of(Path.of("elsewhere")));
        assertTrue(settings.folderWillChange());
        assertEquals(Path.of("state"), settings.folderInUse());
        settings.usualFolder().perform();
        assertEquals(Optional.empty(), workplace.settings.stateFolder());
        assertFalse(settings.folderWillChange());
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndTheChoiceHolds() {
        SettingsViewModel settings = new SettingsViewModel(
                new PlaceWith(workplace) {
                    @Override
                    public void keep(Settings kept) throws IOException {
                        throw new IOException("the disk is full");
                    }
                },
                new DirectTasks(),
                messages);
        settings.chooseTheme(Settings.Theme.DARK);
        assertEquals(Settings.Theme.DARK, settings.settingsProperty().get().theme());
        assertEquals(Optional.of("SETTINGS-1"), settings.failureProperty().get().map(failure -> failure.code()));
    }
}
