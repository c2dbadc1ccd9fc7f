package org.doorwarden.ui.history;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.doorwarden.model.Direction;
import org.doorwarden.text.Message;

/** One step of an undo, or of bringing a run to its end, that is previewed or under way. */
public final class UndoStep {

    /** How far it is. */
    public enum Progress {
        WAITING,
        WORKING,
        DONE,
        FAILED
    }

    private final ChangeItem change;
    private final Direction direction;
    private final BooleanProperty overwrite = new SimpleBooleanProperty();
    private final ObjectProperty<Progress> progress = new SimpleObjectProperty<>(Progress.WAITING);
    private final ObjectProperty<Optional<Message>> remark = new SimpleObjectProperty<>(Optional.empty());

    UndoStep(ChangeItem change, Direction direction) {
        this.change = change;
        this.direction = direction;
    }

    public ChangeItem change() {
        return change;
    }

    public Direction direction() {
        return direction;
    }

    /** For a conflict: whether what was there before is put back over what somebody else did. */
    public BooleanProperty overwriteProperty() {
        return overwrite;
    }

    public ObjectProperty<Progress> progressProperty() {
        return progress;
    }

    /** What the service does while it is waited for, or why the step failed. */
    public ObjectProperty<Optional<Message>> remarkProperty() {
        return remark;
    }
}
