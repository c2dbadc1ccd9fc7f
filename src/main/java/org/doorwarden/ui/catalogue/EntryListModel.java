package org.doorwarden.ui.catalogue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.doorwarden.catalogue.CatalogueSearch;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.catalogue.EntryIndex.Found;
import org.doorwarden.ui.task.Tasks;

/** The list of entries: what is looked for, what was found, which entry is chosen. It is searched off the screen's thread. */
public final class EntryListModel {

    private final Tasks tasks;
    private final Messages messages;
    private final Consumer<Exception> failed;
    private final StringProperty search = new SimpleStringProperty("");
    private final Map<EntryKind, BooleanProperty> kinds = new EnumMap<>(EntryKind.class);
    private final ObjectProperty<List<CatalogueLine>> lines = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<EntryRow> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<EntryIndex>> index = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
    private Optional<ServiceName> selectLater = Optional.empty();
    private boolean clearing;

    /** Counts what was looked for; what was looked for before need not be found any more. */
    private volatile int latest;

    EntryListModel(Tasks tasks, Messages messages, Consumer<Exception> failed) {
        this.tasks = tasks;
        this.messages = messages;
        this.failed = failed;
        search.addListener(change -> look());
        for (EntryKind kind : EntryKind.values()) {
            BooleanProperty on = new SimpleBooleanProperty();
            on.addListener(change -> look());
            kinds.put(kind, on);
        }
    }

    /** What is looked for: a name, a port, a program, a flaw, a question. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Whether the list is narrowed down to this kind; with several, to any of them. */
    public BooleanProperty kindProperty(EntryKind kind) {
        return kinds.get(kind);
    }

    /** All entries; empty as long as they are not read. */
    ReadOnlyObjectProperty<Optional<EntryIndex>> indexProperty() {
        return index;
    }

    /** The lines of the list; never changed, only replaced. */
    public ReadOnlyObjectProperty<List<CatalogueLine>> linesProperty() {
        return lines;
    }

    /** The entry chosen; null for none. */
    public ReadOnlyObjectProperty<EntryRow> selectedProperty() {
        return selected;
    }

    /** At which line the entry chosen stands; -1 for none. */
    public int selectedIndex() {
        return selected.get() == null ? -1 : lines.get().indexOf(selected.get());
    }

    /** How many entries were found, or that these are only guesses. */
    public ReadOnlyStringProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** What to say where nothing was found. */
    public ReadOnlyStringProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
    }

    void take(EntryIndex made) {
        index.set(Optional.of(made));
        look();
    }

    /** Chooses an entry by its own name, and shows all of them if this one is hidden or not there yet. */
    public void select(ServiceName name) {
        Optional<EntryRow> row = row(name);
        if (row.isPresent()) {
            selected.set(row.get());
        } else {
            selectLater = Optional.of(name);
            clear();
        }
    }

    /** Goes so many entries down, or up where the number is negative, and not beyond the ends. */
    public void move(int steps) {
        List<EntryRow> shown = rows().toList();
        if (!shown.isEmpty()) {
            // From no entry, the first step down leads to the first one.
            int at = selected.get() == null ? -1 : shown.indexOf(selected.get());
            selected.set(shown.get(Math.max(0, Math.min(shown.size() - 1, at + steps))));
        }
    }

    /** Looks for nothing any more. */
    public void clear() {
        clearing = true;
        search.set("");
        kinds.values().forEach(kind -> kind.set(false));
        clearing = false;
        look();
    }

    private void look() {
        if (clearing || index.get().isEmpty()) {
            return;
        }
        latest++;
        int mine = latest;
        String words = search.get();
        Set<EntryKind> on = EnumSet.noneOf(EntryKind.class);
        kinds.entrySet().stream().filter(kind -> kind.getValue().get()).forEach(kind -> on.add(kind.getKey()));
        EntryIndex searched = index.get().get();
        tasks.run(
                () -> mine == latest ? Optional.of(searched.find(words, on)) : Optional.<Found>empty(),
                made -> made.filter(fresh -> mine == latest).ifPresent(fresh -> show(fresh, words)),
                failed);
    }

    private void show(Found fresh, String words) {
        int all = index.get().map(EntryIndex::count).orElse(0);
        found.set(
                fresh.guessed() && fresh.count() > 0
                        ? messages.say("ui.catalogue.found.similar", words.strip())
                        : fresh.count() == all
                                ? messages.say("ui.catalogue.found.all", all)
                                : messages.say("ui.catalogue.found", fresh.count(), all));
        OptionalInt port = CatalogueSearch.port(words);
        nothing.set(
                port.isPresent()
                        ? messages.say("ui.catalogue.no.port", String.valueOf(port.getAsInt()))
                        : messages.say("ui.catalogue.nothing.text"));
        lines.set(fresh.lines());
        selected.set(toSelect(words));
    }

    /** Who looks for something gets the best of it; who looks for nothing keeps what was there, if only nothing. */
    private EntryRow toSelect(String words) {
        Optional<EntryRow> asked = selectLater.flatMap(this::row);
        selectLater = Optional.empty();
        if (asked.isPresent()) {
            return asked.get();
        }
        Optional<EntryRow> first = rows().findFirst();
        if (!words.isBlank()) {
            return first.orElse(null);
        }
        return selected.get() == null
                ? null
                : row(selected.get().name()).or(() -> first).orElse(null);
    }

    private Stream<EntryRow> rows() {
        return lines.get().stream().filter(EntryRow.class::isInstance).map(EntryRow.class::cast);
    }

    private Optional<EntryRow> row(ServiceName name) {
        return rows().filter(row -> row.name().equals(name)).findFirst();
    }
}
