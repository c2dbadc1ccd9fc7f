package org.doorwarden.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.apply.ApplyViewModel;
import org.doorwarden.ui.catalogue.CatalogueViewModel;
import org.doorwarden.ui.history.HistoryViewModel;
import org.doorwarden.ui.purpose.PurposeViewModel;
import org.doorwarden.ui.reading.ReadingViewModel;
import org.doorwarden.ui.result.ResultViewModel;
import org.doorwarden.ui.review.ReviewViewModel;
import org.doorwarden.ui.server.ServerViewModel;
import org.doorwarden.ui.services.ServicesViewModel;
import org.doorwarden.ui.settings.SettingsViewModel;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.DraftKeeper;
import org.doorwarden.ui.shell.ShellViewModel;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** The wizard without its views: a person who walks through it by its actions. */
public final class Walk {

    public final Messages messages = new Messages(Locale.ENGLISH);
    public final WizardSession session = new WizardSession();
    public final ShellViewModel shell = new ShellViewModel(session, messages);
    public final LabWorkplace workplace;
    public final ServerViewModel server;
    public final ReadingViewModel reading;
    public final PurposeViewModel purpose;
    public final CatalogueViewModel catalogue;
    public final HistoryViewModel history;
    public final SettingsViewModel settings;
    /** What the keeper of drafts could not do. */
    public final List<Message> draftProblems = new ArrayList<>();

    public Walk(LabWorkplace workplace) {
        this(workplace, workplace, new DirectTasks());
    }

    /** @param place as the wizard meets it; what it does goes to {@code workplace} */
    public Walk(LabWorkplace workplace, Workplace place, Tasks tasks) {
        this.workplace = workplace;
        server = new ServerViewModel(place, session, shell, tasks, messages);
        reading = new ReadingViewModel(place, session, shell, tasks, messages);
        purpose = new PurposeViewModel(place, session, shell, tasks, messages);
        catalogue = new CatalogueViewModel(place, session, shell, tasks, messages);
        history = new HistoryViewModel(place, session, shell, tasks, messages);
        settings = new SettingsViewModel(place, tasks, messages);
        ServicesViewModel services = new ServicesViewModel(place, session, shell, tasks, messages);
        Map<StepId, StepModel> steps = new EnumMap<>(StepId.class);
        steps.put(StepId.SERVER, server);
        steps.put(StepId.READING, reading);
        steps.put(StepId.PURPOSE, purpose);
        steps.put(StepId.SERVICES, services);
        steps.put(StepId.REVIEW, new ReviewViewModel(place, session, shell, tasks, messages));
        steps.put(StepId.APPLY, new ApplyViewModel(place, session, shell, tasks, messages));
        steps.put(StepId.RESULT, new ResultViewModel(place, session, shell, tasks, messages));
        shell.take(steps, catalogue, history, settings);
        shell.openWith(history::select, services::select, catalogue::open);
        new DraftKeeper(place, session, tasks, draftProblems::add);
        server.chooseFirst();
        shell.go(StepId.SERVER);
    }

    /** To the Services step, for a server of which only the website is used. */
    public Walk toServices() {
        shell.go(StepId.READING);
        shell.go(StepId.PURPOSE);
        perform("to-services");
        return this;
    }

    public void disable(String service) {
        ServiceName name = new ServiceName(service);
        session.choices().put(name, Choice.of(name, Choice.Action.DISABLE));
    }

    /** Presses a button of the screen that is shown. */
    public void perform(String id) {
        action(id).perform();
    }

    public Action action(String id) {
        StepModel shown = shell.currentProperty().get();
        List<Action> all = new ArrayList<>(shown.secondary());
        shown.primary().ifPresent(all::add);
        return all.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + id));
    }

    public StepModel shown() {
        return shell.currentProperty().get();
    }
}
