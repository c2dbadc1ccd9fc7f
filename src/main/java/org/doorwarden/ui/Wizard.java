package org.doorwarden.ui;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.apply.ApplyView;
import org.doorwarden.ui.apply.ApplyViewModel;
import org.doorwarden.ui.catalogue.CatalogueView;
import org.doorwarden.ui.catalogue.CatalogueViewModel;
import org.doorwarden.ui.history.HistoryView;
import org.doorwarden.ui.history.HistoryViewModel;
import org.doorwarden.ui.purpose.PurposeView;
import org.doorwarden.ui.purpose.PurposeViewModel;
import org.doorwarden.ui.reading.ReadingView;
import org.doorwarden.ui.reading.ReadingViewModel;
import org.doorwarden.ui.result.ResultView;
import org.doorwarden.ui.result.ResultViewModel;
import org.doorwarden.ui.review.ReviewView;
import org.doorwarden.ui.review.ReviewViewModel;
import org.doorwarden.ui.server.ServerView;
import org.doorwarden.ui.server.ServerViewModel;
import org.doorwarden.ui.services.ServicesView;
import org.doorwarden.ui.services.ServicesViewModel;
import org.doorwarden.ui.settings.SettingsView;
import org.doorwarden.ui.settings.SettingsViewModel;
import org.doorwarden.ui.shell.DraftKeeper;
import org.doorwarden.ui.shell.Screen;
import org.doorwarden.ui.shell.ShellView;
import org.doorwarden.ui.shell.ShellViewModel;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** All screens, put together. */
public final class Wizard {

    private final WizardSession session = new WizardSession();
    private final ShellViewModel shell;
    private final ShellView view;
    private final SettingsViewModel settings;

    public Wizard(Workplace workplace, Tasks tasks, Messages messages) {
        shell = new ShellViewModel(session, messages);
        ServerViewModel server = new ServerViewModel(workplace, session, shell, tasks, messages);
        ReadingViewModel reading = new ReadingViewModel(workplace, session, shell, tasks, messages);
        PurposeViewModel purpose = new PurposeViewModel(workplace, session, shell, tasks, messages);
        ServicesViewModel services = new ServicesViewModel(workplace, session, shell, tasks, messages);
        ReviewViewModel review = new ReviewViewModel(workplace, session, shell, tasks, messages);
        ApplyViewModel apply = new ApplyViewModel(workplace, session, shell, tasks, messages);
        ResultViewModel result = new ResultViewModel(workplace, session, shell, tasks, messages);
        CatalogueViewModel catalogue = new CatalogueViewModel(workplace, session, shell, tasks, messages);
        HistoryViewModel history = new HistoryViewModel(workplace, session, shell, tasks, messages);
        settings = new SettingsViewModel(workplace, tasks, messages);
        Map<StepId, StepModel> steps = new EnumMap<>(StepId.class);
        steps.put(StepId.SERVER, server);
        steps.put(StepId.READING, reading);
        steps.put(StepId.PURPOSE, purpose);
        steps.put(StepId.SERVICES, services);
        steps.put(StepId.REVIEW, review);
        steps.put(StepId.APPLY, apply);
        steps.put(StepId.RESULT, result);
        shell.take(steps, catalogue, history, settings);
        shell.openWith(history::select, services::select, catalogue::open);
        new DraftKeeper(
                workplace, session, tasks, problem -> shell.noticeProperty().set(messages.say(problem)));
        // A screen is built when it is first shown: the first one shall not wait for the others.
        Map<StepModel, Supplier<Screen>> screens = new IdentityHashMap<>();
        screens.put(server, () -> new ServerView(server, messages));
        screens.put(reading, () -> new ReadingView(reading, messages));
        screens.put(purpose, () -> new PurposeView(purpose, messages));
        screens.put(services, () -> new ServicesView(services, messages));
        screens.put(review, () -> new ReviewView(review, messages));
        screens.put(apply, () -> new ApplyView(apply, messages));
        screens.put(result, () -> new ResultView(result, messages));
        screens.put(catalogue, () -> new CatalogueView(catalogue, messages));
        screens.put(history, () -> new HistoryView(history, messages));
        screens.put(settings, () -> new SettingsView(settings, messages));
        view = new ShellView(shell, session, messages, screens);
        server.chooseFirst();
        shell.go(StepId.SERVER);
    }

    public ShellView view() {
        return view;
    }

    public ShellViewModel shell() {
        return shell;
    }

    public WizardSession session() {
        return session;
    }

    public SettingsViewModel settings() {
        return settings;
    }
}
