package org.doorwarden.ui.restrict;

import java.util.List;
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
import org.doorwarden.analysis.Assessment;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Service;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Policy;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** What uninstalling a service means, as the server tells it; the choice is made only when that is known. */
public final class UninstallModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Tasks tasks;
    private final Messages messages;
    private final Supplier<String> note;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ObservableList<ComponentFact> facts = FXCollections.observableArrayList();
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Action keep;
    private final Action leave;
    private final Action takeBack;
    private final Action again;
    private Service service;
    private int latest;

    /** @param note the administrator's note to the choice */
    public UninstallModel(
            Workplace workplace, WizardSession session, Tasks tasks, Messages messages, Supplier<String> note) {
        this.workplace = workplace;
        this.session = session;
        this.tasks = tasks;
        this.messages = messages;
        this.note = note;
        keep = new Action("uninstall-keep", messages.say("ui.services.uninstall.keep"), this::keep);
        leave = new Action("uninstall-leave", messages.say("ui.services.restrict.leave"), this::close);
        takeBack = new Action("uninstall-take-back", messages.say("ui.services.uninstall.take.back"), this::takeBack);
        again = new Action("uninstall-again", messages.say("ui.services.restrict.again"), this::ask);
        session.readingProperty().addListener(change -> close());
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether the server is being asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What the server tells of the component. */
    public ObservableList<ComponentFact> facts() {
        return facts;
    }

    /** Why it cannot be uninstalled, if so. */
    public ObservableList<String> problems() {
        return problems;
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

    public Action againAction() {
        return again;
    }

    /** Shows what uninstalling a service means. */
    public void open(Service opened) {
        close();
        service = opened;
        title.set(messages.say("ui.services.uninstall.title", ComponentFact.name(opened)));
        takeBack.visibleProperty()
                .set(session.choice(opened.name())
                        .filter(choice -> choice.action() == Choice.Action.UNINSTALL)
                        .isPresent());
        open.set(true);
        ask();
    }

    public void close() {
        latest++;
        open.set(false);
        asking.set(false);
        service = null;
    }

    private record Answer(Optional<FeatureDetail> detail, Plan plan) {}

    private void ask() {
        int mine = ++latest;
        Choice choice = Choice.of(service.name(), Choice.Action.UNINSTALL);
        facts.clear();
        problems.clear();
        failure.set(Optional.empty());
        keep.disabledProperty().set(true);
        again.visibleProperty().set(false);
        asking.set(true);
        Reading reading = session.readingProperty().get();
        Assessment assessment = session.assessmentProperty().get();
        ServerBackend backend = session.serverProperty().get().backend();
        tasks.run(
                () -> {
                    Lookups lookups =
                            ChoiceLookups.of(backend, workplace.hostNames(), reading.inventory(), List.of(choice));
                    Optional<WindowsFeature> feature = Components.of(reading.inventory(), choice.service());
                    return new Answer(
                            feature.flatMap(lookups::feature),
                            WizardSession.plan(
                                    workplace.catalogue(),
                                    reading,
                                    assessment,
                                    new Policy(List.of(), List.of(), false, List.of(choice)),
                                    lookups,
                                    workplace.clock().instant()));
                },
                answer -> {
                    if (mine == latest) {
                        show(answer);
                    }
                },
                failed -> {
                    if (mine == latest) {
                        asking.set(false);
                        again.visibleProperty().set(true);
                        failure.set(Optional.of(
                                Failure.of(failed, Message.of("ui.services.uninstall.failed"), "UNINSTALL-1")));
                    }
                });
    }

    private void show(Answer answer) {
        asking.set(false);
        answer.detail()
                .ifPresent(detail -> facts.setAll(
                        ComponentFact.of(detail, session.readingProperty().get().inventory(), messages)));
        problems.setAll(answer.plan().refusals().stream()
                .map(refusal -> messages.say(
                        "refusal." + refusal.why().id(),
                        ComponentFact.name(service),
                        String.join(
                                ", ",
                                refusal.related().stream()
                                        .map(name -> ComponentFact.name(
                                                session.readingProperty().get().inventory(), name))
                                        .toList()),
                        refusal.detail()))
                .toList());
        keep.disabledProperty().set(!problems.isEmpty());
    }

    private void keep() {
        Choice choice = new Choice(service.name(), Choice.Action.UNINSTALL, Choice.Origin.ADMINISTRATOR, note.get());
        close();
        session.choices().put(choice.service(), choice);
    }

    private void takeBack() {
        Service was = service;
        close();
        session.choices().remove(was.name());
    }
}
