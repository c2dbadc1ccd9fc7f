package org.doorwarden.ui.purpose;

import java.text.BreakIterator;
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

/** What the server is for, where it stands, and which programs on it need services. */
public final class PurposeViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final ObservableList<RoleItem> roles = FXCollections.observableArrayList();
    private final ProductChoice products;
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
        this.products = new ProductChoice(session.products(), messages);
        this.next = new Action("to-services", messages.say("ui.purpose.next"), this::assess);
        session.purposeUnknownProperty().addListener(change -> allowNext());
        say(messages.say("ui.purpose.title"), messages.say("ui.purpose.line"));
        hint(messages.say("ui.purpose.keys"));
    }

    /**
     * A role to be ticked.
     *
     * @param summary what it is, in a sentence; the role itself says more
     * @param evidence what on this server speaks for it, in words; empty for nothing
     */
    public record RoleItem(Role role, String summary, String evidence, BooleanProperty chosen) {}

    /** All roles, in the order of their groups. */
    public ObservableList<RoleItem> roles() {
        return roles;
    }

    public ProductChoice products() {
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
            failure.set(Optional.empty());
            tasks.run(
                    () -> {
                        Catalogue catalogue = workplace.catalogue();
                        Inventory inventory = reading.inventory();
                        return new Found(
                                catalogue,
                                RoleEvidence.findAll(catalogue, inventory),
                                ProductsInUse.find(catalogue, inventory).stream()
                                        .map(product -> product.id())
                                        .toList());
                    },
                    this::show,
                    failed -> {
                        shown = null;
                        fail(failed);
                    });
        }
    }

    /**
     * What the server shows, found out away from the screen's thread.
     *
     * @param installed the ids of the products found
     */
    private record Found(Catalogue catalogue, List<RoleEvidence> evidence, List<String> installed) {}

    private void show(Found found) {
        boolean saidBefore = !session.roles().isEmpty();
        Map<String, RoleEvidence> evidence = found.evidence().stream()
                .collect(Collectors.toMap(each -> each.role().id(), each -> each));
        roles.setAll(found.catalogue().roles().values().stream()
                .sorted((a, b) -> a.group().compareTo(b.group()))
                .map(role -> roleItem(role, Optional.ofNullable(evidence.get(role.id())), saidBefore))
                .toList());
        roles.forEach(this::follow);
        products.take(found.catalogue().products(), found.installed());
        allowNext();
    }

    /** What shows here is preselected, since taking away too little can be mended; the person unticks what nobody uses. */
    private RoleItem roleItem(Role role, Optional<RoleEvidence> evidence, boolean saidBefore) {
        boolean chosen = saidBefore ? session.roles().contains(role.id()) : evidence.isPresent();
        return new RoleItem(
                role,
                firstSentence(role.description()),
                evidence.map(found -> messages.say(
                                "ui.purpose.evidence",
                                found.found().stream().map(messages::say).collect(Collectors.joining("; "))))
                        .orElse(""),
                new SimpleBooleanProperty(chosen));
    }

    private String firstSentence(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(messages.locale());
        sentences.setText(text);
        sentences.first();
        int end = sentences.next();
        return end == BreakIterator.DONE ? text : text.substring(0, end).strip();
    }

    private void follow(RoleItem item) {
        keep(item);
        item.chosen().addListener(change -> keep(item));
    }

    private void keep(RoleItem item) {
        if (item.chosen().get()) {
            session.roles().add(item.role().id());
            roles.stream()
                    .filter(other -> excludeEachOther(item.role(), other.role()))
                    .forEach(other -> other.chosen().set(false));
        } else {
            session.roles().remove(item.role().id());
        }
        allowNext();
    }

    private static boolean excludeEachOther(Role one, Role other) {
        return one.excludes().contains(other.id()) || other.excludes().contains(one.id());
    }

    /** Where a server stands does not say what it does. */
    private void allowNext() {
        boolean said = roles.stream()
                .anyMatch(item -> item.chosen().get() && item.role().group() != Role.Group.SURROUNDINGS);
        next.disabledProperty().set(!said && !session.purposeUnknownProperty().get());
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
