package org.doorwarden.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Something a person may do now: a button, as the view-models see it. */
public final class Action {

    private final String id;
    private final StringProperty text;
    private final BooleanProperty disabled = new SimpleBooleanProperty();
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private final Runnable work;

    /**
     * @param id of the button, for tests and style sheets
     * @param text with an underscore before its mnemonic
     */
    public Action(String id, String text, Runnable work) {
        this.id = id;
        this.text = new SimpleStringProperty(text);
        this.work = work;
    }

    public String id() {
        return id;
    }

    public StringProperty textProperty() {
        return text;
    }

    public BooleanProperty disabledProperty() {
        return disabled;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }

    /** Does it, unless it is not possible now. */
    public void perform() {
        if (!disabled.get() && visible.get()) {
            work.run();
        }
    }
}
