package org.doorwarden.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.task.Tasks;

/** How a person likes it: effective at once, and remembered. */
public final class SettingsViewModel extends StepModel {

    private final Workplace workplace;
    private final Tasks tasks;
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Optional<Path> folderSetBefore;
    private final Path folderInUse;
    private final Action usualFolder;
    private boolean waiting;

    public SettingsViewModel(Workplace workplace, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.tasks = tasks;
        settings.set(workplace.settings());
        this.folderSetBefore = settings.get().stateFolder();
        this.folderInUse = workplace.stateFolder();
        this.usualFolder = new Action(
                "settings-folder-usual",
                messages.say("ui.settings.folder.usual"),
                () -> chooseFolder(Optional.empty()));
        usualFolder.disabledProperty().set(folderSetBefore.isEmpty());
        say(messages.say("ui.settings.title"), messages.say("ui.settings.line"));
    }

    /** The settings as they are now; whoever shows something follows them at once. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.empty();
    }

    public void chooseTheme(Settings.Theme theme) {
        change(settings.get().withTheme(theme));
    }

    /** Takes the nearest size there is. */
    public void chooseTextPercent(double percent) {
        long rounded = Math.round(percent / 10) * 10;
        change(settings.get()
                .withTextPercent((int) Math.max(Settings.SMALLEST_TEXT, Math.min(Settings.LARGEST_TEXT, rounded))));
    }

    public void choosePresenter(boolean presenter) {
        change(settings.get().withPresenter(presenter));
    }

    /** @param folder for runs, drafts and training servers from the next start on; empty for the usual place */
    public void chooseFolder(Optional<Path> folder) {
        change(settings.get().withStateFolder(folder));
        usualFolder.disabledProperty().set(folder.isEmpty());
    }

    public Action usualFolder() {
        return usualFolder;
    }

    /** Where runs, drafts and training servers are kept until the program ends. */
    public Path folderInUse() {
        return folderInUse;
    }

    /** Whether they will be kept elsewhere when the program starts the next time. */
    public boolean folderWillChange() {
        return !settings.get().stateFolder().equals(folderSetBefore);
    }

    private void change(Settings changed) {
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            keepSoon();
        }
    }

    /** A slider that is dragged brings many changes; they are written once. */
    private void keepSoon() {
        if (!waiting) {
            waiting = true;
            tasks.onScreen(this::keep);
        }
    }

    private void keep() {
        waiting = false;
        Settings kept = settings.get();
        tasks.run(
                () -> {
                    workplace.keep(kept);
                    return Optional.empty();
                },
                done -> failure.set(Optional.empty()),
                failed -> failure.set(
                        Optional.of(Failure.of(failed, Message.of("ui.settings.failed.advice"), "SETTINGS-1"))));
    }
}
