package org.doorwarden.ui.apply;

import java.time.Instant;
import java.util.function.Consumer;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Policy;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** Reads the server again and plans the same choices for what it is now, so that a run that came to nothing can be tried again. */
public final class FreshPlan {

    private final Workplace workplace;
    private final WizardSession session;
    private final Tasks tasks;

    public FreshPlan(Workplace workplace, WizardSession session, Tasks tasks) {
        this.workplace = workplace;
        this.session = session;
        this.tasks = tasks;
    }

    private record Made(Reading reading, Assessment assessment, Plan plan) {}

    /** @param done called when the session holds the new reading, verdicts and plan */
    public void make(Runnable done, Consumer<Exception> failed) {
        ServerBackend backend = session.serverProperty().get().backend();
        Policy chosen = session.policy();
        tasks.run(
                () -> {
                    Catalogue catalogue = workplace.catalogue();
                    Reading reading = read(workplace, backend);
                    Assessment assessment = WizardSession.assess(catalogue, reading, chosen);
                    Instant now = workplace.clock().instant();
                    return new Made(
                            reading,
                            assessment,
                            WizardSession.plan(
                                    catalogue,
                                    reading,
                                    assessment,
                                    chosen,
                                    ChoiceLookups.of(
                                            backend, workplace.hostNames(), reading.inventory(), chosen.choices()),
                                    now));
                },
                made -> {
                    session.read(made.reading());
                    session.assessmentProperty().set(made.assessment());
                    session.planProperty().set(made.plan());
                    done.run();
                },
                failed::accept);
    }

    /** Reads a server and how long that takes; not for the screen's thread. */
    static Reading read(Workplace workplace, ServerBackend backend) throws BackendException {
        Instant begun = workplace.clock().instant();
        return Reading.of(
                backend.read(),
                java.time.Duration.between(begun, workplace.clock().instant()));
    }
}
