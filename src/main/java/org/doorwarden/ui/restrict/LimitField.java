package org.doorwarden.ui.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Offer;

/** What the form says of one limit: as it is now, until somebody says something else. */
public final class LimitField {

    private final Offer offer;
    private final Runnable edited;
    private final ObservableList<String> values = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper said = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<String>> problem = new SimpleObjectProperty<>(Optional.empty());

    /**
     * @param kept what was said before; empty if nothing was
     * @param edited told when something else is said
     */
    LimitField(Offer offer, Optional<List<String>> kept, Runnable edited) {
        this.offer = offer;
        this.edited = edited;
        values.setAll(kept.orElse(offer.now()));
        said.set(kept.isPresent());
    }

    public Offer offer() {
        return offer;
    }

    public Limit limit() {
        return offer.limit();
    }

    /** The entries of the list, or the one word; empty for "none", and where it cannot be told what is now. */
    public ObservableList<String> values() {
        return values;
    }

    /** Whether something is said; otherwise it is left as it is. */
    public ReadOnlyBooleanProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Why it cannot be limited so, in words. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem;
    }

    /** Says the one word. */
    public void choose(String word) {
        say(List.of(word));
    }

    /** Adds what somebody typed or pasted, entry by entry; what is there already is not added again. */
    public void add(String text) {
        List<String> more = new ArrayList<>(values);
        for (String entry : entries(text)) {
            if (more.stream().noneMatch(entry::equalsIgnoreCase)) {
                more.add(entry);
            }
        }
        say(more);
    }

    public void remove(String entry) {
        List<String> fewer = new ArrayList<>(values);
        fewer.remove(entry);
        say(fewer);
    }

    /** Leaves it as it is. */
    public void leave() {
        say(offer.now());
    }

    /** Says what is recommended, if anything is. */
    void takeAdvice() {
        if (!offer.advised().isEmpty()) {
            say(offer.advised());
        }
    }

    void show(Optional<String> found) {
        problem.set(found);
    }

    private void say(List<String> now) {
        if (!now.equals(values)) {
            values.setAll(now);
            said.set(!now.equals(offer.now()));
            edited.run();
        }
    }

    /** No address and no account holds a comma or semicolon; a path may. */
    private List<String> entries(String text) {
        boolean path = limit().form() == Limit.Form.FOLDERS || limit().form() == Limit.Form.REGISTRY_PATHS;
        List<String> entries = new ArrayList<>();
        for (String part : text.split(path ? "[\\r\\n]+" : "[\\r\\n,;]+")) {
            if (!part.isBlank()) {
                entries.add(part.strip());
            }
        }
        return entries;
    }
}
