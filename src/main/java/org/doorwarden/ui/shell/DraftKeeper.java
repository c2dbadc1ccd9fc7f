package org.doorwarden.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.task.Tasks;

/** Writes down what is chosen while it is being chosen, so that a crash loses none of it. */
public final class DraftKeeper {

    private final Workplace workplace;
    private final WizardSession session;
    private final Tasks tasks;
    private final Consumer<Message> problem;
    private boolean waiting;

    /** @param problem is told if a draft could not be written */
    public DraftKeeper(Workplace workplace, WizardSession session, Tasks tasks, Consumer<Message> problem) {
        this.workplace = workplace;
        this.session = session;
        this.tasks = tasks;
        this.problem = problem;
        session.choices().addListener((MapChangeListener<ServiceName, Choice>) change -> keepSoon());
        session.reportProperty().addListener((property, before, now) -> {
            if (now != null && now.outcome() == RunOutcome.APPLIED) {
                drop();
            }
        });
    }

    /** Many choices made at once are written once. */
    private void keepSoon() {
        if (!waiting && session.readingProperty().get() != null) {
            waiting = true;
            tasks.onScreen(this::keep);
        }
    }

    private void keep() {
        waiting = false;
        if (session.readingProperty().get() == null) {
            return;
        }
        String server = session.readingProperty().get().inventory().server().id();
        Policy draft = session.policy();
        tasks.run(
                () -> {
                    workplace.keepDraft(server, draft);
                    return Optional.empty();
                },
                kept -> {},
                this::say);
    }

    private void drop() {
        String server = session.readingProperty().get().inventory().server().id();
        tasks.run(
                () -> {
                    workplace.dropDraft(server);
                    return Optional.empty();
                },
                dropped -> {},
                this::say);
    }

    private void say(Exception failed) {
        problem.accept(Failure.of(failed, Message.of("ui.status.nothing.changed"), "DRAFT-1")
                .what());
    }
}
