package org.doorwarden.ui.services;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.restrict.RestrictModel;
import org.doorwarden.ui.restrict.UninstallModel;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** The services one by one: which is looked at, what is to be known of it, and what is decided. */
public final class ServicesViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Navigator navigator;
    private final Tasks tasks;
    private final Messages messages;
    private final ServiceListModel list;
    private final ObjectProperty<ServiceDetail> detail = new SimpleObjectProperty<>();
    private final ServiceChoice choice;
    private final RestrictModel restrict;
    private final UninstallModel uninstall;
    private final GroupAcceptance acceptance;
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper decidedText = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper decidedShare = new ReadOnlyDoubleWrapper();
    private final Action review;
    private Assessment shown;
    private DetailReader reader;
    private Optional<ServiceName> selectLater = Optional.empty();
    private boolean countSoon;

    /** What is looked at now; work for what was looked at before need not be done any more. */
    private volatile ServiceName wanted;

    public ServicesViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.navigator = navigator;
        this.tasks = tasks;
        this.messages = messages;
        this.list = new ServiceListModel(session.choices()::containsKey);
        choice = new ServiceChoice(session.choices(), this::recommended, this::openForm);
        restrict = new RestrictModel(workplace, session, tasks, messages, choice.noteProperty()::get);
        uninstall = new UninstallModel(workplace, session, tasks, messages, choice.noteProperty()::get);
        acceptance = new GroupAcceptance(session.choices(), this::recommendations, messages);
        review = new Action("to-review", "", this::plan);
        list.selectedProperty().addListener((property, before, now) -> show(now));
        session.choices().addListener((MapChangeListener<ServiceName, Choice>) change -> countSoon());
        hint(messages.say("ui.services.keys"));
        count();
    }

    public ServiceListModel list() {
        return list;
    }

    /** What was decided, for the badges of the list. */
    public ObservableMap<ServiceName, Choice> decisions() {
        return session.choices();
    }

    /** What is to be known of the service looked at; null before that is worked out. */
    public ReadOnlyObjectProperty<ServiceDetail> detailProperty() {
        return detail;
    }

    /** What was decided for the service looked at. */
    public ReadOnlyObjectProperty<Optional<Choice.Action>> chosenProperty() {
        return choice.chosenProperty();
    }

    /** The note to the decision on the service looked at. */
    public StringProperty noteProperty() {
        return choice.noteProperty();
    }

    /** The form that restricts the service looked at. */
    public RestrictModel restrict() {
        return restrict;
    }

    /** What uninstalling the service looked at means. */
    public UninstallModel uninstall() {
        return uninstall;
    }

    public GroupAcceptance acceptance() {
        return acceptance;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    public ReadOnlyStringProperty decidedTextProperty() {
        return decidedText.getReadOnlyProperty();
    }

    /** How much is decided, from 0 to 1. */
    public ReadOnlyDoubleProperty decidedShareProperty() {
        return decidedShare.getReadOnlyProperty();
    }

    @Override
    public Optional<Action> primary() {
        return Optional.of(review);
    }

    @Override
    public List<Action> secondary() {
        return List.of(acceptance.ask());
    }

    @Override
    public void enter() {
        Assessment assessment = session.assessmentProperty().get();
        Reading reading = session.readingProperty().get();
        if (assessment == shown || assessment == null) {
            return;
        }
        shown = assessment;
        reader = null;
        wanted = null;
        choice.turnTo(Optional.empty());
        tasks.run(
                () -> {
                    DetailReader made = new DetailReader(
                            workplace.catalogue(),
                            reading,
                            assessment,
                            workplace.clock().instant(),
                            messages);
                    return new Prepared(ServiceRows.of(assessment, messages), made);
                },
                prepared -> take(assessment, prepared),
                failed -> fail(failed, "SERVICES-1"));
    }

    /** The list and what reads the details, made away from the screen's thread. */
    private record Prepared(List<ServiceRow> rows, DetailReader reader) {}

    private void take(Assessment assessment, Prepared prepared) {
        if (assessment != shown) {
            return;
        }
        reader = prepared.reader();
        list.take(prepared.rows());
        selectLater.ifPresent(list::select);
        selectLater = Optional.empty();
        count();
        if (wanted == null) {
            // The same service as before, judged anew: nothing told that another one was chosen.
            show(list.selectedProperty().get());
        }
    }

    /** Looks at a service; as soon as there are any, if there are none yet. */
    public void select(ServiceName service) {
        if (reader == null) {
            selectLater = Optional.of(service);
        } else {
            list.select(service);
        }
    }

    private void show(ServiceRow row) {
        acceptance.close();
        closeForms();
        failure.set(Optional.empty());
        wanted = row == null ? null : row.name();
        choice.turnTo(Optional.ofNullable(wanted));
        acceptance.refresh();
        if (row == null || reader == null) {
            detail.set(null);
            return;
        }
        ServiceName name = row.name();
        DetailReader asked = reader;
        tasks.run(
                () -> Optional.ofNullable(name.equals(wanted) ? asked.read(name) : null),
                found -> found.ifPresent(read -> showDetail(asked, read)),
                failed -> fail(failed, "SERVICES-2"));
    }

    private void showDetail(DetailReader asked, ServiceDetail read) {
        if (asked == reader && read.service().equals(wanted)) {
            detail.set(read);
            choice.know(read);
        }
    }

    /**
     * Decides for the service looked at, or takes the decision back if it is the same; what is not possible is not done.
     * What needs more to be said opens a form.
     */
    public void choose(Choice.Action action) {
        closeForms();
        choice.choose(action);
    }

    private void openForm(Choice.Action action) {
        Service service = session.readingProperty().get().inventory().services().get(wanted);
        if (action == Choice.Action.RESTRICT) {
            restrict.open(service);
        } else {
            uninstall.open(service);
        }
    }

    private void closeForms() {
        restrict.close();
        uninstall.close();
    }

    private Optional<Choice.Action> recommended(ServiceName service) {
        return shown.find(service).flatMap(OptionReader::recommended);
    }

    private Optional<GroupPreview> recommendations() {
        ServiceRow row = list.selectedProperty().get();
        return row == null
                ? Optional.empty()
                : GroupPreview.of(list.rows(), shown, row.verdict(), session.choices()::containsKey);
    }

    private void countSoon() {
        if (!countSoon) {
            countSoon = true;
            tasks.onScreen(this::count);
        }
    }

    /** Many choices made at once are counted once. */
    private void count() {
        countSoon = false;
        list.count();
        int all = list.rows().size();
        int undecided = list.countProperty(ServiceFilter.UNDECIDED).get();
        long changes = list.rows().stream()
                .flatMap(row -> session.choice(row.name()).stream())
                .filter(made -> made.action() != Choice.Action.KEEP)
                .count();
        say(messages.say("ui.services.title"), messages.say("ui.services.line", all - undecided, all));
        decidedText.set(messages.say("ui.services.decided.count", all - undecided, all));
        decidedShare.set(all == 0 ? 0 : (all - undecided) / (double) all);
        review.textProperty().set(messages.say("ui.services.review", changes));
        review.disabledProperty().set(changes == 0);
        acceptance.refresh();
    }

    /** Shows all that the catalogue has on the service looked at, for every server. */
    public void openEntry() {
        Optional.ofNullable(detail.get())
                .flatMap(ServiceDetail::known)
                .ifPresent(known -> navigator.openCatalogue(Optional.of(known.entry())));
    }

    /** Shows what is known of a flaw in the browser. */
    public void browse(String link) {
        tasks.run(
                () -> {
                    workplace.browse(link);
                    return Optional.empty();
                },
                shownThere -> failure.set(Optional.empty()),
                failed -> failure.set(
                        Optional.of(Failure.of(failed, Message.of("ui.services.browse.failed", link), "SERVICES-3"))));
    }

    private void plan() {
        Reading reading = session.readingProperty().get();
        Assessment assessment = shown;
        Policy policy = session.policy();
        ServerBackend backend = session.serverProperty().get().backend();
        failure.set(Optional.empty());
        tasks.run(
                () -> WizardSession.plan(
                        workplace.catalogue(),
                        reading,
                        assessment,
                        policy,
                        ChoiceLookups.of(backend, workplace.hostNames(), reading.inventory(), policy.choices()),
                        workplace.clock().instant()),
                (Plan plan) -> {
                    session.planProperty().set(plan);
                    navigator.go(StepId.REVIEW);
                },
                failed -> fail(failed, "SERVICES-4"));
    }

    private void fail(Exception failed, String code) {
        failure.set(Optional.of(Failure.of(failed, Message.of("ui.services.failed.advice"), code)));
    }
}
