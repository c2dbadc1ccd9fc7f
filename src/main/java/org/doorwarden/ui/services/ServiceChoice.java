package org.doorwarden.ui.services;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Choice.Origin;

/** What is decided for the service looked at, with its note; kept in the session at once. */
final class ServiceChoice {

    private final ObservableMap<ServiceName, Choice> choices;
    private final Function<ServiceName, Optional<Action>> recommended;
    private final ObjectProperty<Optional<Action>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private Optional<ServiceName> service = Optional.empty();
    private Optional<ServiceDetail> detail = Optional.empty();
    private Optional<Action> later = Optional.empty();
    private final Consumer<Action> form;
    private boolean following;

    /**
     * @param recommended what following the recommendation for a service comes down to
     * @param form shows what else is to be said before the service can be decided so
     */
    ServiceChoice(
            ObservableMap<ServiceName, Choice> choices,
            Function<ServiceName, Optional<Action>> recommended,
            Consumer<Action> form) {
        this.choices = choices;
        this.recommended = recommended;
        this.form = form;
        choices.addListener((MapChangeListener<ServiceName, Choice>) change -> follow(false));
        note.addListener((property, before, now) -> keepNote(now));
    }

    ReadOnlyObjectProperty<Optional<Action>> chosenProperty() {
        return chosen;
    }

    StringProperty noteProperty() {
        return note;
    }

    /** Another service is looked at; what is possible for it is not known yet. */
    void turnTo(Optional<ServiceName> other) {
        service = other;
        detail = Optional.empty();
        later = Optional.empty();
        follow(true);
    }

    /** Now it is known what is possible, and what was asked for meanwhile is done. */
    void know(ServiceDetail known) {
        detail = Optional.of(known);
        later.ifPresent(this::choose);
        later = Optional.empty();
    }

    /** Decides, or takes the decision back if it is the same; what is not possible is not done. */
    void choose(Action action) {
        if (service.isEmpty()) {
            return;
        }
        if (detail.isEmpty()) {
            later = Optional.of(action);
        } else if (action == Action.RESTRICT || action == Action.UNINSTALL) {
            if (detail.get().allows(action)) {
                form.accept(action);
            }
        } else if (chosen.get().equals(Optional.of(action))) {
            choices.remove(service.get());
        } else if (detail.get().allows(action)) {
            boolean asRecommended = recommended.apply(service.get()).equals(Optional.of(action));
            Origin origin = asRecommended ? Origin.RECOMMENDATION : Origin.ADMINISTRATOR;
            choices.put(service.get(), new Choice(service.get(), action, origin, note.get()));
        }
    }

    private void keepNote(String text) {
        Optional<Choice> choice = service.map(choices::get);
        if (!following && choice.isPresent() && !choice.get().note().equals(text)) {
            Choice kept = choice.get();
            choices.put(kept.service(), new Choice(kept.service(), kept.action(), kept.limits(), kept.origin(), text));
        }
    }

    /** The note of a choice taken back stays while the service is looked at. */
    private void follow(boolean otherService) {
        Optional<Choice> choice = service.map(choices::get);
        following = true;
        if (otherService || choice.isPresent()) {
            note.set(choice.map(Choice::note).orElse(""));
        }
        following = false;
        chosen.set(choice.map(Choice::action));
    }
}
