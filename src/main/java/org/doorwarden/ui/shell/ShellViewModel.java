package org.doorwarden.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;

/** Which screen is shown, and which others can be gone to from there. */
public final class ShellViewModel implements Navigator {

    private final WizardSession session;
    private final Messages messages;
    private final Map<StepId, StepModel> steps = new EnumMap<>(StepId.class);
    private final ObjectProperty<StepModel> current = new SimpleObjectProperty<>();
    private final StringProperty notice = new SimpleStringProperty("");
    private final Action back;
    private StepModel catalogue;
    private StepModel history;
    private StepModel settings;
    private Consumer<Optional<String>> historyOpener = run -> {};
    private Consumer<ServiceName> serviceOpener = service -> {};
    private Consumer<Optional<ServiceName>> entryOpener = entry -> {};
    private StepId latestStep = StepId.SERVER;

    public ShellViewModel(WizardSession session, Messages messages) {
        this.session = session;
        this.messages = messages;
        this.back = new Action("back", messages.say("ui.back"), this::goBack);
        session.reportProperty().addListener(change -> sayWhatWasChanged());
        sayWhatWasChanged();
    }

    private void sayWhatWasChanged() {
        RunReport report = session.reportProperty().get();
        notice.set(
                report == null
                        ? messages.say("ui.status.nothing.changed")
                        : messages.say(
                                "run.outcome." + report.outcome().id(),
                                report.run().orElse("-")));
    }

    /** The window was asked to close: during a run it may not, and says so. */
    public boolean mayClose() {
        if (isBusy()) {
            notice.set(messages.say("ui.status.busy"));
            return false;
        }
        return true;
    }

    /** Takes the screens; they were given this object to navigate with, so they come after it. */
    public void take(
            Map<StepId, StepModel> all, StepModel catalogueScreen, StepModel historyScreen, StepModel settingsScreen) {
        steps.putAll(all);
        catalogue = catalogueScreen;
        history = historyScreen;
        settings = settingsScreen;
    }

    /** How the history shows a run, the Services step a service, and the catalogue an entry. */
    public void openWith(
            Consumer<Optional<String>> run, Consumer<ServiceName> service, Consumer<Optional<ServiceName>> entry) {
        historyOpener = run;
        serviceOpener = service;
        entryOpener = entry;
    }

    public StepModel step(StepId id) {
        return steps.get(id);
    }

    public StepModel catalogue() {
        return catalogue;
    }

    public StepModel history() {
        return history;
    }

    public StepModel settings() {
        return settings;
    }

    /** The screen shown. */
    public ObjectProperty<StepModel> currentProperty() {
        return current;
    }

    public Action back() {
        return back;
    }

    /** What the status bar says at its right end. */
    public StringProperty noticeProperty() {
        return notice;
    }

    /** The server and what may be done with it, for the status bar. */
    public StringBinding serverText() {
        return Bindings.createStringBinding(
                () -> {
                    OpenServer server = session.serverProperty().get();
                    return server == null
                            ? messages.say("ui.status.no.server")
                            : messages.say(
                                    "ui.status.server",
                                    server.identity().name(),
                                    server.identity().operatingSystem());
                },
                session.serverProperty());
    }

    /** Whether changes are possible, in words. */
    public StringBinding rightsText() {
        return Bindings.createStringBinding(
                () -> {
                    OpenServer server = session.serverProperty().get();
                    if (server == null) {
                        return "";
                    }
                    return messages.say(server.readOnly()
                            .map(why -> why == ReadOnly.FILE ? "ui.status.file" : "ui.status.not.elevated")
                            .orElse("ui.status.elevated"));
                },
                session.serverProperty());
    }

    /** Whether there is a server and it can be changed. */
    public BooleanBinding canChange() {
        return Bindings.createBooleanBinding(
                () -> session.serverProperty().get() != null
                        && session.serverProperty().get().readOnly().isEmpty(),
                session.serverProperty());
    }

    /** Whether a step can be gone to now. */
    public boolean isReachable(StepId step) {
        if (isBusy()) {
            return false;
        }
        return switch (step) {
            case SERVER -> true;
            case READING ->
                session.serverProperty().get() != null
                        && session.reportProperty().get() == null;
            case PURPOSE ->
                session.readingProperty().get() != null
                        && session.reportProperty().get() == null;
            case SERVICES ->
                session.assessmentProperty().get() != null
                        && session.reportProperty().get() == null;
            case REVIEW ->
                session.planProperty().get() != null && session.reportProperty().get() == null;
            case APPLY -> false;
            case RESULT -> session.reportProperty().get() != null;
        };
    }

    /** Whether a step lies behind the person. */
    public boolean isDone(StepId step) {
        return switch (step) {
            case SERVER -> session.serverProperty().get() != null;
            case READING -> session.readingProperty().get() != null;
            case PURPOSE -> session.assessmentProperty().get() != null;
            case SERVICES -> session.planProperty().get() != null;
            case REVIEW ->
                latestStep == StepId.APPLY || session.reportProperty().get() != null;
            case APPLY -> session.reportProperty().get() != null;
            case RESULT -> false;
        };
    }

    @Override
    public void go(StepId step) {
        latestStep = step;
        show(steps.get(step));
    }

    @Override
    public void goToService(ServiceName service) {
        go(StepId.SERVICES);
        serviceOpener.accept(service);
    }

    @Override
    public boolean isShown(StepId step) {
        return current.get() == steps.get(step);
    }

    @Override
    public void openCatalogue(Optional<ServiceName> entry) {
        if (!isBusy()) {
            show(catalogue);
            entryOpener.accept(entry);
        }
    }

    @Override
    public void openHistory(Optional<String> run) {
        if (!isBusy()) {
            show(history);
            historyOpener.accept(run);
        }
    }

    public void openSettings() {
        if (!isBusy()) {
            show(settings);
        }
    }

    /** Where Back leads; empty where there is no way back. */
    public Optional<StepId> behind() {
        if (isBusy()) {
            return Optional.empty();
        }
        if (!steps.containsValue(current.get())) {
            // The history may have ended the walk: then it begins again with the server.
            boolean gone = latestStep != StepId.APPLY && !isReachable(latestStep);
            return Optional.of(gone ? StepId.SERVER : latestStep);
        }
        return switch (latestStep) {
            case SERVER, APPLY, RESULT -> Optional.empty();
            case READING, PURPOSE -> Optional.of(StepId.SERVER);
            case SERVICES -> Optional.of(StepId.PURPOSE);
            case REVIEW -> Optional.of(StepId.SERVICES);
        };
    }

    private void goBack() {
        behind().ifPresent(this::go);
    }

    private boolean isBusy() {
        return current.get() != null && current.get().busyProperty().get();
    }

    private void show(StepModel screen) {
        current.set(screen);
        screen.enter();
    }

    /** All screens. */
    public List<StepModel> screens() {
        List<StepModel> all = new ArrayList<>(steps.values());
        all.add(catalogue);
        all.add(history);
        all.add(settings);
        return all;
    }
}
