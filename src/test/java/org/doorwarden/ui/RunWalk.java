package org.doorwarden.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.apply.ApplyViewModel;
import org.doorwarden.ui.result.ResultViewModel;
import org.doorwarden.ui.review.ReviewViewModel;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.OpenServer;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** The last three steps on a training server, from a reading and choices on. */
public final class RunWalk implements Navigator {

    public final LabWorkplace workplace;
    public final WizardSession session = new WizardSession();
    public final Messages messages = new Messages(Locale.ENGLISH);
    public final ReviewViewModel review;
    public final ApplyViewModel apply;
    public final ResultViewModel result;

    /** The steps gone to, the last one last. */
    public final List<StepId> steps = new ArrayList<>();

    public Optional<ServiceName> edited = Optional.empty();
    public Optional<String> openedRun = Optional.empty();

    public RunWalk() {
        this(new LabWorkplace(), new DirectTasks());
    }

    public RunWalk(LabDefinition definition) {
        this(new LabWorkplace(definition), new DirectTasks());
    }

    public RunWalk(LabWorkplace workplace, Tasks tasks) {
        this.workplace = workplace;
        this.review = new ReviewViewModel(workplace, session, this, tasks, messages);
        this.apply = new ApplyViewModel(workplace, session, this, tasks, messages);
        this.result = new ResultViewModel(workplace, session, this, tasks, messages);
    }

    /** Reads the server and chooses to close these, as the administrator. */
    public RunWalk choose(Choice.Action action, String... names) throws Exception {
        read();
        for (String name : names) {
            ServiceName service = new ServiceName(name);
            session.choices().put(service, Choice.of(service, action));
        }
        return this;
    }

    /** Takes all recommendations, as the Services step does. */
    public RunWalk chooseRecommended() throws Exception {
        read();
        org.doorwarden.plan.Recommendations.complete(
                        session.assessmentProperty().get(), List.of())
                .forEach(choice -> session.choices().put(choice.service(), choice));
        return this;
    }

    private void read() throws Exception {
        ServerBackend backend = workplace.open(new ServerAddress.Lab(workplace.definition.name()));
        session.connect(new OpenServer(
                new ServerAddress.Lab(workplace.definition.name()), backend, backend.identity(), workplace.readOnly));
        session.read(Reading.of(backend.read(), java.time.Duration.ZERO));
        session.assessmentProperty()
                .set(WizardSession.assess(
                        workplace.catalogue(), session.readingProperty().get(), session.policy()));
    }

    public RunWalk toReview() {
        go(StepId.REVIEW);
        return this;
    }

    /** Presses a button of a step. */
    public static void press(StepModel step, String id) {
        List<Action> actions = new ArrayList<>(step.secondary());
        step.primary().ifPresent(actions::add);
        actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .perform();
    }

    public RunWalk applyPlan() {
        press(review, "apply-plan");
        return this;
    }

    public void fault(Fault.Kind kind, String service) throws Exception {
        workplace.lab().setFaults(List.of(new Fault(kind, new ServiceName(service), Fault.ALWAYS)));
    }

    /** Every start type and state on the training server. */
    public String picture() throws Exception {
        return TrainingServers.picture(workplace.lab().read());
    }

    public Service service(String name) throws Exception {
        return workplace.lab().read().find(new ServiceName(name)).orElseThrow();
    }

    @Override
    public void go(StepId step) {
        steps.add(step);
        if (step == StepId.REVIEW) {
            review.enter();
        } else if (step == StepId.APPLY) {
            apply.enter();
        } else if (step == StepId.RESULT) {
            result.enter();
        }
    }

    @Override
    public void goToService(ServiceName service) {
        edited = Optional.of(service);
    }

    @Override
    public void openCatalogue(Optional<ServiceName> entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isShown(StepId step) {
        return !steps.isEmpty() && steps.get(steps.size() - 1) == step;
    }

    @Override
    public void openHistory(Optional<String> run) {
        openedRun = run;
    }
}
