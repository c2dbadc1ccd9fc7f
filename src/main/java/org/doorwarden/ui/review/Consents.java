package org.doorwarden.ui.review;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.apply.Agreement;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.access.Seat;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;

/** What has to be agreed to by itself before a plan is applied, beside the plan as a whole. */
public final class Consents {

    private final Messages messages;
    private final Runnable said;
    private final ReadOnlyStringWrapper seat = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper computer = new ReadOnlyStringWrapper("");
    private final BooleanProperty session = new SimpleBooleanProperty();
    private final StringProperty word = new SimpleStringProperty("");
    private final ObservableList<String> uninstalled = FXCollections.observableArrayList();
    private final BooleanProperty uninstall = new SimpleBooleanProperty();
    private Plan plan;
    private Set<Agreement> needed = Set.of();

    /** @param said told whenever something is agreed to, or no more */
    Consents(Messages messages, Runnable said) {
        this.messages = messages;
        this.said = said;
        word.addListener(change -> said.run());
        uninstall.addListener(change -> said.run());
    }

    /** Where the person sits, in a sentence. */
    public ReadOnlyStringProperty seatProperty() {
        return seat.getReadOnlyProperty();
    }

    /** The word to be typed. */
    public ReadOnlyStringProperty computerProperty() {
        return computer.getReadOnlyProperty();
    }

    /** Whether a word has to be typed, because the person's own session may be cut. */
    public BooleanProperty sessionProperty() {
        return session;
    }

    /** What is typed. */
    public StringProperty wordProperty() {
        return word;
    }

    /** The components that are uninstalled. */
    public ObservableList<String> uninstalled() {
        return uninstalled;
    }

    /** Whether the person agrees that undo cannot promise to bring them back. */
    public BooleanProperty uninstallProperty() {
        return uninstall;
    }

    /** Takes another plan; what was agreed to for an earlier one does not count for it. */
    void take(Plan reviewed, Inventory inventory) {
        if (!reviewed.equals(plan)) {
            withdraw();
        }
        plan = reviewed;
        needed = ServerRuns.needed(reviewed, inventory);
        computer.set(Printable.of(reviewed.serverName()));
        session.set(needed.contains(Agreement.MAY_CUT_SESSION));
        uninstalled.setAll(reviewed.changes().stream()
                .filter(change -> change.kind() == Change.Kind.SET_WINDOWS_FEATURE)
                .map(change ->
                        Printable.of(((Change.SetSetting) change).setting().address()))
                .toList());
        Seat where = inventory.access().seat();
        seat.set(messages.say(
                "ui.review.seat." + where.kind().id(),
                reviewed.serverName(),
                where.client().isBlank() ? "" : Message.of("ui.review.seat.client", where.client())));
        said.run();
    }

    /** Agrees to nothing any more. */
    void withdraw() {
        word.set("");
        uninstall.set(false);
    }

    /** Whether everything that is needed is agreed to. */
    boolean isGiven() {
        boolean typed = !needed.contains(Agreement.MAY_CUT_SESSION)
                || word.get().strip().equalsIgnoreCase(computer.get().strip());
        return typed && (!needed.contains(Agreement.UNINSTALL) || uninstall.get());
    }

    /** What is agreed to, if {@link #isGiven}. */
    Set<Agreement> agreements() {
        return Set.copyOf(needed);
    }
}
