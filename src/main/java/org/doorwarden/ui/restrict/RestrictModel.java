package org.doorwarden.ui.restrict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.report.AccessPart;
import org.doorwarden.report.AccessText;
import org.doorwarden.restrict.LimitProblem;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Offer;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** The form that says who may use a service. What is said is checked at once; the choice is made only when it is kept. */
public final class RestrictModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Tasks tasks;
    private final Messages messages;
    private final Supplier<String> note;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ObservableList<LimitField> fields = FXCollections.observableArrayList();
    private final ObservableList<WhoPart> now = FXCollections.observableArrayList();
    private final ObservableList<WhoPart> after = FXCollections.observableArrayList();
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Action keep;
    private final Action leave;
    private final Action takeBack;
    private final Action advise;
    private final Action again;
    /** What was said in forms that were left for another service. */
    private final Map<ServiceName, Limits> unfinished = new HashMap<>();

    private Service service;
    private List<AccessPart> partsNow = List.of();
    /** Grows with every edit: an answer to an earlier one is not wanted any more, nor need it be worked out. */
    private volatile int latest;

    /** @param note the administrator's note to the choice */
    public RestrictModel(
            Workplace workplace, WizardSession session, Tasks tasks, Messages messages, Supplier<String> note) {
        this.workplace = workplace;
        this.session = session;
        this.tasks = tasks;
        this.messages = messages;
        this.note = note;
        keep = new Action("restrict-keep", messages.say("ui.services.restrict.keep"), this::keep);
        leave = new Action("restrict-leave", messages.say("ui.services.restrict.leave"), this::leave);
        takeBack = new Action("restrict-take-back", messages.say("ui.services.restrict.take.back"), this::takeBack);
        advise = new Action("restrict-advise", messages.say("ui.services.restrict.advise"), this::takeAdvice);
        again = new Action("restrict-again", messages.say("ui.services.restrict.again"), this::check);
        session.readingProperty().addListener(change -> forget());
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** One for each thing that can be limited. */
    public ObservableList<LimitField> fields() {
        return fields;
    }

    /** Who gets in now. */
    public ObservableList<WhoPart> now() {
        return now;
    }

    /** Who could get in afterwards. */
    public ObservableList<WhoPart> after() {
        return after;
    }

    /** What speaks against all that is said together. */
    public ObservableList<String> problems() {
        return problems;
    }

    /** Whether what was said last is still being looked at. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** How the form stands, in a few words, where there is no list of who could get in. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    public Action keepAction() {
        return keep;
    }

    public Action leaveAction() {
        return leave;
    }

    public Action takeBackAction() {
        return takeBack;
    }

    public Action adviseAction() {
        return advise;
    }

    public Action againAction() {
        return again;
    }

    /** Opens the form for a service, with what was said of it before. */
    public void open(Service opened) {
        close();
        int mine = latest;
        service = opened;
        Inventory inventory = session.readingProperty().get().inventory();
        title.set(messages.say("ui.services.restrict.title", ComponentFact.name(opened)));
        fields.clear();
        partsNow = List.of();
        now.clear();
        clearCheck();
        Optional<Choice> chosen =
                session.choice(opened.name()).filter(choice -> choice.action() == Choice.Action.RESTRICT);
        takeBack.visibleProperty().set(chosen.isPresent());
        advise.visibleProperty().set(false);
        Limits said = Optional.ofNullable(unfinished.get(opened.name()))
                .or(() -> chosen.map(Choice::limits))
                .orElse(Limits.NONE);
        open.set(true);
        tasks.run(
                () -> new Found(
                        Restrictions.shipped().offers(inventory, opened), AccessText.partsNow(inventory, opened)),
                found -> {
                    if (mine == latest) {
                        take(found, said);
                    }
                },
                failed -> fail(mine, failed));
    }

    private record Found(List<Offer> offers, List<AccessPart> now) {}

    private void take(Found found, Limits said) {
        partsNow = found.now();
        now.setAll(WhoPart.now(partsNow, messages));
        fields.setAll(found.offers().stream()
                .map(offer -> new LimitField(offer, said.of(offer.limit()), this::edited))
                .toList());
        advise.visibleProperty()
                .set(found.offers().stream().anyMatch(offer -> !offer.advised().isEmpty()));
        check();
    }

    /** Closes the form; what was said and not kept is there when it is opened again. */
    public void close() {
        latest++;
        open.set(false);
        service = null;
    }

    /** What was said of one server is not said of another. */
    private void forget() {
        unfinished.clear();
        close();
    }

    private void edited() {
        unfinished.put(service.name(), limits());
        check();
    }

    /** What is said in the form as it stands. */
    Limits limits() {
        Limits limits = Limits.NONE;
        for (LimitField field : fields) {
            if (field.saidProperty().get()) {
                limits = limits.with(field.limit(), List.copyOf(field.values()));
            }
        }
        return limits;
    }

    private void check() {
        int mine = ++latest;
        Service asked = service;
        Limits limits = limits();
        failure.set(Optional.empty());
        again.visibleProperty().set(false);
        keep.disabledProperty().set(true);
        if (limits.isEmpty()) {
            clearCheck();
            return;
        }
        checking.set(true);
        Inventory inventory = session.readingProperty().get().inventory();
        ServerBackend backend = session.serverProperty().get().backend();
        tasks.run(
                () -> mine == latest
                        ? Optional.of(LimitCheck.of(
                                inventory,
                                asked,
                                limits,
                                ChoiceLookups.of(
                                        backend,
                                        workplace.hostNames(),
                                        inventory,
                                        List.of(Choice.restrict(asked.name(), limits)))))
                        : Optional.<LimitCheck>empty(),
                checked -> {
                    if (mine == latest) {
                        checked.ifPresent(this::show);
                    }
                },
                failed -> fail(mine, failed));
    }

    private void clearCheck() {
        checking.set(false);
        fields.forEach(field -> field.show(Optional.empty()));
        problems.clear();
        after.clear();
        failure.set(Optional.empty());
        again.visibleProperty().set(false);
        standing.set(messages.say("ui.services.restrict.nothing.said"));
        keep.disabledProperty().set(true);
    }

    private void show(LimitCheck check) {
        checking.set(false);
        fields.forEach(field -> field.show(Optional.ofNullable(check.byLimit().get(field.limit()))
                .map(its -> String.join(" ", its.stream().map(this::words).toList()))));
        problems.setAll(check.together().stream().map(this::words).toList());
        after.setAll(check.already() ? List.of() : WhoPart.after(partsNow, check.after(), messages));
        keep.disabledProperty().set(!check.isFine());
        standing.set(
                !check.isFine()
                        ? messages.say("ui.services.restrict.mend")
                        : check.already() ? messages.say("ui.services.restrict.already") : "");
    }

    private String words(LimitProblem problem) {
        return ProblemWords.of(problem.kind().id(), problem.detail(), messages);
    }

    private void takeAdvice() {
        fields.forEach(LimitField::takeAdvice);
    }

    private void keep() {
        Choice choice =
                new Choice(service.name(), Choice.Action.RESTRICT, limits(), Choice.Origin.ADMINISTRATOR, note.get());
        unfinished.remove(choice.service());
        close();
        session.choices().put(choice.service(), choice);
    }

    private void leave() {
        unfinished.remove(service.name());
        close();
    }

    private void takeBack() {
        ServiceName name = service.name();
        leave();
        session.choices().remove(name);
    }

    private void fail(int mine, Exception failed) {
        if (mine == latest) {
            checking.set(false);
            standing.set(messages.say("ui.services.restrict.unchecked"));
            after.clear();
            again.visibleProperty().set(true);
            failure.set(Optional.of(Failure.of(failed, Message.of("ui.services.restrict.failed"), "RESTRICT-1")));
        }
    }
}
