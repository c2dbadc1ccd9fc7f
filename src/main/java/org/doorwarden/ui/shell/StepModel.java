package org.doorwarden.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A screen as the shell sees it: its question, where the person is, and what the row of buttons offers. */
public abstract class StepModel {

    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty line = new SimpleStringProperty("");
    private final StringProperty hint = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /** The question this screen asks. */
    public final ReadOnlyStringProperty titleProperty() {
        return title;
    }

    /** Where the person is, in one line. */
    public final ReadOnlyStringProperty lineProperty() {
        return line;
    }

    /** The keys that work here, shown beside the buttons. */
    public final ReadOnlyStringProperty hintProperty() {
        return hint;
    }

    /** Whether something is going on that leaving this screen would disturb. */
    public final ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    protected final void say(String newTitle, String newLine) {
        title.set(newTitle);
        line.set(newLine);
    }

    protected final void hint(String keys) {
        hint.set(keys);
    }

    protected final void busy(boolean now) {
        busy.set(now);
    }

    /** What this screen is mainly for; the button in the accent colour. */
    public abstract Optional<Action> primary();

    /** Further buttons, left of the primary one. */
    public List<Action> secondary() {
        return List.of();
    }

    /** The screen is about to be shown, again or for the first time. */
    public void enter() {}
}
