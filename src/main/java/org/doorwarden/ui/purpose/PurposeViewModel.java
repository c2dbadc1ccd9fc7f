package org.doorwarden.ui.purpose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.ProductsInUse;
import org.doorwarden.analysis.RoleEvidence;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Inventory;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** What the server is for, and which programs on it need services. */
public final class PurposeViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final ObservableList<RoleItem> roles = FXCollections.observableArrayList();
    private final ObservableList<ProductItem> products = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Action next;
    private Reading shown;

    public PurposeViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.navigator = navigator;
        this.tasks = tasks;
        this.messages = messages;
        this.next = new Action("to-services", messages.say("ui.purpose.next"), this::assess);
        say(messages.say("ui.purpose.title"), messages.say("ui.purpose.line"));
        hint(messages.say("ui.purpose.keys"));
    }

    /**
     * A role to be ticked.
     *
     * @param evidence what on this server speaks for it, in words; empty for nothing
     */
    public record RoleItem(Role role, String evidence, BooleanProperty chosen) {}

    /**
     * A program that needs services.
     *
     * @param requires which services and why, in words
     * @param installed whether it was found on the server; then it counts whatever is ticked
     */
    public record ProductItem(KnownProduct product, String requires, boolean installed, BooleanProperty chosen) {}

    public ObservableList<RoleItem> roles() {
        return roles;
    }

    public ObservableList<ProductItem> products() {
        return products;
    }

    /** "I do not know": the roles are left aside and a plain web server is assumed. */
    public BooleanProperty unknownProperty() {
        return session.purposeUnknownProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(next);
    }

    @Override
    public void enter() {
        Reading reading = session.readingProperty().get();
        if (reading != shown) {
            shown = reading;
            tasks.run(workplace::catalogue, catalogue -> show(catalogue, reading.inventory()), this::fail);
        }
    }

    private void show(Catalogue catalogue, Inventory inventory) {
        boolean saidBefore = !session.roles().isEmpty();
        Map<String, RoleEvidence> evidence = RoleEvidence.findAll(catalogue, inventory).stream()
                .collect(Collectors.toMap(each -> each.role().id(), each -> each));
        roles.setAll(catalogue.roles().values().stream()
                .map(role -> roleItem(role, Optional.ofNullable(evidence.get(role.id())), saidBefore))
                .toList());
        List<KnownProduct> installed = ProductsInUse.find(catalogue, inventory);
        products.setAll(catalogue.products().stream()
                .map(product -> productItem(product, installed.contains(product)))
                .toList());
        allowNext();
        session.purposeUnknownProperty().addListener(change -> allowNext());
    }

    /** What runs here is preselected, since taking away too little can be mended; the person unticks what nobody uses. */
    private RoleItem roleItem(Role role, Optional<RoleEvidence> evidence, boolean saidBefore) {
        boolean chosen = saidBefore ? session.roles().contains(role.id()) : evidence.isPresent();
        RoleItem item = new RoleItem(
                role,
                evidence.map(found -> messages.say(
                                chosen && !saidBefore ? "ui.purpose.evidence.taken" : "ui.purpose.evidence",
                                found.found().stream().map(messages::say).collect(Collectors.joining("; "))))
                        .orElse(""),
                new SimpleBooleanProperty(chosen));
        keep(item);
        item.chosen().addListener(change -> keep(item));
        return item;
    }

    private void keep(RoleItem item) {
        if (item.chosen().get()) {
            session.roles().add(item.role().id());
        } else {
            session.roles().remove(item.role().id());
        }
        allowNext();
    }

    private ProductItem productItem(KnownProduct product, boolean installed) {
        ProductItem item = new ProductItem(
                product,
                product.requires().stream()
                        .map(required -> messages.say("ui.purpose.requires", required.service(), required.because()))
                        .collect(Collectors.joining("\n")),
                installed,
                new SimpleBooleanProperty(installed || session.products().contains(product.id())));
        item.chosen().addListener((property, before, now) -> {
            if (now) {
                session.products().add(product.id());
            } else {
                session.products().remove(product.id());
            }
        });
        return item;
    }

    private void allowNext() {
        next.disabledProperty()
                .set(session.roles().isEmpty()
                        && !session.purposeUnknownProperty().get());
    }

    private void assess() {
        Reading reading = session.readingProperty().get();
        Policy purpose = session.policy();
        failure.set(Optional.empty());
        tasks.run(
                () -> WizardSession.assess(workplace.catalogue(), reading, purpose),
                (Assessment assessment) -> {
                    session.assessmentProperty().set(assessment);
                    navigator.go(StepId.SERVICES);
                },
                this::fail);
    }

    private void fail(Exception failed) {
        failure.set(Optional.of(Failure.of(failed, Message.of("ui.purpose.failed.advice"), "PURPOSE-1")));
    }
}
