package org.doorwarden.ui.services;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.doorwarden.model.ServiceName;

/**
 * The list of services: what of it is shown, and which service is chosen. A row that no longer fits because it was just
 * decided stays until something else is looked for, so that nothing jumps away under the hand.
 */
public final class ServiceListModel {

    private final Predicate<ServiceName> decided;
    private final StringProperty search = new SimpleStringProperty("");
    private final Map<ServiceFilter, BooleanProperty> filters = new EnumMap<>(ServiceFilter.class);
    private final Map<ServiceFilter, IntegerProperty> counts = new EnumMap<>(ServiceFilter.class);
    private final ObjectProperty<List<ServiceEntry>> entries = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<ServiceRow> selected = new SimpleObjectProperty<>();
    private final Map<ServiceName, ServiceRow> byName = new HashMap<>();
    private List<ServiceRow> rows = List.of();
    private boolean clearing;

    ServiceListModel(Predicate<ServiceName> decided) {
        this.decided = decided;
        search.addListener(change -> refilter());
        for (ServiceFilter filter : ServiceFilter.values()) {
            BooleanProperty on = new SimpleBooleanProperty();
            on.addListener(change -> refilter());
            filters.put(filter, on);
            counts.put(filter, new SimpleIntegerProperty());
        }
    }

    /** What is looked for: parts of names, descriptions and ports. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Whether the list is narrowed down to these. */
    public BooleanProperty filterProperty(ServiceFilter filter) {
        return filters.get(filter);
    }

    /** How many services a filter holds for, whatever else is looked for. */
    public ReadOnlyIntegerProperty countProperty(ServiceFilter filter) {
        return counts.get(filter);
    }

    /** The lines of the list; never changed, only replaced. */
    public ReadOnlyObjectProperty<List<ServiceEntry>> entriesProperty() {
        return entries;
    }

    /** The service chosen; null where nothing is found. */
    public ReadOnlyObjectProperty<ServiceRow> selectedProperty() {
        return selected;
    }

    /** At which line the service chosen stands; -1 for none. */
    public int selectedIndex() {
        return selected.get() == null ? -1 : entries.get().indexOf(selected.get());
    }

    public List<ServiceRow> rows() {
        return rows;
    }

    /** Takes the services of a server and begins with the first open door. */
    void take(List<ServiceRow> taken) {
        rows = taken;
        byName.clear();
        rows.forEach(row -> byName.put(row.name(), row));
        ServiceName before = selected.get() == null ? null : selected.get().name();
        count();
        entries.set(visible());
        Optional<ServiceRow> kept =
                shown().filter(row -> row.name().equals(before)).findFirst();
        selected.set(kept.or(() -> shown().filter(ServiceRow::openDoor).findFirst())
                .or(() -> shown().findFirst())
                .orElse(null));
    }

    /** Chooses a service, and shows all of them if this one is hidden; one that is not in the list is passed over. */
    public void select(ServiceName name) {
        ServiceRow row = byName.get(name);
        if (row == null) {
            return;
        }
        if (!entries.get().contains(row)) {
            clear();
        }
        selected.set(row);
    }

    /** Goes so many services down, or up where the number is negative, and not beyond the ends. */
    public void move(int steps) {
        List<ServiceRow> visible = shown().toList();
        if (!visible.isEmpty()) {
            int at = (selected.get() == null ? 0 : visible.indexOf(selected.get())) + steps;
            selected.set(visible.get(Math.max(0, Math.min(visible.size() - 1, at))));
        }
    }

    /** Goes to the next service that is not decided, or with -1 to the one before; after the last comes the first. */
    public void moveToUndecided(int direction) {
        List<ServiceRow> visible = shown().toList();
        int at = selected.get() == null ? 0 : Math.max(0, visible.indexOf(selected.get()));
        for (int i = 1; i < visible.size(); i++) {
            ServiceRow row = visible.get(Math.floorMod(at + i * direction, visible.size()));
            if (!decided.test(row.name())) {
                selected.set(row);
                return;
            }
        }
    }

    /** Looks for nothing any more. */
    public void clear() {
        clearing = true;
        search.set("");
        filters.values().forEach(filter -> filter.set(false));
        clearing = false;
        refilter();
    }

    /** Counts again, after something was decided. */
    void count() {
        counts.forEach((filter, count) -> count.set((int) rows.stream()
                .filter(row -> ServiceRows.holds(filter, row, decided))
                .count()));
    }

    private void refilter() {
        if (clearing) {
            return;
        }
        entries.set(visible());
        ServiceRow row = selected.get();
        if (row == null || !entries.get().contains(row)) {
            selected.set(shown().findFirst().orElse(null));
        }
    }

    private List<ServiceEntry> visible() {
        Set<ServiceFilter> on = filters.entrySet().stream()
                .filter(filter -> filter.getValue().get())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return ServiceRows.visible(rows, search.get(), on, decided);
    }

    private Stream<ServiceRow> shown() {
        return entries.get().stream().filter(ServiceRow.class::isInstance).map(ServiceRow.class::cast);
    }
}
