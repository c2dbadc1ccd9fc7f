package org.doorwarden.ui.purpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.text.Similar;

/** The programs that need services: those found here, those a person says are in use, and a search among all others. */
public final class ProductChoice {

    private static final int MOST_FOUND = 5;

    private final ObservableSet<String> named;
    private final Messages messages;
    private final ObservableList<ProductItem> inUse = FXCollections.observableArrayList();
    private final ObservableList<ProductItem> matches = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private List<KnownProduct> known = List.of();
    private List<String> installed = List.of();

    /**
     * A program that needs services.
     *
     * @param requires which services and why, in words
     * @param services which services, in one line
     * @param installed whether it was found on the server; then it counts whatever is said
     */
    public record ProductItem(String id, String name, String requires, String services, boolean installed) {}

    /** @param named the ids of those a person says are in use, to be kept up to date */
    ProductChoice(ObservableSet<String> named, Messages messages) {
        this.named = named;
        this.messages = messages;
        search.addListener(change -> look());
    }

    /** Those found here first, then those a person named. */
    public ObservableList<ProductItem> inUse() {
        return inUse;
    }

    /** What is looked for among the others. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The few that fit best; none as long as nothing is looked for. */
    public ObservableList<ProductItem> matches() {
        return matches;
    }

    /** What there is to say of the search: how many more there are, or that there is none; empty for nothing. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What to say where nothing is looked for: how many programs can be. */
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    void take(List<KnownProduct> all, List<String> found) {
        known = all;
        installed = found;
        prompt.set(messages.say("ui.purpose.products.search", all.size()));
        showInUse();
        look();
    }

    /** The person says that it is in use. */
    public void add(String id) {
        named.add(id);
        search.set("");
        showInUse();
    }

    /** The person takes that back. */
    public void remove(String id) {
        named.remove(id);
        showInUse();
        look();
    }

    /** Adds the one that fits best; nothing happens if none does. */
    public void addBest() {
        matches.stream().findFirst().ifPresent(best -> add(best.id()));
    }

    private void showInUse() {
        List<ProductItem> items = new ArrayList<>();
        known.stream().filter(product -> installed.contains(product.id())).forEach(product -> items.add(item(product)));
        known.stream()
                .filter(product -> named.contains(product.id()) && !installed.contains(product.id()))
                .forEach(product -> items.add(item(product)));
        inUse.setAll(items);
    }

    private void look() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        List<KnownProduct> found = wanted.isEmpty() ? List.of() : find(wanted);
        matches.setAll(found.stream().limit(MOST_FOUND).map(this::item).toList());
        int more = found.size() - matches.size();
        said.set(
                wanted.isEmpty()
                        ? ""
                        : found.isEmpty()
                                ? messages.say("ui.purpose.products.nothing")
                                : more > 0 ? messages.say("ui.purpose.products.more", more) : "");
    }

    /** Those that begin so, then those with all words in them; if there are none, those called something similar. */
    private List<KnownProduct> find(String wanted) {
        List<KnownProduct> others = known.stream()
                .filter(product -> !installed.contains(product.id()) && !named.contains(product.id()))
                .toList();
        String[] words = wanted.split("\\s+");
        List<KnownProduct> found = others.stream()
                .filter(product -> Stream.of(words).allMatch(plain(product)::contains))
                .sorted((a, b) -> Boolean.compare(plain(b).startsWith(wanted), plain(a).startsWith(wanted)))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        List<String> similar =
                Similar.to(wanted, others.stream().map(KnownProduct::name).toList(), MOST_FOUND);
        return others.stream()
                .filter(product -> similar.contains(product.name()))
                .toList();
    }

    private static String plain(KnownProduct product) {
        return product.name().toLowerCase(Locale.ROOT);
    }

    private ProductItem item(KnownProduct product) {
        return new ProductItem(
                product.id(),
                Printable.of(product.name()),
                product.requires().stream()
                        .map(required -> messages.say("ui.purpose.requires", required.service(), required.because()))
                        .collect(Collectors.joining("\n")),
                messages.say(
                        "ui.purpose.products.needs",
                        product.requires().stream()
                                .map(Requirement::service)
                                .map(Object::toString)
                                .distinct()
                                .collect(Collectors.joining(", "))),
                installed.contains(product.id()));
    }
}
