package org.doorwarden.ui.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.apply.Agreement;
import org.doorwarden.apply.RunReport;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Planner;
import org.doorwarden.plan.Policy;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Restrictions;

/** One walk through the wizard: what was read, what was said, what was chosen, what came of it. Belongs to the screen's thread. */
public final class WizardSession {

    private final ObjectProperty<OpenServer> server = new SimpleObjectProperty<>();
    private final ObjectProperty<Reading> reading = new SimpleObjectProperty<>();
    private final ObservableSet<String> roles = FXCollections.observableSet();
    private final ObservableSet<String> products = FXCollections.observableSet();
    private final BooleanProperty purposeUnknown = new SimpleBooleanProperty();
    private final ObjectProperty<Assessment> assessment = new SimpleObjectProperty<>();
    private final ObservableMap<ServiceName, Choice> choices = FXCollections.observableHashMap();
    private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>();
    private Optional<Agreed> agreed = Optional.empty();
    private final ObjectProperty<RunReport> report = new SimpleObjectProperty<>();
    private final ObjectProperty<Reading> readingAfter = new SimpleObjectProperty<>();

    /** The server connected to; null before one is. */
    public ObjectProperty<OpenServer> serverProperty() {
        return server;
    }

    /** The latest reading before any change; null before there is one. */
    public ObjectProperty<Reading> readingProperty() {
        return reading;
    }

    /** Ids of the roles chosen. */
    public ObservableSet<String> roles() {
        return roles;
    }

    /** Ids of the products said to be in use, beside those found installed. */
    public ObservableSet<String> products() {
        return products;
    }

    /** Whether the person said not to know what the server is for. */
    public BooleanProperty purposeUnknownProperty() {
        return purposeUnknown;
    }

    /** The verdicts; null before there are any. */
    public ObjectProperty<Assessment> assessmentProperty() {
        return assessment;
    }

    /** What was decided, service by service; a service that is not in it is undecided and stays as it is. */
    public ObservableMap<ServiceName, Choice> choices() {
        return choices;
    }

    /** The plan shown for review; null before there is one. */
    public ObjectProperty<Plan> planProperty() {
        return plan;
    }

    /** A plan to be applied, and what was agreed to beside it as a whole. */
    public record Agreed(Plan plan, Set<Agreement> agreements) {}

    /** The person has seen this plan and wants it applied. */
    public void agree(Plan reviewed, Set<Agreement> agreements) {
        agreed = Optional.of(new Agreed(reviewed, agreements));
    }

    /** The plan agreed to, for whoever applies it. An agreement is good for one run. */
    public Optional<Agreed> takeAgreed() {
        Optional<Agreed> taken = agreed;
        agreed = Optional.empty();
        return taken;
    }

    /** What came of the run; null before there was one. */
    public ObjectProperty<RunReport> reportProperty() {
        return report;
    }

    /** The server as it is after the run; null before there was one. */
    public ObjectProperty<Reading> readingAfterProperty() {
        return readingAfter;
    }

    /** Begins with another server. What was said of the one before is forgotten. */
    public void connect(OpenServer opened) {
        OpenServer before = server.get();
        if (before != null) {
            before.backend().close();
        }
        forget();
        server.set(opened);
    }

    /** Takes a new reading. Choices stay. */
    public void read(Reading taken) {
        assessment.set(null);
        plan.set(null);
        agreed = Optional.empty();
        report.set(null);
        readingAfter.set(null);
        reading.set(taken);
    }

    /** Judges for the purpose as it is said now; reads only what never changes, so it may be called on any thread. */
    public static Assessment assess(Catalogue catalogue, Reading reading, Policy purpose) {
        List<Role> stated = purpose.roles().stream()
                .map(catalogue.roles()::get)
                .filter(Objects::nonNull)
                .toList();
        List<KnownProduct> named = catalogue.products().stream()
                .filter(product -> purpose.products().contains(product.id()))
                .toList();
        return Assessor.assess(
                catalogue,
                reading.inventory(),
                reading.graph(),
                purpose(catalogue, reading.inventory(), stated, named));
    }

    /** Where nobody said what the server does, that is assumed, and what the server shows of it is taken into account. */
    private static Purpose purpose(
            Catalogue catalogue, Inventory inventory, List<Role> stated, List<KnownProduct> named) {
        if (stated.stream().anyMatch(role -> role.group() != Role.Group.SURROUNDINGS)) {
            return new Purpose(stated, false, named);
        }
        List<Role> assumed = new ArrayList<>(List.of(catalogue.roles().get(Catalogue.ASSUMED_ROLE)));
        assumed.addAll(stated);
        return new Purpose(assumed, true, named).withDetected(catalogue, inventory);
    }

    /** Plans what is chosen now; as {@link #assess}, for any thread. */
    public static Plan plan(
            Catalogue catalogue, Reading reading, Assessment assessment, Policy chosen, Lookups lookups, Instant now) {
        return Planner.plan(
                catalogue,
                reading.inventory(),
                reading.graph(),
                assessment,
                chosen.choices(),
                Restrictions.shipped(),
                lookups,
                now);
    }

    /** Purpose and choices as they are now. */
    public Policy policy() {
        List<Choice> ordered = Stream.ofNullable(reading.get())
                .flatMap(taken -> taken.inventory().services().keySet().stream())
                .map(choices::get)
                .filter(Objects::nonNull)
                .toList();
        return new Policy(purposeUnknown.get() ? List.of() : List.copyOf(roles), List.copyOf(products), false, ordered);
    }

    /** Takes up purpose and choices of before; what the server does not have is left out. */
    public void resume(Policy kept) {
        roles.clear();
        roles.addAll(kept.roles());
        products.clear();
        products.addAll(kept.products());
        Map<ServiceName, ?> known = reading.get().inventory().services();
        kept.choices().stream()
                .filter(choice -> known.containsKey(choice.service()))
                .forEach(choice -> choices.put(choice.service(), choice));
    }

    /** What was decided for a service. */
    public Optional<Choice> choice(ServiceName service) {
        return Optional.ofNullable(choices.get(service));
    }

    private void forget() {
        roles.clear();
        products.clear();
        purposeUnknown.set(false);
        choices.clear();
        read(null);
    }
}
