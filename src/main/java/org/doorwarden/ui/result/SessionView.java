package org.doorwarden.ui.result;

import java.time.Instant;
import java.util.Optional;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.model.Inventory;
import org.doorwarden.plan.Plan;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.WizardSession;

/** What a walk has come to, taken from the session to be worked with on another thread. */
record SessionView(Inventory before, Optional<Inventory> after, Assessment verdicts, Plan plan, Instant time) {

    SessionView(WizardSession session, Instant time) {
        this(
                session.readingProperty().get().inventory(),
                Optional.ofNullable(session.readingAfterProperty().get()).map(Reading::inventory),
                session.assessmentProperty().get(),
                session.planProperty().get(),
                time);
    }
}
