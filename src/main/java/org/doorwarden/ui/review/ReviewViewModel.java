package org.doorwarden.ui.review;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.CatalogueComparison;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Policy;
import org.doorwarden.plan.Refusal;
import org.doorwarden.report.CommandScript;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.restrict.ProblemWords;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** The plan as it would be applied: what could go wrong, what would be changed, what that means. */
public final class ReviewViewModel extends StepModel {

    /** What most services need to stop, what DISM needs for most components, and what else takes with writing it down. */
    private static final int SECONDS_PER_STOP = 5;

    private static final int SECONDS_PER_COMPONENT = 90;
    private static final int SECONDS_PER_OTHER = 1;

    /**
     * A choice that is not carried out.
     *
     * @param blocking whether the plan cannot be applied because of it
     */
    public record RefusalItem(ServiceName service, String text, boolean blocking) {}

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final ObservableList<ReviewRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RefusalItem> refusals = FXCollections.observableArrayList();
    private final ObservableList<ImpactPart> impact = FXCollections.observableArrayList();
    private final ObservableList<String> commands = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> lockOut = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> newerCatalogue = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty undecided = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Consents consents;
    private final Action apply;
    private int latest;

    public ReviewViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.navigator = navigator;
        this.tasks = tasks;
        this.messages = messages;
        this.apply = new Action("apply-plan", messages.say("ui.review.apply", 0), this::agree);
        this.consents = new Consents(messages, this::allow);
        apply.disabledProperty().set(true);
        say(messages.say("ui.review.title"), "");
        hint(messages.say("ui.review.keys"));
    }

    /** One for each service that would be changed. */
    public ObservableList<ReviewRow> rows() {
        return rows;
    }

    /** Choices that are not carried out; those that block the plan first. */
    public ObservableList<RefusalItem> refusals() {
        return refusals;
    }

    /** What the plan means beyond the services chosen. */
    public ObservableList<ImpactPart> impact() {
        return impact;
    }

    /** The changes as commands to type. */
    public ObservableList<String> commands() {
        return commands;
    }

    /** The services, in words, that remote administrators may need. */
    public ReadOnlyObjectProperty<Optional<String>> lockOutProperty() {
        return lockOut;
    }

    /** Which verdicts have changed since the last run because the catalogue has, in words. */
    public ReadOnlyObjectProperty<Optional<String>> newerCatalogueProperty() {
        return newerCatalogue;
    }

    /** Why the plan cannot be applied, if so. */
    public ReadOnlyObjectProperty<Optional<String>> obstacleProperty() {
        return obstacle;
    }

    /** What has to be agreed to by itself. */
    public Consents consents() {
        return consents;
    }

    /** Whether it is the refusals that stand in the way. */
    public boolean isBlocked() {
        return session.serverProperty().get() != null
                && session.serverProperty().get().readOnly().isEmpty()
                && refusals.stream().anyMatch(RefusalItem::blocking);
    }

    /** How many services nobody decided about. */
    public ReadOnlyStringProperty undecidedProperty() {
        return undecided;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(apply);
    }

    /** Shows the session's plan; makes a new one if something was chosen since. */
    @Override
    public void enter() {
        int mine = ++latest;
        failure.set(Optional.empty());
        Plan plan = session.planProperty().get();
        Policy chosen = session.policy();
        Assessment assessment = session.assessmentProperty().get();
        if (plan != null && isOf(plan, chosen, assessment)) {
            describe(mine, plan);
            return;
        }
        apply.disabledProperty().set(true);
        Reading reading = session.readingProperty().get();
        ServerBackend backend = session.serverProperty().get().backend();
        tasks.run(
                () -> WizardSession.plan(
                        workplace.catalogue(),
                        reading,
                        assessment,
                        chosen,
                        ChoiceLookups.of(backend, workplace.hostNames(), reading.inventory(), chosen.choices()),
                        workplace.clock().instant()),
                made -> {
                    if (mine == latest) {
                        session.planProperty().set(made);
                        describe(mine, made);
                    }
                },
                failed -> fail(mine, failed));
    }

    /** Leads to the very service. */
    public void edit(ServiceName service) {
        navigator.goToService(service);
    }

    private static boolean isOf(Plan plan, Policy chosen, Assessment assessment) {
        return plan.choices().equals(chosen.choices())
                && plan.roles()
                        .equals(assessment.purpose().roles().stream()
                                .map(Role::id)
                                .toList())
                && plan.products()
                        .equals(assessment.products().stream()
                                .map(KnownProduct::id)
                                .toList());
    }

    /** What is said needs the names of roles, which are read with the catalogue. */
    private void describe(int mine, Plan plan) {
        Reading reading = session.readingProperty().get();
        Assessment assessment = session.assessmentProperty().get();
        Policy purpose = session.policy();
        tasks.run(
                () -> new Known(workplace.catalogue(), changedSinceLastRun(reading, assessment, purpose)),
                known -> {
                    if (mine == latest) {
                        newerCatalogue.set(known.changed());
                        show(plan, known.catalogue());
                    }
                },
                failed -> fail(mine, failed));
    }

    /** What is known, and what of it has changed since the last run. */
    private record Known(Catalogue catalogue, Optional<String> changed) {}

    private Optional<String> changedSinceLastRun(Reading reading, Assessment now, Policy purpose)
            throws DocumentException, IOException, WrongUse {
        Catalogue inUse = workplace.catalogue();
        Optional<Catalogue> applied;
        try {
            applied = workplace.lastApplied();
        } catch (DocumentException unreadable) {
            // Nothing to compare with: that must not keep anybody from going on.
            return Optional.of(messages.say("catalogue.newer.unreadable", unreadable.document()));
        }
        return applied.map(
                        last -> CatalogueComparison.of(last, inUse, WizardSession.assess(last, reading, purpose), now)
                                .verdicts())
                .filter(verdicts -> !verdicts.isEmpty())
                .map(verdicts -> messages.say(
                        "ui.review.newer.catalogue.text",
                        verdicts.stream()
                                .map(change -> messages.say(
                                        "ui.review.newer.catalogue.verdict",
                                        change.after().service().displayName(),
                                        messages.say("verdict."
                                                + change.before().verdict().id()),
                                        messages.say("verdict."
                                                + change.after().verdict().id())))
                                .collect(Collectors.joining(", "))));
    }

    private void show(Plan plan, Catalogue catalogue) {
        int changes = plan.changes().size();
        say(
                messages.say("ui.review.title"),
                messages.say(
                        "ui.review.line",
                        changes,
                        plan.serverName(),
                        minutes(plan),
                        messages.say(
                                "assess.catalogue",
                                catalogue.edition().version(),
                                catalogue.edition().date())));
        apply.textProperty().set(messages.say("ui.review.apply", changes));
        List<ServiceName> carriers = plan.impact().mayLockOut();
        lockOut.set(
                carriers.isEmpty()
                        ? Optional.empty()
                        : Optional.of(messages.say(
                                "ui.review.lock.out.text",
                                String.join(
                                        ", ", carriers.stream().map(this::name).toList()))));
        List<Refusal> blocking = plan.blockingRefusals();
        refusals.setAll(plan.refusals().stream()
                .map(refusal -> new RefusalItem(refusal.choice().service(), words(refusal), blocking.contains(refusal)))
                .sorted((a, b) -> Boolean.compare(b.blocking(), a.blocking()))
                .toList());
        obstacle.set(obstacle(plan));
        Inventory inventory = session.readingProperty().get().inventory();
        consents.take(plan, inventory);
        allow();
        impact.setAll(ImpactPart.of(plan, catalogue.roles(), this::name, messages));
        commands.setAll(CommandScript.lines(plan, messages));
        rows.setAll(ReviewRows.of(plan, inventory, messages));
        undecided.set(messages.say("ui.review.undecided", countUndecided()));
    }

    private void allow() {
        apply.disabledProperty().set(obstacle.get().isPresent() || !consents.isGiven());
    }

    private Optional<String> obstacle(Plan plan) {
        Optional<ReadOnly> readOnly = session.serverProperty().get().readOnly();
        if (readOnly.isPresent()) {
            return Optional.of(messages.say(
                    readOnly.get() == ReadOnly.FILE ? "ui.review.obstacle.file" : "ui.review.obstacle.rights"));
        }
        if (!plan.blockingRefusals().isEmpty()) {
            return Optional.of(messages.say("ui.review.obstacle.blocked"));
        }
        return plan.changes().isEmpty() ? Optional.of(messages.say("ui.review.obstacle.nothing")) : Optional.empty();
    }

    private long countUndecided() {
        return session.readingProperty()
                .get()
                .inventory()
                .servicesOnly()
                .filter(service -> session.choice(service.name()).isEmpty())
                .count();
    }

    /** Minutes, rounded up; 0 if there is nothing to do. */
    private static int minutes(Plan plan) {
        int seconds = 0;
        for (Change change : plan.changes()) {
            seconds += switch (change.kind()) {
                case STOP_SERVICE -> SECONDS_PER_STOP;
                case SET_WINDOWS_FEATURE -> SECONDS_PER_COMPONENT;
                default -> SECONDS_PER_OTHER;
            };
        }
        return (seconds + 59) / 60;
    }

    private String words(Refusal refusal) {
        if (refusal.why() == Refusal.Why.NEEDED) {
            return messages.say(
                    "ui.review.refusal.needed", name(refusal.choice().service()));
        }
        if (ProblemWords.has(refusal.why().id(), messages)) {
            return messages.say(
                    "ui.review.refusal.limit",
                    name(refusal.choice().service()),
                    ProblemWords.of(refusal.why().id(), refusal.detail(), messages));
        }
        return messages.say(
                "refusal." + refusal.why().id(),
                name(refusal.choice().service()),
                String.join(", ", refusal.related().stream().map(this::name).toList()),
                refusal.detail());
    }

    private String name(ServiceName service) {
        return Printable.of(session.readingProperty()
                .get()
                .inventory()
                .find(service)
                .map(Service::displayName)
                .orElse(service.value()));
    }

    private void agree() {
        session.agree(session.planProperty().get(), consents.agreements());
        consents.withdraw();
        navigator.go(StepId.APPLY);
    }

    private void fail(int mine, Exception failed) {
        if (mine == latest) {
            apply.disabledProperty().set(true);
            failure.set(Optional.of(Failure.of(failed, Message.of("ui.review.failed.advice"), "REVIEW-1")));
        }
    }
}
