package org.doorwarden.ui.history;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.PastRun.PastChange;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;

/**
 * One change of the run that is shown.
 *
 * @param now the value the server has now; empty if that is not known
 * @param problem why it could not be brought back, as far as that is known
 * @param selected whether it is ticked to be undone
 */
public record ChangeItem(
        PastChange past, Optional<ChangeValue> now, Optional<Message> problem, BooleanProperty selected) {

    ChangeItem(PastChange past, Optional<ChangeValue> now, Optional<Message> problem) {
        this(past, now, problem, new SimpleBooleanProperty());
    }

    public String id() {
        return past.change().id();
    }

    /** Whether it may still be in effect, so that there is something to undo. */
    public boolean isUndoable() {
        return past.state().mayBeInEffect();
    }

    /** Whether the server already has the value from before. */
    public boolean isAsBefore() {
        return now.isPresent() && isSame(now.get(), past.before());
    }

    /** Whether somebody else changed it since: it is neither as the run set it nor as it was before. */
    public boolean isConflict() {
        return now.isPresent()
                && !isSame(now.get(), past.set())
                && !isAsBefore()
                && !isOnItsWay(now.get().text());
    }

    /** What waits for a restart of the machine counts as what it will be then. */
    private boolean isSame(ChangeValue value, ChangeValue other) {
        if (past.change().kind() != Change.Kind.SET_WINDOWS_FEATURE) {
            return value.text().equals(other.text());
        }
        Optional<FeatureState> one = Identified.find(FeatureState.class, value.text());
        Optional<FeatureState> another = Identified.find(FeatureState.class, other.text());
        return one.map(FeatureState::isInstalled).equals(another.map(FeatureState::isInstalled));
    }

    private boolean isOnItsWay(String value) {
        return past.change().kind() == Change.Kind.STOP_SERVICE
                && Identified.find(ServiceState.class, value)
                        .map(ServiceState::isPending)
                        .orElse(false);
    }
}
